import {expect, test} from 'vitest';
import {
	practiceClient,
	type PracticeClient,
	withPractice,
} from '../../helpers/practice-client.ts';

type User = {
	readonly accountId: string;
	readonly accountType: string;
	readonly displayName: string;
	readonly emailAddress?: string;
	readonly active: boolean;
};

async function listUsers(
	client: PracticeClient,
	query = 'maxResults=1000',
): Promise<readonly User[]> {
	const {body} = await client.get<readonly User[]>(
		`/rest/api/3/users/search?${query}`,
	);
	return body;
}

async function readUsers(
	client: PracticeClient,
	accountIds: readonly string[],
	maxResults = 200,
) {
	const query = accountIds
		.map((id) => `&accountId=${encodeURIComponent(id)}`)
		.join('');
	const {body} = await client.get<{values: readonly User[]; total: number}>(
		`/rest/api/3/user/bulk?maxResults=${maxResults}${query}`,
	);
	return body;
}

test('All users are listed, active, inactive, deleted, agents and apps, each of its type.', async () => {
	await withPractice({}, async ({from}) => {
		const users = await listUsers(from);
		const kinds = Map.groupBy(users, (user) =>
			user.displayName === 'Former user'
				? 'deleted'
				: `${user.accountType} ${user.active ? 'active' : 'inactive'}`,
		);
		const counts = Object.fromEntries(
			Array.from(kinds, ([kind, {length}]) => [kind, length]),
		);
		expect(counts).toEqual({
			'atlassian active': 15,
			'app active': 2,
			'customer active': 45,
			'customer inactive': 3,
			deleted: 2,
		});
		expect(kinds.get('deleted')?.[0]?.emailAddress).toBe('');
	});
});

test('The list has every user as the other operations show them, whatever the names hold.', async () => {
	await withPractice(
		{scenario: 'mismatched', customers: 150},
		async ({from}) => {
			const users = await listUsers(from);
			const {values} = await readUsers(
				from,
				users.map(({accountId}) => accountId),
			);
			expect(users).toEqual(values);
			expect(
				users.some(({displayName}) => displayName.includes('\u{1B}')),
			).toBe(true);
		},
	);
});

test('Pages read side by side are as they are one by one, and so is what a lagging replica keeps of them.', async () => {
	await withPractice({customers: 300}, async ({from, source}) => {
		const path = (startAt: number) => `startAt=${startAt}&maxResults=100`;
		const starts = [0, 40, 80, 120, 160, 200];
		source.scriptFault({fault: 'stale-page', call: 13});
		const alone: Array<readonly User[]> = [];
		for (const startAt of starts) {
			alone.push(await listUsers(from, path(startAt)));
		}

		const together = await Promise.all(
			starts.map(async (startAt) => listUsers(from, path(startAt))),
		);
		source.someoneElse.createCustomer('newest@new.example', 'Newest');
		const lagging = await listUsers(from, path(0));
		expect(together).toEqual(alone);
		expect(new Set(alone.map(([first]) => first?.accountId)).size).toBe(6);
		expect(lagging).toEqual(alone[0]);
	});
});

test('A page has at most 1,000 users, and behind the last one it is empty.', async () => {
	await withPractice({customers: 1500}, async ({from}) => {
		const first = await listUsers(from, 'startAt=0&maxResults=5000');
		const second = await listUsers(from, 'startAt=1000&maxResults=5000');
		const third = await listUsers(from, 'startAt=2000&maxResults=5000');
		const ids = new Set([...first, ...second].map(({accountId}) => accountId));
		expect([first.length, third.length]).toEqual([1000, 0]);
		expect(ids.size).toBe(1000 + second.length);
	});
});

test('New accounts push the others back, unless offsets stay where they are.', async () => {
	await withPractice({}, async ({to, destination}) => {
		destination.someoneElse.createCustomer('newest@new.example', 'Newest');
		const [shifted] = await listUsers(to, 'maxResults=1');
		destination.setHabits({shiftingOffsets: false});
		const [steady] = await listUsers(to, 'maxResults=1');
		expect(shifted?.displayName).toBe('Newest');
		expect(steady?.displayName).toBe('Ada Administrator');
	});
});

test('Where revoked accounts are not listed, a page is shorter without being the last.', async () => {
	await withPractice({habits: {revokedListed: false}}, async ({from}) => {
		const page = await listUsers(from, 'maxResults=30');
		const users = await listUsers(from);
		const isRevoked = ({accountType, active}: User) =>
			accountType === 'customer' && !active;
		expect(users.some((user) => isRevoked(user))).toBe(false);
		expect([page.length, users.length]).toEqual([29, 62]);
	});
});

test('Several accounts are read at once, ten unless more are asked for, and unknown ids are left out.', async () => {
	await withPractice({}, async ({from, source}) => {
		const people = source.world.people.page(0, 20, 'oldest-first');
		const ids = people.map(({accountId}) => accountId);
		const few = await readUsers(from, [...ids, 'nobody'], 10);
		const all = await readUsers(from, [...ids, 'nobody']);
		expect([few.values.length, few.total]).toEqual([10, 20]);
		expect(all.values.map(({accountId}) => accountId)).toEqual(ids);
	});
});

test('Whoever may not browse users may not list them.', async () => {
	await withPractice({}, async ({source}) => {
		const customer = practiceClient(source, source.logins.customer);
		const {status} = await customer.get('/rest/api/3/users/search');
		expect(status).toBe(403);
	});
});
