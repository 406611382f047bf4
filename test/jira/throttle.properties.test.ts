import fc from 'fast-check';
import {expect, test} from 'vitest';
import {Throttle} from '../../source/jira/throttle.ts';
import {TokenBuckets} from '../../source/practice/http/limits.ts';
import {type Departure, letWork, type Task} from '../helpers/jira-workers.ts';

/** Jira's own limits, calls a second. */
const limits: Readonly<Record<string, number>> = {
	'GET /rest/servicedeskapi/organization': 100,
	'POST /rest/servicedeskapi/organization': 100,
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access': 50,
	'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer': 5,
};

const tasks: fc.Arbitrary<Task> = fc.record(
	{
		operation: fc.constantFrom(...Object.keys(limits)),
		thinking: fc.integer({min: 0, max: 300}),
		refusal: fc.option(
			fc.record({
				reason: fc.constantFrom('burst', 'quota', 'unknown'),
				retryAfter: fc.integer({min: 0, max: 5000}),
			}),
			{nil: undefined, freq: 8},
		),
	},
	{requiredKeys: ['operation', 'thinking']},
);

/** A failure is shrunk for seconds, not minutes. */
const patience = {numRuns: 30, interruptAfterTimeLimit: 3000};

const crews = fc.array(fc.array(tasks, {maxLength: 60, size: 'max'}), {
	minLength: 1,
	maxLength: 24,
	size: 'max',
});

/** The most calls that left within any one second. */
function mostInOneSecond(departures: readonly Departure[]): number {
	const counts = departures.map(
		({at: from}) =>
			departures.filter(({at}) => at >= from && at < from + 1000).length,
	);
	return Math.max(0, ...counts);
}

test('no call finds the bucket of its operation empty', () => {
	const property = fc.property(crews, (crew) => {
		let now = 0;
		const buckets = new TokenBuckets(() => now);

		for (const {at, operation} of letWork(new Throttle(), crew)) {
			now = at;
			const {isAllowed} = buckets.take(operation, limits[operation]!);
			expect(isAllowed, `${operation} at ${at}`).toBe(true);
		}
	});
	fc.assert(property, patience);
});

test('nothing leaves while the site wants to be left in peace', () => {
	const property = fc.property(crews, (crew) => {
		for (const {at, blockedUntil} of letWork(new Throttle(), crew)) {
			expect(at).toBeGreaterThanOrEqual(blockedUntil);
		}
	});
	fc.assert(property, patience);
});

test('every call leaves in the end', () => {
	const property = fc.property(crews, (crew) => {
		const all = crew.flat();
		const repeated = all.filter(({refusal}) => refusal !== undefined);
		expect(letWork(new Throttle(), crew)).toHaveLength(
			all.length + repeated.length,
		);
	});
	fc.assert(property, patience);
});

test('no second sees more calls than the admin allows, whatever the site says', () => {
	const property = fc.property(
		crews,
		fc.integer({min: 1, max: 50}),
		(crew, maxRate) => {
			const departures = letWork(new Throttle(maxRate), crew);
			// One call more fits into a second that begins with one, and a tenth of a second may be made up for.
			expect(mostInOneSecond(departures)).toBeLessThanOrEqual(
				Math.ceil(maxRate * 1.1) + 1,
			);
		},
	);
	fc.assert(property, patience);
});
