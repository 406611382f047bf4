import {expect, test} from 'vitest';
import {Throttle} from '../../source/jira/throttle.ts';
import {letFlow, type Traffic} from '../helpers/jira-traffic.ts';

type Course = Omit<Traffic, 'throttle' | 'limit'> & {
	/** Calls a second that the site allows, each from a second on. */
	readonly limits: ReadonlyArray<readonly [from: number, limit: number]>;
};

/** Lets calls flow through a new throttle, and tells the part of the limit that was made use of, and the part of calls that were refused. */
function letLearn({limits, ...traffic}: Course) {
	const limitAt = (seconds: number) =>
		limits.findLast(([from]) => from <= seconds)?.[1] ?? 0;
	const passage = letFlow({
		...traffic,
		throttle: new Throttle(),
		limit: (time) => limitAt(time / 1000),
	});
	return (from: number, to: number) => {
		const {accepted, refused, othersRefused} = passage(from, to);
		return {
			used: accepted / (limitAt(from) * (to - from)),
			refused: refused / (accepted + refused),
			othersRefused,
		};
	};
}

const anyLimits = [5, 20, 50, 75, 97, 100, 300];

test.each(anyLimits)(
	'a limit of %d a second is made use of, and nearly never met, where the site tells it',
	(limit) => {
		const course = letLearn({limits: [[0, limit]], tells: true, seconds: 600});
		const {used, refused} = course(0, 600);
		expect(used).toBeGreaterThan(0.95);
		expect(refused).toBeLessThanOrEqual(0.005);
	},
);

test.each(anyLimits.filter((limit) => limit <= 100))(
	'a limit of %d a second is found and held where the site tells nothing',
	(limit) => {
		const course = letLearn({limits: [[0, limit]], tells: false, seconds: 900});
		const {used, refused} = course(60, 900);
		expect(used).toBeGreaterThan(0.95);
		expect(refused).toBeLessThanOrEqual(0.005);
	},
);

test.each([20, 100])(
	'a limit of %d a second is held where answers take half a second, too',
	(limit) => {
		const course = letLearn({
			limits: [[0, limit]],
			tells: false,
			seconds: 1200,
			latency: 500,
		});
		const {used, refused} = course(60, 1200);
		expect(used).toBeGreaterThan(0.95);
		expect(refused).toBeLessThanOrEqual(0.005);
	},
);

test.each([true, false])(
	'a limit that is lowered in between is held soon (told: %s)',
	(tells) => {
		const limits = [
			[0, 100],
			[60, 20],
		] as const;
		const course = letLearn({limits, tells, seconds: 300});
		expect(course(0, 300).refused).toBeLessThanOrEqual(0.005);
		expect(course(70, 300).used).toBeGreaterThan(0.95);
	},
);

test('a limit that is raised is made use of at once where the site tells it', () => {
	const limits = [
		[0, 20],
		[60, 100],
	] as const;
	const course = letLearn({limits, tells: true, seconds: 120});
	expect(course(62, 120).used).toBeGreaterThan(0.95);
	expect(course(0, 120).refused).toBeLessThanOrEqual(0.005);
});

test('a limit that is raised is found in the end where the site tells nothing', () => {
	const limits = [
		[0, 20],
		[60, 90],
	] as const;
	const course = letLearn({limits, tells: false, seconds: 600});
	expect(course(300, 600).used).toBeGreaterThan(0.95);
	expect(course(0, 600).refused).toBeLessThanOrEqual(0.005);
});

test('what others leave is made use of, and they are left in peace, where the site tells what is left', () => {
	for (const others of [10, 40, 80]) {
		const course = letLearn({
			limits: [[0, 100]],
			tells: true,
			seconds: 120,
			others,
		});
		const {used, refused, othersRefused} = course(5, 120);
		expect(used + others / 100).toBeGreaterThan(0.95);
		expect(refused).toBeLessThanOrEqual(0.005);
		expect(othersRefused, `of those who send ${others}`).toBe(0);
	}
});

test('a site that claims more than it gives is found out', () => {
	const course = letLearn({limits: [[0, 100]], tells: 350, seconds: 900});
	const {used, refused} = course(60, 900);
	expect(used).toBeGreaterThan(0.95);
	expect(refused).toBeLessThanOrEqual(0.005);
});

test("an hour's quota is not taken for a limit of a second", () => {
	const course = letLearn({limits: [[0, 1000]], tells: 65_000, seconds: 60});
	expect(course(0, 60).used * 1000).toBeLessThan(100);
});

const list = 'GET /rest/servicedeskapi/organization';
const create = 'POST /rest/servicedeskapi/organization';
const start = 10_000;

test.each([undefined, 10])(
	'half the share is half the rate (an admin allows: %s)',
	(maxRate) => {
		const [all, half] = [1, 0.5].map((share) => {
			const throttle = new Throttle(maxRate);
			const turns = Array.from({length: 101}, () =>
				throttle.reserve(list, start, share),
			);
			return turns.at(-1)! - turns.at(-2)!;
		});
		expect(half).toBeCloseTo(2 * all!);
	},
);

test('an operation that has to wait keeps no other one waiting for the rate an admin sets', () => {
	const throttle = new Throttle(10);
	throttle.slowDown(list, 'burst', 60_000, start);
	expect(throttle.reserve(list, start)).toBe(start + 60_000);
	expect(throttle.reserve(create, start)).toBe(start);
	expect(throttle.reserve(create, start)).toBe(start + 100);
});
