import {expect, test} from 'vitest';
import {
	create,
	factsOf,
	read,
	routes,
	withClient,
} from '../helpers/jira-client.ts';
import {createHeldClock, type HeldClock} from '../helpers/jira-clock.ts';
import {json, text} from '../helpers/server.ts';

const done = json({});

/** Sends two calls and tells how long the second waits for its turn. */
async function spacing(
	send: () => Promise<unknown>,
	clock: HeldClock,
): Promise<number> {
	// Whatever the calls before left behind is over by then.
	clock.forward(60_000);
	await send();
	const second = send();
	const [wait = 0] = await clock.waits(1);
	clock.forward(wait);
	await second;
	return wait;
}

test('a pause holds writes back and lets reads go on, until writes are resumed', async () => {
	await withClient({'*': done}, async ({client, visits}) => {
		client.pace().pause();
		const writes = [client.send(create), client.send(create)];
		await client.send(read);
		expect(visits.map(({method}) => method)).toEqual(['GET']);
		client.pace().resume();
		await Promise.all(writes);
		expect(visits.map(({method}) => method)).toEqual(['GET', 'POST', 'POST']);
	});
});

test('whether writes are held back can be told', async () => {
	await withClient({}, async ({client}) => {
		const pace = client.pace();
		expect(pace.isPaused).toBe(false);
		pace.pause();
		pace.pause();
		expect(pace.isPaused).toBe(true);
		pace.resume();
		expect(pace.isPaused).toBe(false);
	});
});

test('a write that waits for a limit does not leave at the end of it while there is a pause', async () => {
	const clock = createHeldClock();
	const limit = text('', 429, {'retry-after': '60'});
	await withClient(
		{[routes.create]: [limit, done], '*': done},
		async ({client, visits}) => {
			const first = client.send(create);
			await clock.waits(1);
			const second = client.send(create);
			await clock.waits(2);
			client.pace().pause();
			clock.forward(120_000);
			await client.send(read);
			expect(visits.map(({method}) => method)).toEqual(['POST', 'GET']);
			client.pace().resume();
			await Promise.all([first, second]);
			expect(visits).toHaveLength(4);
		},
		{clock},
	);
});

test('a write that is held back is stopped at once, and never leaves', async () => {
	const stop = new AbortController();
	await withClient({'*': done}, async ({client, visits}) => {
		client.pace().pause();
		const facts = [
			factsOf(client.send(create, stop.signal)),
			factsOf(client.send(create, stop.signal)),
		];
		stop.abort();
		expect(await Promise.all(facts)).toMatchObject([
			{code: 'stopped', mayHaveHappened: false},
			{code: 'stopped', mayHaveHappened: false},
		]);
		client.pace().resume();
		await client.send(create);
		expect(visits).toHaveLength(1);
	});
});

test('a call that stands in line behind another one is stopped at once', async () => {
	const stop = new AbortController();
	await withClient({'*': done}, async ({client, visits}) => {
		client.pace().pause();
		const first = client.send(create);
		const second = factsOf(client.send(create, stop.signal));
		stop.abort();
		const {code} = await second;
		expect(code).toBe('stopped');
		client.pace().resume();
		await first;
		expect(visits).toHaveLength(1);
	});
});

test('slower and faster change the rate by steps, down to a tenth and up to all', async () => {
	const clock = createHeldClock();
	await withClient(
		{'*': done},
		async ({client}) => {
			const pace = client.pace();
			const send = async () => client.send(read);
			const usual = await spacing(send, clock);
			pace.slower();
			pace.slower();
			expect(pace.share).toBe(0.5);
			expect(await spacing(send, clock)).toBeCloseTo(2 * usual);

			for (let times = 0; times < 10; times++) {
				pace.slower();
			}

			expect(pace.share).toBe(0.1);
			expect(await spacing(send, clock)).toBeCloseTo(10 * usual);

			for (let times = 0; times < 10; times++) {
				pace.faster();
			}

			expect(pace.share).toBe(1);
			expect(await spacing(send, clock)).toBeCloseTo(usual);
		},
		{clock, maxRate: 10},
	);
});

test('going slower holds for calls that stand in line already', async () => {
	const clock = createHeldClock();
	await withClient(
		{'*': done},
		async ({client}) => {
			const calls = [client.send(read), client.send(read), client.send(read)];
			const [before = 0] = await clock.waits(1);
			client.pace().slower();
			client.pace().slower();
			clock.forward(before);
			await expect
				.poll(async () => clock.waits(1))
				.toEqual([expect.closeTo(2 * before)]);
			clock.forward(2 * before);
			await Promise.all(calls);
		},
		{clock, maxRate: 1},
	);
});
