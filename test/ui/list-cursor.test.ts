import fc from 'fast-check';
import {expect, test} from 'vitest';
import {moveCursor, windowAround} from '../../source/ui/list-cursor.ts';

test.each([
	['down', 0, 1],
	['j', 0, 1],
	['up', 5, 4],
	['k', 5, 4],
	['up', 0, 0],
	['down', 9, 9],
	['pagedown', 1, 5],
	['pagedown', 8, 9],
	['pageup', 5, 1],
	['pageup', 2, 0],
	['home', 7, 0],
	['end', 2, 9],
	['x', 3, undefined],
])('%s moves a cursor at %i of ten to %s', (key, from, to) => {
	expect(moveCursor(from, key, {count: 10, page: 4})).toBe(to);
});

test('an empty list has its cursor at 0', () => {
	expect(moveCursor(0, 'down', {count: 0, page: 4})).toBe(0);
});

test.each([
	[0, 10, 4, {from: 0, to: 4}],
	[5, 10, 4, {from: 3, to: 7}],
	[9, 10, 4, {from: 6, to: 10}],
	[2, 3, 10, {from: 0, to: 3}],
	[0, 0, 10, {from: 0, to: 0}],
	[3, 10, 0, {from: 3, to: 3}],
])(
	'with its cursor at %i, a list of %i in %i rows shows %o',
	(cursor, count, rows, shown) => {
		expect(windowAround(cursor, count, rows)).toEqual(shown);
	},
);

test('the cursor is always in the window, which is never larger than its room', () => {
	fc.assert(
		fc.property(
			fc.nat(1000),
			fc.integer({min: 1, max: 1000}),
			fc.integer({min: 1, max: 60}),
			(at, count, rows) => {
				const cursor = Math.min(at, count - 1);
				const {from, to} = windowAround(cursor, count, rows);
				expect(to - from).toBe(Math.min(rows, count));
				expect(from).toBeLessThanOrEqual(cursor);
				expect(to).toBeGreaterThan(cursor);
			},
		),
	);
});
