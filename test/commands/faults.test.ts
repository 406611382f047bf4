import {setTimeout as delay} from 'node:timers/promises';
import {expect, test, vi} from 'vitest';
import {type Clock} from '../../source/migration/ports.ts';
import {type ScriptedFault} from '../../source/practice/practice-sites.ts';
import {type Desk, type Finished, atDesk} from '../helpers/command-desk.ts';
import {pictureOf} from '../helpers/destination-picture.ts';

// Each test copies several times between two servers.
vi.setConfig({testTimeout: 120_000});

/** Every kind of write that a copy makes. */
const writes = [
	'POST /rest/servicedeskapi/organization',
	'POST /rest/servicedeskapi/customer',
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	'POST /rest/servicedeskapi/organization/{organizationId}/user',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
] as const;

/** Runs a test on sites of a few customers, one of them inactive, so that every kind of write is made. */
async function atSmallDesk(
	scene: (desk: Desk) => Promise<void>,
): Promise<void> {
	await atDesk({scenario: 'first-steps'}, async (desk) => {
		const {people} = desk.source.world;
		const [peter] = people.withEmail('peter@initech.example');
		desk.source.someoneElse.changePerson(peter!.accountId, {isActive: false});
		await scene(desk);
	});
}

const choices = ['--projects', 'IT', '--duplicates', 'rename', '--yes'];

async function copy({run, sites}: Desk): Promise<Finished> {
	return run(['copy', ...sites, ...choices, '--json']);
}

/** What an undisturbed copy leaves there. */
async function undisturbed(): Promise<ReturnType<typeof pictureOf>> {
	let picture: ReturnType<typeof pictureOf> | undefined;
	await atSmallDesk(async (desk) => {
		const {exitCode} = await copy(desk);
		expect(exitCode).toBe(0);
		const {byOperation} = desk.destination.calls();
		expect(Object.keys(byOperation)).toEqual(
			expect.arrayContaining([...writes]),
		);
		picture = pictureOf(desk.destination);
	});
	return picture!;
}

test.for<readonly [name: string, fault: Omit<ScriptedFault, 'operation'>]>([
	['429 with Retry-After', {fault: 'burst', retryAfterSeconds: 2}],
	['429 in HTML, without Retry-After', {fault: 'html-429'}],
	['429 five times', {fault: 'html-429', times: 5}],
	['500', {fault: 'server-error', status: 500}],
	['502', {fault: 'server-error', status: 502}],
	['a connection lost before it acts', {fault: 'drop-before'}],
	['a connection lost after it acted', {fault: 'drop-after'}],
	['an answer cut in the middle', {fault: 'cut-body'}],
])('every write gets over %s', async ([, fault]) => {
	const expected = await undisturbed();
	await atSmallDesk(async (desk) => {
		const {destination} = desk;

		for (const operation of writes) {
			destination.scriptFault({...fault, operation});
		}

		const {exitCode} = await copy(desk);
		const hits = destination
			.calls()
			.log.filter((call) => call.fault === fault.fault);
		expect(new Set(hits.map((call) => call.operation))).toEqual(
			new Set(writes),
		);
		expect(hits).toHaveLength(writes.length * (fault.times ?? 1));
		expect(exitCode).toBe(0);
		expect(pictureOf(destination)).toEqual(expected);
	});
});

test('a quota that is used up is waited for, by all calls', async () => {
	const expected = await undisturbed();
	await atSmallDesk(async ({destination, run, sites}) => {
		const operation = 'POST /rest/servicedeskapi/customer';
		destination.scriptFault({fault: 'quota', operation, retryAfterSeconds: 1});
		const started = performance.now();
		// The site counts its quota in real time.
		const {exitCode, events} = await run(
			['copy', ...sites, ...choices, '--json'],
			{clock: wallClock},
		);
		expect(performance.now() - started).toBeGreaterThan(900);
		expect(events).toContainEqual(
			expect.objectContaining({type: 'throttled', reason: 'quota'}),
		);
		expect(exitCode).toBe(0);
		expect(pictureOf(destination)).toEqual(expected);
	});
});

const wallClock: Clock = {
	now: () => new Date(),
	elapsed: () => performance.now(),
	async wait(milliseconds) {
		await delay(milliseconds);
	},
};

test('credentials that expire at any write break the run off, and a resume completes it', async () => {
	const expected = await undisturbed();

	for (const operation of writes) {
		await atSmallDesk(async (desk) => {
			const {destination, run} = desk;
			destination.scriptFault({fault: 'auth-lost', operation});
			const {exitCode, events} = await copy(desk);
			expect(exitCode, operation).toBe(6);
			expect(events.at(-1)).toMatchObject({
				type: 'run-finished',
				ending: 'broken-off',
				error: {code: 'unauthorized'},
			});
			destination.restoreAccess();
			const resumed = await run(['resume', '--yes']);
			expect(resumed.exitCode, operation).toBe(0);
			expect(pictureOf(destination), operation).toEqual(expected);
		});
	}
});

/** Copies, while someone else does something when the run tells of something. */
async function copyWhile(
	{run, sites}: Desk,
	moment: Readonly<Record<string, string>>,
	act: () => void,
): Promise<Finished> {
	return run(['copy', ...sites, ...choices, '--json'], {
		out(line) {
			const event = JSON.parse(line) as Readonly<Record<string, unknown>>;

			if (
				Object.entries(moment).every(([name, value]) => event[name] === value)
			) {
				act();
			}
		},
	});
}

const organizationsBegin = {type: 'phase-started', phase: 'organizations'};
const initechIsMade = {type: 'organization-created', name: 'Initech'};
const billIsCreated = {
	type: 'customer-created',
	email: 'bill@initech.example',
};

function idOf({destination}: Desk, name: string): number {
	return destination.world.organizations.named(name, 'exact')[0]!.facts.id;
}

test('R11: a name taken meanwhile fails its row, and nobody joins that organization', async () => {
	await atSmallDesk(async (desk) => {
		const {someoneElse, world} = desk.destination;
		const [stranger] = world.people.withEmail('jwilson@acme.example');
		const {exitCode, events} = await copyWhile(desk, organizationsBegin, () => {
			const id = someoneElse.createOrganization('Initech');
			someoneElse.addMembers(id, [stranger!.accountId]);
		});
		expect(exitCode).toBe(4);
		expect(events).toContainEqual(
			expect.objectContaining({
				type: 'organization-failed',
				name: 'Initech',
				failure: expect.objectContaining({
					code: 'name-taken-meanwhile',
				}) as unknown,
			}),
		);
		expect(events.at(-1)).toMatchObject({
			ending: 'finished',
			customers: {failed: 0},
			organizations: {failed: 1, renamed: 1, linked: 1},
		});
		const initech = world.organizations.find(idOf(desk, 'Initech'));
		expect(initech?.members.accountIds()).toEqual([stranger!.accountId]);
	});
});

test('an organization deleted meanwhile fails its own rows only', async () => {
	await atSmallDesk(async (desk) => {
		const {someoneElse} = desk.destination;
		const {exitCode, events} = await copyWhile(desk, initechIsMade, () => {
			someoneElse.deleteOrganization(idOf(desk, 'Initech'));
		});
		expect(exitCode).toBe(4);
		const failed = events.filter(({type}) =>
			['member-failed', 'project-link-failed'].includes(String(type)),
		);
		expect(new Set(failed.map(({name}) => name))).toEqual(new Set(['Initech']));
		expect(events.at(-1)).toMatchObject({
			ending: 'finished',
			memberships: {added: 2, notPossible: 3},
			projectLinks: {added: 1, notPossible: 1},
		});
	});
});

test('a member who is refused fails alone', async () => {
	await atSmallDesk(async (desk) => {
		const {someoneElse, world} = desk.destination;
		const {exitCode, events} = await copyWhile(desk, billIsCreated, () => {
			const [bill] = world.people.withEmail('bill@initech.example');
			someoneElse.deletePerson(bill!.accountId);
		});
		expect(exitCode).toBe(4);
		const failed = events.filter(({type}) => type === 'member-failed');
		expect(failed).toMatchObject([{email: 'bill@initech.example'}]);
		expect(events.at(-1)).toMatchObject({
			memberships: {added: 4, notPossible: 1},
		});
	});
});

test('the same failure, call after call, breaks the run off with words, to be resumed', async () => {
	await atDesk({scenario: 'first-steps', customers: 80}, async (desk) => {
		const {destination, run, sites} = desk;
		const operation = 'POST /rest/servicedeskapi/customer';
		destination.scriptFault({
			fault: 'server-error',
			status: 500,
			operation,
			times: 10_000,
		});
		const args = ['copy', ...sites, ...choices, '--max-errors', '3'];
		const {exitCode, out} = await run(args);
		expect(exitCode).toBe(6);
		expect(out).toMatch(/^Broken off: /mv);
		expect(out).toContain('Too many errors, 3 calls in a row failed alike');
		expect(out).toContain('--max-errors');
		destination.setFaults([]);
		const resumed = await run(['resume', '--yes']);
		expect(resumed.exitCode).toBe(0);
		expect(resumed.out).toMatch(/calls? of unknown outcome: 0 had arrived/v);
	});
});
