import {expect, test} from 'vitest';
import {Throttle} from '../../source/jira/throttle.ts';

const list = 'GET /rest/servicedeskapi/organization';
const create = 'POST /rest/servicedeskapi/organization';
const revoke =
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access';
const deskCustomers =
	'GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer';

/** A while after the clock began, so that nothing lies before it. */
const start = 10_000;

/** When so many calls that want to leave at once may leave, from `now` on. */
function turns(
	throttle: Throttle,
	operation: string,
	count: number,
	now = start,
): readonly number[] {
	return Array.from(
		{length: count},
		() => throttle.reserve(operation, now) - now,
	);
}

/** Calls a second that leave after the first few. */
function rateOf(throttle: Throttle, operation: string, now = start): number {
	const times = turns(throttle, operation, 200, now);
	return 1000 / (times.at(-1)! - times.at(-2)!);
}

test('a call leaves at once where none left before', () => {
	expect(turns(new Throttle(), list, 1)).toEqual([0]);
});

test.each([
	[list, 100],
	[create, 100],
	[revoke, 50],
	['DELETE /rest/servicedeskapi/organization/{organizationId}', 50],
	[deskCustomers, 5],
])("%s stays just below Jira's limit of %d a second", (operation, limit) => {
	const rate = rateOf(new Throttle(), operation);
	expect(rate).toBeLessThan(limit);
	expect(rate).toBeGreaterThan(limit * 0.95);
});

test('each operation has a queue of its own', () => {
	const throttle = new Throttle();
	turns(throttle, list, 500);
	expect(turns(throttle, create, 1)).toEqual([0]);
	expect(turns(throttle, list, 1)[0]).toBeGreaterThan(4000);
});

test('no more than a tenth of a second is made up for after a pause', () => {
	const throttle = new Throttle();
	turns(throttle, list, 1);
	const afterPause = turns(throttle, list, 100, start + 60_000);
	expect(afterPause.filter((wait) => wait === 0).length).toBeLessThanOrEqual(
		11,
	);
});

test('a burst limit holds back that operation, and no other', () => {
	const throttle = new Throttle();
	throttle.slowDown(list, 'burst', 3000, start);
	expect(turns(throttle, list, 1)).toEqual([3000]);
	expect(turns(throttle, create, 1)).toEqual([0]);
	expect(throttle.blockedUntil(list)).toBe(start + 3000);
	expect(throttle.blockedUntil(create)).toBeLessThanOrEqual(start);
});

test('a quota stops every operation, also those not met before', () => {
	const throttle = new Throttle();
	throttle.slowDown(list, 'quota', 60_000, start);
	expect(turns(throttle, list, 1)).toEqual([60_000]);
	expect(turns(throttle, create, 1)).toEqual([60_000]);
	expect(throttle.blockedUntil(revoke)).toBe(start + 60_000);
});

test('a limit without a reason counts as one of that operation', () => {
	const throttle = new Throttle();
	throttle.slowDown(list, 'unknown', 3000, start);
	expect(throttle.blockedUntil(create)).toBeLessThanOrEqual(start);
	expect(throttle.blockedUntil(list)).toBe(start + 3000);
});

test('a shorter wait does not shorten a longer one', () => {
	const throttle = new Throttle();
	throttle.slowDown(list, 'quota', 9000, start);
	throttle.slowDown(list, 'quota', 1000, start + 10);
	throttle.slowDown(create, 'burst', 5000, start);
	throttle.slowDown(create, 'burst', 1000, start + 10);
	expect(throttle.blockedUntil(revoke)).toBe(start + 9000);
	expect(throttle.blockedUntil(create)).toBe(start + 9000);
});

test('a burst limit makes the operation slower afterwards', () => {
	const throttle = new Throttle();
	const before = rateOf(throttle, list);
	throttle.slowDown(list, 'burst', 1000, start + 5000);
	expect(rateOf(throttle, list, start + 5000)).toBeCloseTo(before * 0.7);
});

test('calls that were refused together teach one lesson', () => {
	const [once, often] = [new Throttle(), new Throttle()];
	once.slowDown(list, 'burst', 1000, start);

	for (let index = 0; index < 50; index++) {
		often.slowDown(list, 'burst', 1000, start + index);
	}

	expect(rateOf(often, list, start + 900)).toBeCloseTo(
		rateOf(once, list, start + 900),
	);
});

test('however often it is refused, an operation goes on', () => {
	const throttle = new Throttle();

	for (let second = 0; second < 100; second++) {
		throttle.slowDown(deskCustomers, 'burst', 0, start + second * 1001);
	}

	const rate = rateOf(throttle, deskCustomers, start + 100_000);
	expect(rate).toBeGreaterThanOrEqual(1);
});

test('what slowed down comes up again, and no higher than before', () => {
	const throttle = new Throttle();
	const before = rateOf(throttle, list);
	throttle.slowDown(list, 'burst', 0, start + 5000);
	const slowed = rateOf(throttle, list, start + 6000);
	const later = rateOf(throttle, list, start + 60_000);
	expect(slowed).toBeLessThan(before);
	expect(later).toBeCloseTo(before);
});

test('the rate an admin sets holds for all operations together', () => {
	const throttle = new Throttle(10);
	const times = Array.from({length: 20}, (_, index) =>
		throttle.reserve(index % 2 === 0 ? list : create, start),
	);
	expect(times.at(-1)! - times.at(0)!).toBeGreaterThanOrEqual(1800);
	expect(times).toEqual(times.toSorted((one, other) => one - other));
});

test('a rate that an admin sets makes no site faster than its own limits', () => {
	expect(rateOf(new Throttle(1000), list)).toBeLessThan(100);
	expect(rateOf(new Throttle(1000), deskCustomers)).toBeLessThan(5);
});

test('the rate an admin sets holds for calls that waited for a quota, too', () => {
	const throttle = new Throttle(5);
	throttle.slowDown(list, 'quota', 2000, start);
	const [first = 0, ...others] = turns(throttle, list, 10);
	expect(first).toBe(2000);
	expect(others.at(-1)! - first).toBeGreaterThanOrEqual(1700);
});
