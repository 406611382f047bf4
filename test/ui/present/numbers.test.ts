import fc from 'fast-check';
import {expect, test} from 'vitest';
import {barText, partWidths} from '../../../source/ui/present/bar.ts';
import {
	range,
	rateOf,
	sparkline,
	timeLeft,
} from '../../../source/ui/present/pace.ts';
import {when} from '../../../source/ui/present/when.ts';
import {listOf, someOf} from '../../../source/ui/present/words.ts';

test.each([
	[0, 100, '░░░░░░░░░░'],
	// Something done is never shown as nothing, nor something open as all.
	[1, 1000, '█░░░░░░░░░'],
	[999, 1000, '█████████░'],
	[50, 100, '█████░░░░░'],
	[100, 100, '██████████'],
	[0, 0, '██████████'],
])('%i of %i as a bar', (done, total, bar) => {
	expect(barText(done, total, 10)).toBe(bar);
});

test.each([
	[
		[50, 50],
		[5, 5],
	],
	[
		[999, 1],
		[9, 1],
	],
	[
		[0, 10, 0],
		[0, 10, 0],
	],
	[
		[0, 0],
		[0, 0],
	],
	[
		[1, 1, 1],
		[4, 3, 3],
	],
])('parts %j of a bar of ten', (parts, widths) => {
	expect(partWidths(parts, 10)).toEqual(widths);
});

test('the parts of a bar fill it, and none is lost', () => {
	fc.assert(
		fc.property(
			fc.array(fc.nat(100_000), {minLength: 1, maxLength: 9}),
			fc.integer({min: 40, max: 200}),
			(parts, columns) => {
				const widths = partWidths(parts, columns);
				const sum = widths.reduce((all, width) => all + width, 0);
				expect(sum).toBe(parts.some((part) => part > 0) ? columns : 0);
				expect(
					widths.every((width, index) => width > 0 === parts[index]! > 0),
				).toBe(true);
			},
		),
	);
});

test.each([
	[[], undefined],
	// The last second is still running, and two say nothing about the rest.
	[[9, 9, 9], undefined],
	[[10, 20, 30, 1], 20],
])('a rate of %j is %s', (perSecond, rate) => {
	expect(rateOf(perSecond)).toBe(rate);
});

test.each([
	[600, [10, 10, 10, 10, 0], '60 s'],
	[600, [10, 10, 2, 2, 0], '1 to 5 min'],
	[600, [10, 10], undefined],
	[600, [0, 0, 0, 0, 0], undefined],
])('%i to do at %j take %s', (left, perSecond, expected) => {
	const text = timeLeft(left, perSecond);
	expect(
		text?.replace('1 min', '60 s').replace('60 s to 5 min', '1 to 5 min'),
	).toBe(expected);
});

test.each([
	[0.4, 0.5, 'less than 1 s'],
	[0.4, 9, 'up to 9 s'],
	[5, 5.2, '5 s'],
	[6, 20, '6 to 20 s'],
	[60, 120, '1 to 2 min'],
	[30, 120, '30 s to 2 min'],
])('from %d to %d seconds is %s', (least, most, expected) => {
	expect(range(least, most)).toBe(expected);
});

test.each([
	[[0, 5, 10], 3, '▁▅█'],
	[[0, 5, 10], 2, '▅█'],
	[[1, 2], 0, ''],
	[[], 5, ''],
])('%j in %i columns is the chart %s', (perSecond, columns, chart) => {
	expect(sparkline(perSecond, columns)).toBe(chart);
});

const now = new Date('2026-11-23T09:00:00Z');

test.each([
	['2026-11-23T08:05:00Z', 'today 08:05'],
	['2026-11-22T23:59:00Z', 'yesterday 23:59'],
	['2026-11-12T16:40:00Z', '12 November 16:40'],
	['2025-11-12T16:40:00Z', '12 November 2025 16:40'],
])('%s is %s', (date, expected) => {
	expect(when(new Date(date), now, 'UTC')).toBe(expected);
});

test.each([
	[[], ''],
	[['IT'], 'IT'],
	[['IT', 'HR'], 'IT and HR'],
	[['IT', 'HR', 'LEGAL'], 'IT, HR and LEGAL'],
])('%j in words: %s', (items, expected) => {
	expect(listOf(items)).toBe(expected);
});

test('of many, the first few are named', () => {
	expect(someOf(['A', 'B', 'C', 'D'], 2)).toBe('A, B and 2 more');
	expect(someOf(['A', 'B'], 2)).toBe('A and B');
});
