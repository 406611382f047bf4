import {expect, test} from 'vitest';
import {
	type FaultName,
	PracticeOptionsError,
} from '../../../source/practice/practice-sites.ts';
import {type Practice, withPractice} from '../../helpers/practice-client.ts';

const root = '/rest/servicedeskapi/organization';
const operation = `POST ${root}`;

/** Creates an organization; `undefined` where the connection was lost. */
async function create(
	{to}: Practice,
	name: string,
): Promise<number | undefined> {
	try {
		const {status} = await to.post(root, {name});
		return status;
	} catch {
		return undefined;
	}
}

test.each<[FaultName, number | undefined, boolean]>([
	['server-error', 500, false],
	['burst', 429, false],
	['quota', 429, false],
	['html-429', 429, false],
	['drop-before', undefined, false],
	['drop-after', undefined, true],
	['cut-body', undefined, true],
	['auth-lost', 401, false],
])(
	'The fault %s hits the call it was scripted for, which answers %s.',
	async (fault, status, hasEffect) => {
		await withPractice({}, async (practice) => {
			const {destination} = practice;
			destination.scriptFault({fault, operation, call: 2});
			const answers = [
				await create(practice, 'One'),
				await create(practice, 'Two'),
			];
			expect(answers).toEqual([201, status]);
			expect(
				destination.world.organizations.named('Two', 'exact'),
			).toHaveLength(hasEffect ? 1 : 0);
			expect(destination.calls().log.at(-1)).toMatchObject({fault, operation});
		});
	},
);

test('A scripted fault leaves other operations and later calls alone.', async () => {
	await withPractice({}, async (practice) => {
		practice.destination.scriptFault({
			fault: 'server-error',
			operation,
			call: 1,
			times: 2,
			status: 502,
		});
		const read = await practice.to.get(root);
		const answers = [
			await create(practice, 'A'),
			await create(practice, 'B'),
			await create(practice, 'C'),
		];
		expect([read.status, ...answers]).toEqual([200, 502, 502, 201]);
	});
});

test('After the quota is used up every call is refused until it is over.', async () => {
	await withPractice({}, async (practice) => {
		practice.destination.scriptFault({
			fault: 'quota',
			operation,
			retryAfterSeconds: 30,
		});
		await create(practice, 'A');
		const {status, headers} = await practice.to.get(root);
		expect([
			status,
			headers.get('ratelimit-reason'),
			headers.get('retry-after'),
		]).toEqual([429, 'jira-quota-tenant-based', '30']);
	});
});

test('Lost credentials come back when they are restored.', async () => {
	await withPractice({}, async (practice) => {
		practice.destination.scriptFault({fault: 'auth-lost'});
		const lost = [await create(practice, 'A'), await create(practice, 'B')];
		practice.destination.restoreAccess();
		expect([...lost, await create(practice, 'C')]).toEqual([401, 401, 201]);
	});
});

test('A stale page shows what was there when it was last asked for.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const isListed = async () => {
			const {text} = await to.get(root);
			return text.includes('Newcomer');
		};

		destination.scriptFault({
			fault: 'stale-page',
			operation: `GET ${root}`,
			call: 2,
		});
		await isListed();
		destination.someoneElse.createOrganization('Newcomer');
		expect([await isListed(), await isListed()]).toEqual([false, true]);
	});
});

test('A write is told of its own effect, also where reads of the same address are out of date.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const id = destination.someoneElse.createOrganization('Newcomer');
		const deletion = `DELETE ${root}/{organizationId}`;
		destination.scriptFault({
			fault: 'stale-page',
			operation: deletion,
		});
		await to.get(`${root}/${id}`);
		const {status} = await to.delete(`${root}/${id}`);
		expect(status).toBe(204);
	});
});

test('Somebody takes the name just before an organization is created.', async () => {
	await withPractice({}, async (practice) => {
		const {destination} = practice;
		const before = destination.world.organizations.size;
		destination.scriptFault({fault: 'renamed-underfoot', operation});
		expect(await create(practice, 'Initech')).toBe(201);
		expect(destination.world.organizations.size).toBe(before);
		expect(
			destination.world.organizations.named('Initech', 'exact'),
		).toHaveLength(1);
	});
});

test('Somebody renames the organization whose members are added.', async () => {
	await withPractice({}, async ({to, destination}) => {
		const {accountId} = destination.world.people.withEmail(
			'hank@globex.example',
		)[0]!;
		destination.scriptFault({fault: 'renamed-underfoot', name: 'Other'});
		const {status} = await to.post(`${root}/401/user`, {
			accountIds: [accountId],
		});
		expect(status).toBe(204);
		expect(destination.world.organizations.find(401)!.facts.name).toBe('Other');
	});
});

test('Late answers are late and otherwise right.', async () => {
	await withPractice({}, async ({to, destination}) => {
		destination.scriptFault({fault: 'slow', milliseconds: 120});
		const start = performance.now();
		const {status} = await to.get(root);
		expect(status).toBe(200);
		expect(performance.now() - start).toBeGreaterThan(110);
	});
});

test('A script for an operation or a fault that does not exist is refused, since it would never come true.', async () => {
	await withPractice({}, async ({destination}) => {
		const wrong = () => {
			destination.scriptFault({
				fault: 'burst',
				operation: 'POST /rest/nothing',
			});
		};

		const unknown = () => {
			destination.scriptFault({fault: 'flood' as FaultName});
		};

		expect(wrong).toThrow(PracticeOptionsError);
		expect(unknown).toThrow("There is no fault 'flood'. Faults: latency, ");
	});
});
