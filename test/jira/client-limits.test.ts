import {expect, test} from 'vitest';
import {
	create,
	factsOf,
	openClient,
	read,
	routes,
	withClient,
} from '../helpers/jira-client.ts';
import {createHeldClock, systemClock} from '../helpers/jira-clock.ts';
import {html, json, type Reply, text, withServer} from '../helpers/server.ts';

const done = json({});

function limit(retryAfter: string, reason?: string): Reply {
	return json({errorMessages: ['Rate limit exceeded.']}, 429, {
		'retry-after': retryAfter,
		...(reason !== undefined && {'ratelimit-reason': reason}),
	});
}

test('a call over the limit waits as long as the site asks, and says so', async () => {
	const replies = [limit('7', 'jira-burst-based'), done];
	await withClient(
		{[routes.read]: replies},
		async ({client, notices, clock}) => {
			const {status} = await client.send(read);
			expect(status).toBe(200);
			expect(clock.waits).toEqual([7000]);
			expect(notices).toEqual([
				{
					type: 'throttled',
					operation: 'GET /rest/api/3/myself',
					milliseconds: 7000,
					reason: 'burst',
				},
			]);
			expect(client.calls()).toEqual({
				reads: 2,
				writes: 0,
				throttled: 1,
				retried: 0,
			});
		},
	);
});

test('a write over the limit did not happen, so it is sent again', async () => {
	const replies = [limit('2'), limit('3'), json({}, 201)];
	await withClient(
		{[routes.create]: replies},
		async ({client, visits, clock}) => {
			const {status} = await client.send(create);
			expect(status).toBe(201);
			expect(visits).toHaveLength(3);
			expect(clock.waits).toEqual([2000, 3000]);
		},
	);
});

test('the end of a wait may be given as a date', async () => {
	// By the site's own clock, whatever ours shows.
	const refused = json({errorMessages: ['Rate limit exceeded.']}, 429, {
		date: 'Sat, 01 Aug 2026 12:00:00 GMT',
		'retry-after': 'Sat, 01 Aug 2026 12:00:12 GMT',
	});
	const replies = [refused, done];
	await withClient({[routes.read]: replies}, async ({client, clock}) => {
		await client.send(read);
		expect(clock.waits).toEqual([12_000]);
	});
});

test('a date that is gone by here, since two clocks differ, is no leave to hammer', async () => {
	const late = limit('Mon, 23 Nov 2026 08:59:00 GMT');
	await withClient(
		{[routes.read]: [late, late, late, done]},
		async ({client, clock}) => {
			await client.send(read);
			expect(Math.min(...clock.waits)).toBeGreaterThan(0);
			expect(clock.waits.length).toBeGreaterThanOrEqual(3);
		},
	);
});

test.each([
	['no wait', text('', 429)],
	['words', limit('later')],
	['a page of HTML', html(429)],
])('a limit that names %s is waited for all the same', async (_, reply) => {
	const replies = [reply, reply, done];
	await withClient(
		{[routes.create]: replies},
		async ({client, notices, clock}) => {
			await client.send(create);
			expect(clock.waits.slice(0, 2)).toEqual([1000, 2000]);
			expect(notices).toMatchObject([
				{type: 'throttled', reason: 'unknown'},
				{type: 'throttled', reason: 'unknown'},
			]);
		},
	);
});

test('a wait that nobody would sit through ends the call', async () => {
	const reply = limit('31536000', 'jira-quota-tenant-based');
	await withClient({[routes.create]: reply}, async ({client, visits}) => {
		const facts = await factsOf(client.send(create));
		expect(facts).toMatchObject({
			code: 'throttled',
			status: 429,
			mayHaveHappened: false,
		});
		expect(visits).toHaveLength(1);
	});
});

test('a site that is never ready is given up', async () => {
	await withClient(
		{[routes.read]: limit('5')},
		async ({client, visits, clock}) => {
			const {code} = await factsOf(client.send(read));
			expect(code).toBe('throttled');
			expect(visits).toHaveLength(20);
			expect(clock.elapsed()).toBeGreaterThanOrEqual(19 * 5000);
		},
	);
});

test.each([
	['jira-burst-based', 'burst'],
	['jira-quota-tenant-based', 'quota'],
	['jira-quota-global-based', 'quota'],
	['jira-cost-based', 'quota'],
	['jira-per-issue-on-write', 'unknown'],
	['something-new', 'unknown'],
])('the reason %s is %s', async (header, reason) => {
	const replies = [limit('1', header), done];
	await withClient({[routes.read]: replies}, async ({client, notices}) => {
		await client.send(read);
		expect(notices).toMatchObject([{reason}]);
	});
});

test('a quota that is used up holds back every call of the client', async () => {
	const clock = createHeldClock();
	const quota = limit('30', 'jira-quota-tenant-based');
	await withClient(
		{[routes.read]: [quota, done], [routes.create]: done},
		async ({client, visits}) => {
			const reading = client.send(read);
			await clock.waits(1);
			const creating = client.send(create);
			expect(await clock.waits(2)).toEqual([30_000, 30_000]);
			expect(visits).toHaveLength(1);
			clock.forward(30_000);
			await Promise.all([reading, creating]);
			expect(visits).toHaveLength(3);
		},
		{clock},
	);
});

test('a burst holds back its own operation, and no other', async () => {
	const clock = createHeldClock();
	await withClient(
		{
			[routes.read]: [limit('30', 'jira-burst-based'), done],
			[routes.create]: done,
		},
		async ({client}) => {
			const first = client.send(read);
			await clock.waits(1);
			const second = client.send(read);
			await client.send(create);
			const [firstWait, secondWait] = await clock.waits(2);
			expect(firstWait).toBe(30_000);
			expect(secondWait).toBeGreaterThanOrEqual(30_000);
			clock.forward(31_000);
			await Promise.all([first, second]);
		},
		{clock},
	);
});

test('no second sees more calls than the admin allows', async () => {
	const times: number[] = [];
	const reply: Reply = (response, visit) => {
		times.push(performance.now());
		done(response, visit);
	};

	await withServer({'*': reply}, async ({url}) => {
		const options = {clock: systemClock, maxRate: 40};
		const {client} = openClient(url, options);
		const calls = Array.from({length: 30}, async (_, index) =>
			client.send(index % 2 === 0 ? read : create),
		);
		await Promise.all(calls);
		client.close();
	});
	// A tenth of a second's calls may leave at once, the others one by one.
	expect(times.at(-1)! - times[0]!).toBeGreaterThan(1000 * (25 / 40 - 0.05));
});
