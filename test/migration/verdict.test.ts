import fc from 'fast-check';
import {expect, test} from 'vitest';
import {number, quantity} from '../../source/migration/quantity.ts';
import {
	type Totals,
	customerOutcomes,
	organizationOutcomes,
} from '../../source/migration/totals.ts';
import {verdictOf} from '../../source/migration/verdict.ts';
import {type Verification} from '../../source/migration/verification.ts';

const verified: Verification = {equal: 9, differences: [], unexplained: 0};
const noAdditions = {added: 0, present: 0, notPossible: 0};

type Counts = {
	readonly customers?: Partial<Totals['customers']>;
	readonly organizations?: Partial<Totals['organizations']>;
};

function totals({customers = {}, organizations = {}}: Counts): Totals {
	const zero = (keys: readonly string[]) =>
		Object.fromEntries(keys.map((key) => [key, 0]));
	return {
		customers: {
			...(zero(customerOutcomes) as Totals['customers']),
			chosen: 0,
			there: 0,
			...customers,
		},
		organizations: {
			...(zero(organizationOutcomes) as Totals['organizations']),
			chosen: 0,
			there: 0,
			...organizations,
		},
		memberships: noAdditions,
		projectLinks: noAdditions,
		projectAccess: noAdditions,
	};
}

test('R16: a run that copied everything ends in the one sentence', () => {
	const all = totals({
		customers: {chosen: 3310, there: 3310},
		organizations: {chosen: 150, there: 150},
	});
	expect(verdictOf(all, 'New', 'finished', verified)).toBe(
		'All 3,310 chosen customers and 150 organizations are on New; 0 unexplained.',
	);
});

test('R16: what is missing is accounted for, and the numbers add up', () => {
	// Two of those who need attention or were left out have an account there all the same.
	const some = totals({
		customers: {chosen: 1200, there: 1190, attention: 7, skipped: 2, failed: 3},
		organizations: {chosen: 19, there: 8, attention: 2, skipped: 4, failed: 5},
	});
	expect(verdictOf(some, 'New', 'finished', verified)).toBe(
		'All 1,200 chosen customers and 19 organizations are accounted for: 1,188 and 8 are on New, 9 need attention, 6 left out as decided, 8 failed; 0 unexplained.',
	);
});

test('R16: what a second look can’t explain is counted', () => {
	const one = totals({
		customers: {chosen: 1, there: 1},
		organizations: {chosen: 1, there: 1},
	});
	const lookedAt = {...verified, unexplained: 1204};
	expect(verdictOf(one, 'New', 'finished', lookedAt)).toBe(
		'The only chosen customer and 1 organization are on New; 1,204 unexplained.',
	);
});

test('R16: what a second look does not find any more is not called there', () => {
	const all = totals({
		customers: {chosen: 9, there: 9},
		organizations: {chosen: 3, there: 3},
	});
	const lookedAt: Verification = {
		equal: 20,
		differences: [
			{sign: '-', what: 'customer', subject: 'ben@acme.example'},
			{sign: '-', what: 'organization', subject: 'Acme'},
			{sign: '-', what: 'link', subject: 'Acme', place: 'IT'},
			{sign: '+', what: 'member', subject: 'zoe', place: 'Bolt'},
		],
		unexplained: 3,
	};
	expect(verdictOf(all, 'New', 'finished', lookedAt)).toBe(
		'All 9 chosen customers and 3 organizations are accounted for: 8 and 2 are on New, 2 gone since; 3 unexplained.',
	);
});

test.for([
	['stopped', 'Stopped'],
	['broken-off', 'Broken off'],
] as const)(
	'a run that was %s says how far it came and how to go on',
	([ending, verb]) => {
		const some = totals({
			customers: {chosen: 3310, there: 1204, waiting: 2106},
			organizations: {chosen: 1, there: 0, waiting: 1},
		});
		expect(verdictOf(some, 'New', ending, undefined)).toBe(
			`${verb}: 1,204 of 3,310 chosen customers and 0 of 1 organization are on New; a resume goes on from there.`,
		);
	},
);

test('R16: only a finished and verified run is called explained', () => {
	const all = totals({customers: {chosen: 1, there: 1}});

	for (const [ending, verification] of [
		['stopped', undefined],
		['stopped', verified],
		['broken-off', verified],
		['finished', undefined],
	] as const) {
		const verdict = verdictOf(all, 'New', ending, verification);
		expect(verdict).not.toContain('unexplained');
	}
});

test('an organization that nobody decided on is accounted for, too', () => {
	const undecided = totals({
		customers: {chosen: 2, there: 2},
		organizations: {chosen: 2, there: 1, waiting: 1},
	});
	const verdict = verdictOf(undecided, 'New', 'finished', verified);
	expect(verdict).toMatch(/: 2 and 1 are on New, 1 [ a-z]+; 0 unexplained\.$/v);
});

test('a verdict is one whole sentence, whatever the totals', () => {
	const count = fc.nat(1);
	const counts = fc.record({
		chosen: count,
		there: count,
		attention: count,
		skipped: count,
		failed: count,
		waiting: count,
	});
	fc.assert(
		fc.property(
			fc.record({customers: counts, organizations: counts}),
			fc.constantFrom('finished', 'stopped', 'broken-off'),
			fc.option(fc.constant(verified), {nil: undefined}),
			(chosen, ending, verification) => {
				const verdict = verdictOf(totals(chosen), 'New', ending, verification);
				expect(verdict).toMatch(/^[A-Z][^.]+\.$/v);
				expect(verdict).not.toMatch(/undefined|NaN|, ?;| {2}/v);
			},
		),
	);
});

test('numbers are written the same everywhere', () => {
	expect(number(1_234_567)).toBe('1,234,567');
	expect(quantity(1, 'customer')).toBe('1 customer');
	expect(quantity(0, 'customer')).toBe('0 customers');
	expect(quantity(3310, 'customer')).toBe('3,310 customers');
});
