import {expect, test} from 'vitest';
import {maskEmails, maskPerson} from '../../../source/ui/present/privacy.ts';

test.each([
	['noa.berg@globex.example', 'n…@g….example'],
	[
		'now noa.berg@globex.example, 8 in flight',
		'now n…@g….example, 8 in flight',
	],
	['lee@mail.initech.co.uk (portal-only)', 'l…@m….uk (portal-only)'],
	['株@例え.example', '株…@例….example'],
	['cut within lee@init…', 'cut within l…@i…'],
	['cut before the at customer-with-a-lo…', 'cut before the at c…'],
	['broken into customerwithaverylongaddressofhis', 'broken into c…'],
])('in “%s” nobody can be recognized', (text, masked) => {
	expect(maskEmails(text)).toBe(masked);
});

test.each([
	'Customers  12 of 167   7 %',
	'████████████████████████████████░░░░░░░░░░',
	'──────────────────────────────────────────',
	'paused: nothing is sent; reading goes on',
])('“%s” stays as it is', (text) => {
	expect(maskEmails(text)).toBe(text);
});

test('of a name the first letters are left', () => {
	expect(maskPerson('Noa Berg')).toBe('N… B…');
	expect(maskPerson('noa@globex.example')).toBe('n…@g….example');
	expect(maskPerson('noa@globex.example, Noa Berg')).toBe(
		'n…@g….example, N… B…',
	);
	expect(maskPerson('👩‍👩‍👧‍👦 Söhne')).toBe('👩‍👩‍👧‍👦… S…');
});
