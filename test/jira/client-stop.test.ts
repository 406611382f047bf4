import {expect, test} from 'vitest';
import {type Call} from '../../source/jira/operation.ts';
import {
	add,
	create,
	factsOf,
	read,
	routes,
	withClient,
} from '../helpers/jira-client.ts';
import {createHeldClock} from '../helpers/jira-clock.ts';
import {json, lost, type Reply, silence, text} from '../helpers/server.ts';

const limit = text('', 429, {'retry-after': '60'});

test('a call that is stopped before it begins never leaves', async () => {
	await withClient({}, async ({client, visits}) => {
		const facts = await factsOf(client.send(create, AbortSignal.abort()));
		expect(facts).toMatchObject({code: 'stopped', mayHaveHappened: false});
		expect(visits).toEqual([]);
		expect(client.calls().writes).toBe(0);
	});
});

test.each<[string, Call<unknown>, string]>([
	['a read', read, routes.read],
	['a write', create, routes.create],
])('%s that waits for a limit is stopped at once', async (_, call, route) => {
	const clock = createHeldClock();
	const stop = new AbortController();
	await withClient(
		{[route]: limit},
		async ({client, visits}) => {
			const facts = factsOf(client.send(call, stop.signal));
			await clock.waits(1);
			stop.abort();
			expect(await facts).toMatchObject({
				code: 'stopped',
				mayHaveHappened: false,
			});
			expect(visits).toHaveLength(1);
		},
		{clock},
	);
});

test('a call that waits for its turn is stopped at once', async () => {
	const clock = createHeldClock();
	const stop = new AbortController();
	await withClient(
		{'*': json({})},
		async ({client, visits}) => {
			const first = client.send(create);
			const second = factsOf(client.send(create, stop.signal));
			const turns = await clock.waits(1);
			expect(turns).toEqual([expect.closeTo(1000)]);
			stop.abort();
			const {code} = await second;
			expect(code).toBe('stopped');
			await first;
			expect(visits).toHaveLength(1);
		},
		{clock, maxRate: 1},
	);
});

test('a read is stopped while the site thinks', async () => {
	const stop = new AbortController();
	await withClient({[routes.read]: silence}, async ({client, arrival}) => {
		const facts = factsOf(client.send(read, stop.signal));
		await arrival(1);
		stop.abort();
		expect(await facts).toMatchObject({
			code: 'stopped',
			mayHaveHappened: false,
		});
	});
});

test('a read is stopped in the middle of its answer', async () => {
	const stop = new AbortController();
	const begin: Reply = (response) => {
		response.write('{"name": ');
		stop.abort();
	};

	await withClient({[routes.read]: begin}, async ({client, visits}) => {
		const {code} = await factsOf(client.send(read, stop.signal));
		expect(code).toBe('stopped');
		expect(visits).toHaveLength(1);
	});
});

test('a write that has left is waited for, and its answer counts', async () => {
	const stop = new AbortController();
	const answerAfterStop: Reply = (response, visit) => {
		stop.abort();
		json({accountId: 'qm:1:2'}, 201)(response, visit);
	};

	await withClient({[routes.create]: answerAfterStop}, async ({client}) => {
		const {status, body} = await client.send(create, stop.signal);
		expect(status).toBe(201);
		expect(body).toEqual({accountId: 'qm:1:2'});
	});
});

test('a write whose answer is lost while it is stopped may have happened, and is not repeated', async () => {
	const stop = new AbortController();
	const loseAfterStop: Reply = (response, visit) => {
		stop.abort();
		lost(response, visit);
	};

	await withClient({[routes.add]: loseAfterStop}, async ({client, visits}) => {
		const facts = await factsOf(client.send(add, stop.signal));
		expect(facts).toMatchObject({code: 'unreachable', mayHaveHappened: true});
		expect(visits).toHaveLength(1);
	});
});

test('a write that is stopped while it waits to be repeated keeps what it knows', async () => {
	const clock = createHeldClock();
	const stop = new AbortController();
	await withClient(
		{[routes.add]: [lost, limit]},
		async ({client}) => {
			const facts = factsOf(client.send(add, stop.signal));
			await clock.waits(1);
			clock.forward(1000);
			expect(await clock.waits(1)).toEqual([60_000]);
			stop.abort();
			const {mayHaveHappened} = await facts;
			expect(mayHaveHappened).toBe(true);
		},
		{clock},
	);
});

test('one stop ends every read under way', async () => {
	const stop = new AbortController();
	await withClient({[routes.read]: silence}, async ({client, arrival}) => {
		const reads = Array.from({length: 5}, async () =>
			factsOf(client.send(read, stop.signal)),
		);
		await arrival(5);
		stop.abort();
		const facts = await Promise.all(reads);
		expect(facts.map(({code}) => code)).toEqual(
			Array.from({length: 5}, () => 'stopped'),
		);
	});
});
