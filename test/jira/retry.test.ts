import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	type Attempt,
	longestWait,
	nextDelay,
	parseRetryAfter,
} from '../../source/jira/retry.ts';

const seconds = 1000;
const minutes = 60 * seconds;

const throttled: Attempt = {status: 429, mayHaveHappened: false};
const unanswered: Attempt = {mayHaveHappened: true};

/** Every wait until the policy gives up, with random in the middle. */
function waits(attempt: Attempt, isRepeatable: boolean): readonly number[] {
	const delays: number[] = [];

	for (let count = 1; count <= 100; count++) {
		const delay = nextDelay(attempt, count, isRepeatable, 0.5);

		if (delay === undefined) {
			return delays;
		}

		delays.push(delay);
	}

	throw new Error('The policy never gives up');
}

test.each([
	['the connection was lost', undefined],
	['a slow query', 408],
	['an internal error', 500],
	['a bad gateway', 502],
	['an outage', 503],
	['a slow gateway', 504],
])('a read is tried five times after %s', (_, status) => {
	const attempt = {status, mayHaveHappened: false};
	expect(waits(attempt, true)).toEqual([1000, 2000, 4000, 8000]);
});

test.each([302, 400, 401, 403, 404, 405, 412, 413, 415])(
	'nothing is tried again after %d',
	(status) => {
		const attempt = {status, mayHaveHappened: false};
		expect(waits(attempt, true)).toEqual([]);
	},
);

test('a write that may have happened is tried again only where that is harmless', () => {
	expect(waits(unanswered, false)).toEqual([]);
	expect(waits(unanswered, true)).toHaveLength(4);
	expect(waits({status: 503, mayHaveHappened: true}, false)).toEqual([]);
	expect(waits({status: 503, mayHaveHappened: true}, true)).toHaveLength(4);
});

test('a write that certainly did not leave is tried again', () => {
	expect(waits({mayHaveHappened: false}, false)).toHaveLength(4);
});

test('any call held back by limits is tried again, more patiently', () => {
	expect(waits(throttled, false)).toHaveLength(19);
	expect(waits(throttled, false).slice(0, 6)).toEqual([
		1000, 2000, 4000, 8000, 8000, 8000,
	]);
});

test('the wait that the site asks for is the least one', () => {
	const asked = {...throttled, retryAfter: 30 * seconds};
	expect(nextDelay(asked, 1, false, 0)).toBe(30 * seconds);
	expect(nextDelay(asked, 9, false, 1)).toBeGreaterThanOrEqual(30 * seconds);
	const outage = {
		status: 503,
		mayHaveHappened: false,
		retryAfter: 20 * seconds,
	};
	expect(nextDelay(outage, 1, true, 0.5)).toBe(20 * seconds);
});

test('nobody sits through more than an hour', () => {
	const quota = {...throttled, retryAfter: 60 * minutes};
	expect(nextDelay(quota, 1, false, 0.5)).toBe(60 * minutes);
	const absurd = {...throttled, retryAfter: 31_536_000 * seconds};
	expect(nextDelay(absurd, 1, false, 0.5)).toBeUndefined();
	expect(
		nextDelay({...absurd, status: 503}, 1, true, 0.5),
		'an outage of a year',
	).toBeUndefined();
});

test('a site that asks for no wait is left in peace all the same', () => {
	const hasty = {...throttled, retryAfter: 0};
	expect(nextDelay(hasty, 1, false, 0.5)).toBeGreaterThan(0);
	expect(Math.max(...waits(hasty, false))).toBeGreaterThanOrEqual(8 * seconds);
});

test('chance spreads those who wait together', () => {
	expect(nextDelay(unanswered, 1, true, 0)).toBeCloseTo(700);
	expect(nextDelay(unanswered, 1, true, 1)).toBeCloseTo(1300);
});

const attempts = fc.record(
	{
		status: fc.option(fc.integer({min: 300, max: 599}), {nil: undefined}),
		retryAfter: fc.option(fc.double({min: 0, noNaN: true}), {nil: undefined}),
		mayHaveHappened: fc.boolean(),
	},
	{requiredKeys: ['mayHaveHappened']},
);
const chance = fc.double({min: 0, max: 1, noNaN: true});

test('whatever happens, the policy gives up in the end and never waits less than asked nor more than an hour', () => {
	const property = fc.property(
		attempts,
		fc.boolean(),
		chance,
		(attempt, isRepeatable, random) => {
			for (let count = 1; ; count++) {
				const delay = nextDelay(attempt, count, isRepeatable, random);

				if (delay === undefined) {
					return;
				}

				expect(count).toBeLessThan(20);
				expect(delay).toBeGreaterThanOrEqual(attempt.retryAfter ?? 0);
				expect(delay).toBeLessThanOrEqual(longestWait);
			}
		},
	);
	fc.assert(property);
});

test('no write that may have happened is ever repeated unless that is harmless', () => {
	const property = fc.property(
		attempts.filter(({status}) => status !== 429),
		fc.integer({min: 1, max: 30}),
		chance,
		(attempt, count, random) => {
			const lost = {...attempt, mayHaveHappened: true};
			expect(nextDelay(lost, count, false, random)).toBeUndefined();
		},
	);
	fc.assert(property);
});

const now = new Date('2026-11-23T09:00:00Z');

test.each([
	['seconds', '30', 30 * seconds],
	['no seconds', '0', 0],
	['parts of a second', '0.5', 500],
	['a date', 'Mon, 23 Nov 2026 09:01:30 GMT', 90 * seconds],
	['a date in ISO 8601', '2026-11-23T09:00:10Z', 10 * seconds],
	['a date gone by', 'Mon, 23 Nov 2026 08:00:00 GMT', 0],
	['a negative number', '-5', 0],
	['words', 'in a while', undefined],
	['blanks', '  ', undefined],
	['nothing', undefined, undefined],
])('`Retry-After` may be %s', (_, value, expected) => {
	expect(parseRetryAfter(value, now)).toBe(expected);
});
