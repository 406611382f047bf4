import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {sum} from '../../../source/migration/sum.ts';
import {
	type Column,
	layOut,
	rowText,
} from '../../../source/ui/present/columns.ts';
import {factLines} from '../../../source/ui/present/facts.ts';
import {type Hint, hintLine} from '../../../source/ui/present/hints.ts';
import {legendLines} from '../../../source/ui/present/legend.ts';
import {textOfLine} from '../../../source/ui/present/line.ts';
import {placeText} from '../../../source/ui/present/place.ts';

const columns: readonly Column[] = [
	{title: 'Fate', least: 6, share: 0},
	{title: 'Email', least: 10, share: 2},
	{title: 'Name', least: 8, share: 1, rank: 1},
	{title: 'Count', least: 5, share: 0, side: 'right', rank: 2},
];

test.each([
	[80, [6, 40, 23, 5]],
	[35, [6, 10, 8, 5]],
	// What is of a higher rank goes first.
	[34, [6, 14, 10, 0]],
	// Room that is too small for one may do for another.
	[27, [6, 12, 0, 5]],
	[17, [6, 0, 9, 0]],
	[4, [0, 0, 0, 0]],
])('%i columns are shared as %j', (width, widths) => {
	expect(layOut(columns, width)).toEqual(widths);
});

/** A row whose cells take so many columns. */
const ofWidths = (...widths: readonly number[]) =>
	widths.map((width) => 'x'.repeat(width));

test.each([
	['nobody needs more', [[6, 40, 10, 5]], [6, 40, 23, 5]],
	['one has too little', [[6, 44, 12, 5]], [6, 44, 19, 5]],
	['what is left does not do', [[6, 90, 12, 5]], [6, 51, 12, 5]],
	['two have too little', [[6, 8, 32, 12]], [6, 24, 32, 12]],
	// Left ones tell who or which.
	['there is enough for one of two', [[6, 44, 90, 1]], [6, 44, 23, 1]],
	['there is enough for neither', [[6, 90, 90, 1]], [6, 44, 23, 1]],
	['all have too little', [[9, 90, 90, 90]], [6, 40, 23, 5]],
	[
		'the widest of each counts',
		[
			[6, 44, 4, 5],
			[6, 4, 12, 5],
		],
		[6, 44, 19, 5],
	],
])('where %s, columns are as wide as their texts', (_, rows, widths) => {
	const cells = rows.map((row) => ofWidths(...row));
	expect(layOut(columns, 80, cells)).toEqual(widths);
});

test('columns that suit their texts take no more than there is, and cut nothing that was whole', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 0, max: 200}),
			fc.array(
				fc.array(fc.integer({min: 0, max: 60}), {minLength: 4, maxLength: 4}),
				{maxLength: 5},
			),
			(width, rows) => {
				const before = layOut(columns, width);
				const after = layOut(
					columns,
					width,
					rows.map((row) => ofWidths(...row)),
				);
				expect(sum(after)).toBeLessThanOrEqual(sum(before));

				for (const [index, has] of after.entries()) {
					const need = Math.max(0, ...rows.map((row) => row[index]!));
					expect(has).toBeGreaterThanOrEqual(Math.min(need, before[index]!));
				}
			},
		),
	);
});

test('a row is never wider than what was laid out', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 0, max: 200}),
			fc.array(fc.string({unit: 'grapheme'}), {minLength: 4, maxLength: 4}),
			(width, cells) => {
				const text = rowText(cells, columns, layOut(columns, width));
				expect(stringWidth(text)).toBeLessThanOrEqual(width);
			},
		),
	);
});

test('numbers stand at the right', () => {
	expect(
		rowText(
			['create', 'ada@acme.example', 'Ada', '12'],
			columns,
			[6, 18, 8, 5],
		),
	).toBe('create  ada@acme.example    Ada          12');
});

test.each([
	[
		60,
		[
			'from     northwind',
			'effort   244 writes, about 6 to 20 s. Nobody gets a mail.',
		],
	],
	[
		40,
		[
			'from     northwind',
			'effort   244 writes, about 6 to 20 s.',
			'         Nobody gets a mail.',
		],
	],
	[
		30,
		[
			'from',
			'  northwind',
			'effort',
			'  244 writes, about 6 to 20 s.',
			'  Nobody gets a mail.',
		],
	],
])('facts in %i columns', (room, lines) => {
	const facts = [
		{label: 'from', text: 'northwind'},
		{label: 'effort', text: '244 writes, about 6 to 20 s. Nobody gets a mail.'},
	];
	expect(factLines(facts, room).map((line) => textOfLine(line))).toEqual(lines);
});

const hints: readonly Hint[] = [
	{sign: '⏎', label: 'decide', isRefused: false},
	{sign: 'a', label: 'all that remain', isRefused: false},
	{sign: 'u', label: 'take back', isRefused: true},
	{sign: '/', label: 'filter', isRefused: false},
	{sign: 'esc', label: 'back', isRefused: false},
	{sign: '?', label: 'keys', isRefused: false, labelForMore: 'more'},
];

test.each([
	[
		80,
		'⏎ decide   a all that remain   (u take back)   / filter   esc back   ? keys',
	],
	// Those that can't be used go first, and the last one says that there are more.
	[70, '⏎ decide   a all that remain   / filter   esc back   ? more'],
	// Before any other goes, all move closer.
	[55, '⏎ decide  a all that remain  / filter  esc back  ? more'],
	[45, '⏎ decide   / filter   esc back   ? more'],
	// The most useful one, the way back and the one that tells all others stay longest.
	[30, '⏎ decide   esc back   ? more'],
	[20, '⏎ decide   ? more'],
	[10, '? more'],
	[3, ''],
])('keys in %i columns', (room, expected) => {
	expect(textOfLine(hintLine(hints, room))).toBe(expected);
});

test('a key whose sign says enough loses its label before another key goes', () => {
	const conflicts: readonly Hint[] = [
		...hints.slice(0, 2),
		{sign: 'u', label: 'take back', isRefused: false},
		{sign: 'g', label: 'go on', isRefused: true},
		{sign: '/', label: 'filter', isRefused: false},
		{sign: 'e', label: 'CSV', isRefused: false},
		{sign: '↑↓', label: 'move', isRefused: false, isPlain: true},
		...hints.slice(-2),
	];
	expect(textOfLine(hintLine(conflicts, 79))).toBe(
		'⏎ decide  a all that remain  u take back  / filter  e CSV  ↑↓  esc back  ? more',
	);
});

test('two keys that do the same take one hint', () => {
	const twins = ['esc', '⏎', '?'].map((sign) => ({
		sign,
		label: 'close',
		isRefused: false,
	}));
	expect(textOfLine(hintLine(twins, 80))).toBe('esc close');
});

test.each([
	[80, ['█ 15 create   ▓ 2 link   ▒ 1 need attention']],
	[30, ['█ 15 create   ▓ 2 link', '▒ 1 need attention']],
	[10, ['█ 15 create', '▓ 2 link', '▒ 1 need attention']],
])('a legend in %i columns', (room, rows) => {
	const parts = [
		{label: 'create', count: 15},
		{label: 'skip', count: 0},
		{label: 'link', count: 2},
		{label: 'need attention', count: 1},
	];
	expect(legendLines(parts, room).map((line) => textOfLine(line))).toEqual(
		rows,
	);
});

test.each([
	[0, 17, 215, '1 to 17 of 215'],
	[1200, 1217, 3310, '1,201 to 1,217 of 3,310'],
	[0, 5, 5, 'All'],
])('rows %i to %i of %i: %s', (from, to, count, expected) => {
	expect(placeText(from, to, count, 'All')).toBe(expected);
});
