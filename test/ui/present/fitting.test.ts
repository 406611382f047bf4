import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {cut, fit, head, widest} from '../../../source/ui/present/fit.ts';
import {fieldWindow} from '../../../source/ui/present/field-window.ts';
import {ruleText, titleText} from '../../../source/ui/present/frame.ts';
import {wrap, wrapToFit} from '../../../source/ui/present/wrap.ts';

const wide = fc.string({unit: 'grapheme'});
const columns = fc.integer({min: 0, max: 60});

test.each([
	['Acme Inc.', 9, 'Acme Inc.'],
	['Acme Inc.', 8, 'Acme In…'],
	['Acme Inc.', 1, '…'],
	['Acme Inc.', 0, ''],
	// Each of these takes two columns, so half of one is left blank.
	['株式会社', 5, '株式…'],
	['株式会社', 4, '株…'],
	['👩‍👩‍👧‍👦👍', 3, '👩‍👩‍👧‍👦…'],
])('%s in %i columns is %s', (text, room, expected) => {
	expect(cut(text, room)).toBe(expected);
});

test.each([
	['ab', 4, 'left', 'ab  '],
	['ab', 4, 'right', '  ab'],
	['abcdef', 4, 'left', 'abc…'],
	['株株株', 4, 'left', '株… '],
] as const)(
	'%s fills %i columns from the %s as “%s”',
	(text, room, side, expected) => {
		expect(fit(text, room, side)).toBe(expected);
	},
);

test('what is fitted has exactly its columns, whatever the text', () => {
	fc.assert(
		fc.property(wide, columns, (text, room) => {
			expect(stringWidth(fit(text, room))).toBe(room);
			expect(stringWidth(head(text, room))).toBeLessThanOrEqual(room);
		}),
	);
});

test.each([
	['one two three', 7, ['one two', 'three']],
	['one two three', 13, ['one two three']],
	['', 10, ['']],
	['https://acme.example/long', 10, ['https://ac', 'me.example', '/long']],
	['a https://acme.example', 10, ['a', 'https://ac', 'me.example']],
	['株式会社', 4, ['株式', '会社']],
	['株', 1, ['株']],
])('“%s” in %i columns takes these rows: %j', (text, room, rows) => {
	expect(wrap(text, room)).toEqual(rows);
});

test('no row is too wide, and no word is lost', () => {
	fc.assert(
		fc.property(
			fc.array(wide),
			fc.integer({min: 8, max: 60}),
			(words, room) => {
				const text = words.join(' ');
				const rows = wrap(text, room);
				expect(widest(rows)).toBeLessThanOrEqual(room);
				expect(rows.join('').replaceAll(' ', '')).toBe(
					text.replaceAll(' ', ''),
				);
			},
		),
	);
});

test.each([
	[['a long sentence', 'short'], {columns: 20, rows: 1}, ['a long sentence']],
	[['a long sentence', 'short'], {columns: 8, rows: 1}, ['short']],
	[['a long sentence', 'also long'], {columns: 5, rows: 1}, ['also']],
	[['a long sentence'], {columns: 5, rows: 0}, []],
	[[], {columns: 5, rows: 5}, []],
])('of %j, %o shows %j', (texts, room, rows) => {
	expect(wrapToFit(texts, room)).toEqual(rows);
});

test.each([
	['Plan', 'nothing yet', 30, ' Plan             nothing yet'],
	['Plan', '', 30, ' Plan'],
	// The title gives way as long as it says something.
	[
		'Conflicts › northwind → contoso',
		'3 of 12',
		41,
		' Conflicts › northwind → conto…  3 of 12',
	],
	[
		'Conflicts › northwind → contoso',
		'nothing written',
		34,
		' Conflicts › northwind → contoso',
	],
	[
		'Conflicts › northwind → contoso',
		'nothing written',
		24,
		' Conflicts › northwind…',
	],
])('%s and “%s” in %i columns', (title, aside, room, expected) => {
	expect(titleText(title, aside, room)).toBe(expected);
	expect(stringWidth(titleText(title, aside, room))).toBeLessThanOrEqual(room);
});

test.each([
	[20, 'Tick one first.', '── Tick one firs… ──'],
	[20, 'Tick at least one first.', '── Tick at least… ──'],
])('a rule of %i columns with the notice %s', (room, notice, expected) => {
	expect(ruleText(room, notice)).toBe(expected);
});

test.each([
	['abc|', 10, {before: 'abc', at: ' ', after: ''}],
	['a|bc', 10, {before: 'a', at: 'b', after: 'c'}],
	// What is before the cursor is cut at its beginning.
	['abcdefgh|', 5, {before: 'efgh', at: ' ', after: ''}],
	['|abcdefgh', 5, {before: '', at: 'a', after: 'bcde'}],
	['a|\u{1B}[2J', 10, {before: 'a', at: '␛', after: '[2J'}],
])('a field of %s in %i columns shows %o', (text, room, shown) => {
	const [before = '', after = ''] = text.split('|', 2);
	expect(fieldWindow({before, after}, room)).toEqual(shown);
});
