import {Buffer} from 'node:buffer';
import fc from 'fast-check';
import {expect, test} from 'vitest';
import {blackout, createScrubber} from '../../source/text/scrub.ts';

const token = 'ATATT3xFfGF0+secret/with="signs"&spaces ü=AB12';

function scrubberFor(...tokens: readonly string[]) {
	const scrubber = createScrubber();

	for (const one of tokens) {
		scrubber.learn(one);
	}

	return scrubber;
}

test.each([
	['plain', token],
	['in JSON', JSON.stringify({token})],
	['in an address', `https://acme/?token=${encodeURIComponent(token)}`],
	['in base64', Buffer.from(token).toString('base64')],
	['in base64 for addresses', Buffer.from(token).toString('base64url')],
	[
		'in basic authentication',
		`Basic ${Buffer.from(`ada@acme.example:${token}`).toString('base64')}`,
	],
	['in hexadecimal', Buffer.from(token).toString('hex')],
])('a token %s is taken out', (_, text) => {
	const clean = scrubberFor(token).scrub(`before ${text} after`);
	expect(clean).toContain(blackout);
	expect(clean).toMatch(/^before .* after$/v);
	expect(clean).not.toContain(text);
});

test('no encoding of any token survives, whatever stands around it', () => {
	const anyToken = fc.string({minLength: 8, maxLength: 200});
	fc.assert(
		fc.property(
			anyToken,
			fc.emailAddress(),
			fc.string({unit: 'binary'}),
			(secret, email, around) => {
				const {scrub} = scrubberFor(secret);
				const basic = Buffer.from(`${email}:${secret}`).toString('base64');
				const escaped = encodeURIComponent(secret.toWellFormed());
				const left = scrub([around, secret, basic, escaped, around].join('\n'));
				expect(left).not.toContain(secret);
				// What is left of basic authentication may hold the email, not the token.
				const decoded = left
					.matchAll(/[\d+\/A-Za-z]{8,}/gv)
					.map(([text]) => Buffer.from(text, 'base64').toString());
				expect(decoded.some((text) => text.includes(secret))).toBe(false);
			},
		),
	);
});

test('a text without secrets stays as it is', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), (text) => {
			expect(createScrubber().scrub(text)).toBe(text);
			expect(scrubberFor('a-token-that-is-nowhere').scrub(text)).toBe(text);
		}),
	);
});

test('several tokens are taken out, the longer one first', () => {
	const {scrub} = scrubberFor('abcdef', 'abcdef-and-more');
	expect(scrub('abcdef-and-more, abcdef')).toBe(`${blackout}, ${blackout}`);
});
