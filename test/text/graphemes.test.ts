import fc from 'fast-check';
import {expect, test} from 'vitest';
import {firstGrapheme, graphemes} from '../../source/text/graphemes.ts';

test('half an emoji is no character, nor is an accent without its letter', () => {
	const family = '\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}';
	const accented = 'e\u{301}';
	expect([...graphemes(`a${family}${accented}\r\n`)]).toEqual([
		'a',
		family,
		accented,
		'\r\n',
	]);
	expect(firstGrapheme(`${accented}a`)).toBe(accented);
	expect(firstGrapheme('')).toBe('');
});

test('any text is taken apart where Unicode says so', () => {
	fc.assert(
		fc.property(fc.oneof(fc.string(), fc.string({unit: 'binary'})), (text) => {
			const segments = new Intl.Segmenter().segment(text);
			const expected = Array.from(segments, ({segment}) => segment);
			expect([...graphemes(text)]).toEqual(expected);
		}),
	);
});
