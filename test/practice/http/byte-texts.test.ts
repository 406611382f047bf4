import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {
	ByteTexts,
	quoteAsBytes,
} from '../../../source/practice/http/byte-texts.ts';
import {curiousNames} from '../../../source/practice/world/names.ts';

const names = [
	...curiousNames,
	'',
	'Ben Novak',
	'Zoë Çelik',
	'佐藤美咲',
	'half a pair \u{D800}',
	String.raw`back\slash`,
	'\u{7F}\u{80}\u{2028}',
];

test('A text becomes the bytes that JSON.stringify gives, the second time as the first.', () => {
	const texts = new ByteTexts();
	for (const name of [...names, ...names]) {
		const bytes = Buffer.from(JSON.stringify(name)).toString('latin1');
		expect(texts.quoted(name)).toBe(bytes);
		expect(quoteAsBytes(name)).toBe(bytes);
	}
});

test('More texts than are remembered are written just the same.', () => {
	const texts = new ByteTexts();
	for (let number = 0; number < 5000; number++) {
		expect(texts.quoted(`ü${number % 2500}`)).toBe(`"Ã¼${number % 2500}"`);
	}
});
