import {expect, test} from 'vitest';
import {TokenBuckets} from '../../../source/practice/http/limits.ts';
import {
	optIn,
	type PracticeClient,
	withPractice,
} from '../../helpers/practice-client.ts';

test('A bucket holds one second of calls and fills up steadily.', () => {
	let time = 0;
	const buckets = new TokenBuckets(() => time);
	const taken = Array.from({length: 12}, () => buckets.take('a', 10).isAllowed);
	expect(taken.filter(Boolean)).toHaveLength(10);
	expect(buckets.take('a', 10)).toMatchObject({
		isAllowed: false,
		limit: 10,
		remaining: 0,
		waitMs: 100,
	});
	time += 250;
	expect([1, 2, 3].map(() => buckets.take('a', 10).isAllowed)).toEqual([
		true,
		true,
		false,
	]);
	time += 60_000;
	expect(buckets.take('a', 10).remaining).toBe(9);
});

test('Each operation has a bucket of its own.', () => {
	const buckets = new TokenBuckets(() => 0);
	expect(buckets.take('a', 1).isAllowed).toBe(true);
	expect(buckets.take('b', 1).isAllowed).toBe(true);
	expect(buckets.take('a', 1).isAllowed).toBe(false);
});

test('A limit that is lowered or raised counts from the next call.', () => {
	const buckets = new TokenBuckets(() => 0);
	buckets.take('a', 100);
	expect(buckets.take('a', 5)).toMatchObject({isAllowed: true, remaining: 4});
	expect(buckets.take('a', 100)).toMatchObject({isAllowed: true, remaining: 3});
});

test('A call over the limit answers 429 with when to come again and why, and is counted as such.', async () => {
	await withPractice({burst: 1}, async ({to, destination}) => {
		await to.get('/rest/api/3/myself');
		const {status, headers} = await to.get('/rest/api/3/myself');
		expect(status).toBe(429);
		expect(headers.get('retry-after')).toBe('1');
		expect(headers.get('ratelimit-reason')).toBe('jira-burst-based');
		expect(headers.get('x-ratelimit-reset')).toMatch(
			/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/v,
		);
		expect(destination.calls()).toMatchObject({
			reads: 1,
			writes: 0,
			throttled: 1,
		});
	});
});

test('A throttled write has no effect, and limits can be changed while the site runs.', async () => {
	await withPractice({burst: 1}, async ({to, destination}) => {
		const create = async (name: string) =>
			to.post('/rest/servicedeskapi/organization', {name});
		const first = await create('One');
		const second = await create('Two');
		// The bucket is empty, so there must be room for all that follow within one of them.
		destination.setBurst(1_000_000);
		expect([first.status, second.status]).toEqual([201, 429]);
		expect(destination.world.organizations.named('Two', 'exact')).toEqual([]);
		await burst(async () => create('Three'), 20);
		expect(destination.calls().throttled).toBe(1);
	});
});

test("Without a number the limits are Jira's own: 5 a second for customer lists, 100 for other reads.", async () => {
	await withPractice({burst: undefined}, async ({from, source}) => {
		const lists = await burst(
			async () =>
				from.get('/rest/servicedeskapi/servicedesk/1/customer', optIn),
			20,
		);
		const reads = await burst(
			async () => from.get('/rest/servicedeskapi/servicedesk/1'),
			50,
		);
		expect(
			lists.filter((status) => status === 429).length,
		).toBeGreaterThanOrEqual(13);
		expect(new Set(reads)).toEqual(new Set([200]));
		expect(source.calls().throttled).toBe(
			lists.filter((status) => status === 429).length,
		);
	});
});

test('One request takes 20 edits in two seconds, whatever the site allows otherwise.', async () => {
	await withPractice({}, async ({to}) => {
		const edit = async () =>
			to.put('/rest/api/3/issue/FAC-1?notifyUsers=false', {
				fields: {summary: 'Again'},
			});
		const answers = await Promise.all(Array.from({length: 40}, edit));
		const refused = answers.filter(({status}) => status === 429);
		expect(refused.length).toBeGreaterThanOrEqual(10);
		expect(refused[0]!.headers.get('ratelimit-reason')).toBe(
			'jira-per-issue-on-write',
		);
	});
});

test('A 429 may be HTML and may name a date, where the site is switched so.', async () => {
	const habits = {htmlThrottling: true, retryAfterAsDate: true};
	await withPractice({burst: 1, habits}, async ({from}) => {
		await from.get('/rest/api/3/myself');
		const {text, headers} = await from.get('/rest/api/3/myself');
		expect(text).toContain('<h1>');
		expect(Date.parse(headers.get('retry-after')!)).toBeGreaterThan(
			Date.now() - 2000,
		);
	});
});

async function burst(
	call: () => ReturnType<PracticeClient['get']>,
	count: number,
): Promise<readonly number[]> {
	const answers = await Promise.all(Array.from({length: count}, call));
	return answers.map(({status}) => status);
}
