import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	TakenNames,
	comparableName,
	freeName,
	longestName,
	nameProblem,
} from '../../source/migration/names.ts';

const pattern = '{name} ({site})';
const none = new TakenNames();
const unicode = fc.string({unit: 'grapheme', maxLength: 260});
const composed = fc.string({unit: 'grapheme-composite'});

test.for([
	['blanks around it', '  Acme ', 'Acme'],
	['blanks within it', 'Acme \t Inc.', 'Acme Inc.'],
	['a blank that does not break', 'Acme\u{A0}Inc.', 'Acme Inc.'],
	['case', 'ACME inc.', 'acme INC.'],
	['a letter that unfolds', 'Straße', 'STRASSE'],
	['the capital of a letter that unfolds', 'STRAẞE', 'strasse'],
	['a final sigma', 'ΟΔΟΣ', 'οδος'],
	['the Unicode form', 'Cafe\u{301}', 'Caf\u{E9}'],
] as const)('R8: names that differ only in %s may be the same', ([, a, b]) => {
	expect(comparableName(a)).toBe(comparableName(b));
});

test.for([
	['punctuation', 'Acme Inc.', 'Acme Inc'],
	['a blank', 'Acme Inc', 'AcmeInc'],
	['an accent', 'Café', 'Cafe'],
	['a number', 'Acme', 'Acme (2)'],
] as const)('R8: names that differ in %s are different', ([, a, b]) => {
	expect(comparableName(a)).not.toBe(comparableName(b));
});

test('R8: case, Unicode form and blanks never tell two names apart', () => {
	fc.assert(
		fc.property(composed, (name) => {
			const comparable = comparableName(name);
			expect(comparableName(comparable)).toBe(comparable);
			expect(comparableName(name.toUpperCase())).toBe(comparable);
			expect(comparableName(name.toLowerCase())).toBe(comparable);
			expect(comparableName(name.normalize('NFD'))).toBe(comparable);
			expect(comparableName(` ${name}\n`)).toBe(comparable);
		}),
	);
});

test('R10: a new name follows the pattern', () => {
	const values = {name: 'Acme', site: 'Old'};
	expect(freeName(pattern, values, none)).toBe('Acme (Old)');
	expect(freeName('{site}: {name}', values, none)).toBe('Old: Acme');
	expect(freeName('Copied', values, none)).toBe('Copied');
});

test('R10: braces and dollars in a name are taken as they are', () => {
	const values = {name: '{site} $& $1', site: '{name}'};
	expect(freeName(pattern, values, none)).toBe('{site} $& $1 ({name})');
});

test('R10: a new name that is taken in any spelling is numbered', () => {
	const taken = new TakenNames(['ACME  (old)', 'Acme (Old) (2)']);
	const values = {name: 'Acme', site: 'Old'};
	expect(freeName(pattern, values, taken)).toBe('Acme (Old) (3)');
});

test('R10: a new name is shortened at the end of the organization’s name', () => {
	const values = {name: 'a'.repeat(longestName), site: 'Old'};
	const name = freeName(pattern, values, none);
	expect(name).toBe(`${'a'.repeat(194)} (Old)`);
	expect(name).toHaveLength(longestName);
});

test('R10: a shortened name leaves no blank before the site', () => {
	const values = {name: `${'a'.repeat(193)} bcd`, site: 'Old'};
	expect(freeName(pattern, values, none)).toBe(`${'a'.repeat(193)} (Old)`);
});

test('R10: a number after a shortened name still fits', () => {
	const values = {name: 'a'.repeat(longestName), site: 'Old'};
	const taken = new TakenNames([freeName(pattern, values, none)]);
	const name = freeName(pattern, values, taken);
	expect(name).toBe(`${'a'.repeat(190)} (Old) (2)`);
	expect(name).toHaveLength(longestName);
});

test('R10: a name is never cut within a character', () => {
	const family = '👨‍👩‍👧';
	const values = {name: family.repeat(30), site: 'Old'};
	const name = freeName(pattern, values, none);
	expect(name).toBe(`${family.repeat(24)} (Old)`);
});

test('R10: a new name is free, fits, and is no half character, whatever goes in', () => {
	fc.assert(
		fc.property(
			fc.record({name: unicode, site: unicode}),
			fc.constantFrom(pattern, '{name}', '{name} {name}', '{site} {name}'),
			fc.array(unicode, {maxLength: 4}),
			(values, anyPattern, others) => {
				const first = freeName(anyPattern, values, none);
				const taken = new TakenNames([first, ...others]);
				const name = freeName(anyPattern, values, taken);
				expect(taken.has(name)).toBe(false);
				expect(name.length).toBeLessThanOrEqual(longestName);
				expect(name.isWellFormed()).toBe(true);
			},
		),
	);
});

test.for([
	{what: 'nothing', name: '', problem: 'blank'},
	{what: 'blanks', name: ' \t', problem: 'blank'},
	{what: '201 characters', name: 'x'.repeat(201), problem: 'too-long'},
	{what: 'a taken name', name: 'acme  INC.', problem: 'taken'},
	{what: '200 characters', name: 'x'.repeat(200), problem: undefined},
	{what: 'a free name', name: 'Acme', problem: undefined},
] as const)(
	'R10: of $what, typed as a new name, the problem is $problem',
	({name, problem}) => {
		expect(nameProblem(name, new TakenNames(['Acme Inc.']))).toBe(problem);
	},
);
