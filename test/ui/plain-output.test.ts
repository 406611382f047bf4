import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test} from 'vitest';
import {levels, shades, signs} from '../../source/ui/present/signs.ts';
import {toAscii} from '../../source/ui/plain-output.ts';

test.each([
	['Old → New › Acme…', 'Old > New > Acme~'],
	['✓ done ✗ failed ≈', '+ done x failed ~'],
	['“Café” 株', '"Caf?" ??'],
])('%s becomes %s', (text, expected) => {
	expect(toAscii(text)).toBe(expected);
});

test('every sign of the screens has a substitute of its width', () => {
	for (const sign of [
		...Object.values(signs),
		...shades,
		...levels,
		'─',
		'│',
	]) {
		expect(toAscii(sign), sign).toMatch(/^[^?]$|^\?$/v);
		expect(toAscii(sign) === '?', sign).toBe(sign === '?');
	}
});

test('text takes the same columns', () => {
	fc.assert(
		fc.property(
			fc.string({unit: fc.constantFrom('a', 'é', '株', '─', '…', ' ')}),
			(text) => {
				expect(toAscii(text).length).toBe(stringWidth(text));
			},
		),
	);
});
