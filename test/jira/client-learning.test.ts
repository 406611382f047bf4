import {expect, test} from 'vitest';
import {type JiraClient} from '../../source/jira/client.ts';
import {
	createCustomer,
	type CreatedCustomer,
} from '../../source/jira/resources/customer.ts';
import {
	create,
	read,
	routes,
	openClient,
	withClient,
} from '../helpers/jira-client.ts';
import {
	createHeldClock,
	type HeldClock,
	systemClock,
} from '../helpers/jira-clock.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {json, type Reply} from '../helpers/server.ts';

/** Milliseconds between two calls, after those that may leave at once. */
async function gap(client: JiraClient, clock: HeldClock): Promise<number> {
	const calls = Array.from({length: 20}, async () => client.send(read));
	const [first = 0] = await clock.waits(1);
	clock.forward(first);
	const [second = 0] = await clock.waits(1);

	for (const call of calls) {
		clock.forward(1000);
		await call;
	}

	return second;
}

test.each<[string, Readonly<Record<string, string>>, number]>([
	['a lower limit', {'x-ratelimit-limit': '2'}, 2],
	[
		'what is left, where others take more than we do',
		{'x-ratelimit-limit': '100', 'x-ratelimit-remaining': '24'},
		50,
	],
	['a limit of nothing', {'x-ratelimit-limit': '0'}, 100],
	['words', {'x-ratelimit-limit': 'unlimited'}, 100],
	['nothing', {}, 100],
])('%s that an answer tells is heeded', async (_, headers, limit) => {
	const clock = createHeldClock();
	const reply = json({}, 200, headers);
	await withClient(
		{[routes.read]: reply},
		async ({client}) => {
			clock.forward(60_000);
			await client.send(read);
			expect(await gap(client, clock)).toBeCloseTo(1000 / (limit * 0.98));
		},
		{clock},
	);
});

test.each([
	['jira-burst-based', 2],
	['jira-per-issue-on-write', 100],
	['jira-quota-tenant-based', 100],
])(
	'a limit that comes with a refusal for %s is heeded where it is that of the operation',
	async (reason, limit) => {
		const clock = createHeldClock();
		const headers = {
			'ratelimit-reason': reason,
			'retry-after': '60',
			'x-ratelimit-limit': '2',
		};
		const replies = [json({}, 429, headers), json({})];
		await withClient(
			{[routes.read]: replies},
			async ({client}) => {
				const calls = [client.send(read)];
				await clock.waits(1);
				// By then every lesson but this one is over.
				clock.forward(600_000);
				await Promise.all(calls);
				expect(await gap(client, clock)).toBeCloseTo(1000 / (limit * 0.98));
			},
			{clock},
		);
	},
);

test('no crowd leaves before the first answer tells what the site allows', async () => {
	const held: Array<() => void> = [];
	const hold: Reply = (response, visit) => {
		held.push(() => {
			json({})(response, visit);
		});
	};

	const replies = [...Array.from({length: 5}, () => hold), json({})];
	await withClient(
		{[routes.read]: replies, '*': json({})},
		async ({client, visits, arrival}) => {
			const calls = Array.from({length: 20}, async () => client.send(read));
			await arrival(5);
			await client.send(create);
			expect(visits).toHaveLength(6);
			held.shift()?.();
			await arrival(21);

			for (const answer of held) {
				answer();
			}

			await Promise.all(calls);
		},
	);
});

test('workers share what one of them learned, through limits that are lowered and raised in between', async () => {
	await withPractice({burst: 40}, async ({destination, to}) => {
		const {client} = openClient(destination.url, {
			clock: systemClock,
			email: destination.email,
			token: destination.token,
		});
		let made = 0;
		const work = async (count: number) => {
			const outcomes: Array<CreatedCustomer['outcome']> = [];

			while (outcomes.length < count) {
				const email = `new-${++made}@contoso.example`;
				const {outcome} = await createCustomer(client, {email, name: 'New'});
				outcomes.push(outcome);
			}

			return outcomes;
		};

		for (const burst of [40, 20, 60]) {
			await to.post('/_practice/limits', {burst});
			const crew = await Promise.all(
				Array.from({length: 16}, async () => work(4)),
			);
			expect(new Set(crew.flat())).toEqual(new Set(['created']));
		}

		const {writes, throttled} = client.calls();
		expect(writes - throttled).toBe(3 * 16 * 4);
		expect(throttled).toBeLessThan(writes / 10);
		client.close();
	});
}, 30_000);
