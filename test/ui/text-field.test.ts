import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	editField,
	emptyField,
	fieldWith,
	pasteInto,
	textOf,
} from '../../source/ui/text-field.ts';

/** A field from a text with `|` at the cursor. */
function field(text: string) {
	const [before = '', after = ''] = text.split('|', 2);
	return {before, after};
}

test.each([
	['left', 'ab|c', 'a|bc'],
	['left', '|abc', '|abc'],
	['right', 'a|bc', 'ab|c'],
	['right', 'abc|', 'abc|'],
	['home', 'ab|c', '|abc'],
	['ctrl+a', 'ab|c', '|abc'],
	['end', 'a|bc', 'abc|'],
	['ctrl+e', 'a|bc', 'abc|'],
	['backspace', 'ab|c', 'a|c'],
	['backspace', '|abc', '|abc'],
	['delete', 'a|bc', 'a|c'],
	['delete', 'abc|', 'abc|'],
	['ctrl+u', 'ab|c', '|c'],
	['ctrl+k', 'ab|c', 'ab|'],
	['ctrl+w', 'one two|', 'one |'],
	['ctrl+w', 'one two  |', 'one |'],
	['ctrl+w', 'one|', '|'],
	['backspace', '👩‍👩‍👧‍👦|', '|'],
	['left', 'e\u{301}|', '|e\u{301}'],
])('%s turns %s into %s', (name, before, after) => {
	expect(editField(field(before), {name})).toEqual(field(after));
});

test('letters are typed at the cursor', () => {
	expect(editField(field('a|c'), {name: 'b', text: 'b'})).toEqual(
		field('ab|c'),
	);
});

test.each(['up', 'down', 'enter', 'escape', 'tab'])(
	'%s is no editing key, so it may mean something else',
	(name) => {
		expect(editField(fieldWith('abc'), {name})).toBeUndefined();
	},
);

test.each([
	['token', 'token'],
	['token\n', 'token'],
	['  token\r\n', 'token'],
	['one\ntwo', 'one two'],
	['a\u{7}\tb', 'a b'],
	['\n', ''],
])('pasting %j adds %j', (pasted, added) => {
	expect(textOf(pasteInto(emptyField, pasted))).toBe(added);
});

const hard = [
	'a',
	'é',
	' ',
	'\n',
	'\r',
	'\t',
	'\u{7}',
	'\u{1B}',
	'\u{9B}',
	'\u{7F}',
];

test('no paste brings a control character into a field', () => {
	fc.assert(
		fc.property(fc.string({unit: fc.constantFrom(...hard)}), (text) => {
			expect(textOf(pasteInto(emptyField, text))).not.toMatch(/\p{Control}/v);
		}),
	);
});
