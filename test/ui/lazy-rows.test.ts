import fc from 'fast-check';
import {expect, test} from 'vitest';
import {FacetCounts} from '../../source/ui/facet-counts.ts';
import {LazyRows} from '../../source/ui/lazy-rows.ts';
import {mergeSort} from '../../source/ui/merge-sort.ts';
import {
	type BrowserTable,
	everything,
} from '../../source/ui/present/browser.ts';
import {joinRows, rowsOf} from '../../source/ui/present/row-sources.ts';

/** A table of numbers that tells which places were looked at. */
function numbers(total: number) {
	const looked: number[] = [];
	const all = Array.from({length: total}, (_, index) => (index * 7) % total);
	const table: BrowserTable = {
		columns: [{title: 'Number', least: 6, share: 0, side: 'right'}],
		rows: {
			total,
			isWhole: true,
			at(place) {
				looked.push(place);
				return {cells: [String(all[place])], details: () => []};
			},
		},
		facets: {outcome: (place) => [all[place]! % 2 === 0 ? 'even' : 'odd']},
		emptyText: 'None.',
	};
	return {table, looked};
}

function cellsOf(rows: LazyRows): readonly string[] {
	return rows.slice(0, rows.count).map(({cells}) => cells[0]!);
}

test('of a million rows only those on screen are made', () => {
	const {table, looked} = numbers(1_000_000);
	const rows = new LazyRows(table);
	expect(rows.count).toBe(1_000_000);
	rows.slice(999_990, 1_000_000);
	expect(looked).toHaveLength(10);
});

test('a row that stays on screen is made once, one that was left behind anew', () => {
	const {table, looked} = numbers(1_000_000);
	const rows = new LazyRows(table);
	const screen = rows.slice(0, 40);
	expect(rows.slice(1, 41).slice(0, 39)).toEqual(screen.slice(1));
	expect(looked).toHaveLength(41);

	// A report of a million is not to be held in memory because someone leafed through it.
	for (let row = 0; row < 10_000; row++) {
		rows.at(row);
	}

	looked.length = 0;
	rows.slice(0, 40);
	expect(looked).toHaveLength(40);
});

test('rows that a search has just found are not made again to be shown', () => {
	const {table, looked} = numbers(1000);
	const rows = new LazyRows(table, {...everything, text: '7'});
	rows.work(100);
	const found = rows.count;
	looked.length = 0;
	expect(rows.slice(0, found)).toHaveLength(found);
	expect(looked).toEqual([]);
});

test('the next letter of a filter looks at the same rows and makes none of them again', () => {
	const {table, looked} = numbers(1_000_000);
	let rows = new LazyRows(table);
	rows.slice(0, 40);

	for (const text of ['9', '99', '9', '']) {
		rows = new LazyRows(table, {...everything, text}, rows);
		rows.work(100);
		rows.slice(0, 40);
	}

	expect(looked).toHaveLength(100);
	expect(rows.at(1)?.cells).toEqual(['7']);
});

test('another table has rows of its own', () => {
	const before = new LazyRows(numbers(10).table);
	before.slice(0, 10);
	const {table, looked} = numbers(10);
	new LazyRows(table, everything, before).slice(0, 10);
	expect(looked).toHaveLength(10);
});

test('a search goes on in steps, and what it found so far is there', () => {
	const {table} = numbers(1000);
	const rows = new LazyRows(table, {...everything, text: '7'});
	rows.work(100);
	const soFar = rows.count;
	expect(soFar).toBeGreaterThan(0);
	expect(rows.isDone).toBe(false);
	rows.work(Infinity);
	expect(rows.isDone).toBe(true);
	expect(rows.count).toBeGreaterThan(soFar);
	expect(cellsOf(rows).every((cell) => cell.includes('7'))).toBe(true);
});

test('facet and order hold together', () => {
	const {table} = numbers(11);
	const rows = new LazyRows(table, {
		text: '',
		facets: {outcome: 'odd'},
		sort: {column: 0, isDescending: true},
	});
	rows.work(Infinity);
	expect(cellsOf(rows)).toEqual(['9', '7', '5', '3', '1']);
});

test('a facet that is chosen is counted as if it were not', () => {
	const {table} = numbers(11);
	const counts = new FacetCounts(table, {
		text: '',
		facets: {outcome: 'odd'},
	});
	counts.work(3);
	expect(counts.values).toEqual([]);
	counts.work(Infinity);
	expect(counts.values).toEqual([
		{facet: 'outcome', value: 'even', count: 6},
		{facet: 'outcome', value: 'odd', count: 5},
	]);
});

test('sorting in steps comes to what sorting at once comes to, and keeps the order of equals', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({min: 0, max: 9})), (keys) => {
			const order = Int32Array.from(keys.keys());

			for (const _ of mergeSort(
				order,
				(one, other) => keys[one]! > keys[other]!,
			)) {
				// Each step is a little more.
			}

			const expected = keys
				.keys()
				.toArray()
				.toSorted((one, other) => keys[one]! - keys[other]!);
			expect([...order]).toEqual(expected);
		}),
	);
});

test('sources behind each other are one', () => {
	const row = (text: string) => ({cells: [text], details: () => []});
	const {total, at} = joinRows(
		rowsOf(['a', 'b'], row),
		rowsOf([], row),
		rowsOf(['c'], row),
	);
	const places = Array.from({length: total + 1}, (_, place) => at(place));
	expect(places.map((one) => one?.cells[0])).toEqual([
		'a',
		'b',
		'c',
		undefined,
	]);
});
