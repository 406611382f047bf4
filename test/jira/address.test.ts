import {expect, test} from 'vitest';
import {isLoopback, readAddress} from '../../source/jira/address.ts';

/** Apart, so that no tool makes it a secure one. */
const plain = 'http:';

test.each([
	['acme', 'https://acme.atlassian.net'],
	[' Acme-2 ', 'https://acme-2.atlassian.net'],
	['acme.atlassian.net', 'https://acme.atlassian.net'],
	['https://acme.atlassian.net/', 'https://acme.atlassian.net'],
	[
		'https://ACME.atlassian.net/jira/servicedesk/projects/IT?a=b#c',
		'https://acme.atlassian.net',
	],
	['support.acme.example:8443', 'https://support.acme.example:8443'],
	['http://127.0.0.1:4010', 'http://127.0.0.1:4010'],
	['http://localhost:4010/x', 'http://localhost:4010'],
	['http://[::1]:4010', 'http://[::1]:4010'],
])('%j is the site %s', (text, url) => {
	expect(readAddress(text)).toEqual({url});
});

test.each([
	['', 'malformed'],
	[' '.repeat(3), 'malformed'],
	['-acme', 'malformed'],
	['two words', 'malformed'],
	['https://', 'malformed'],
	['https://acme', 'malformed'],
	['data:text/html,hello', 'malformed'],
	[`${plain}//acme.atlassian.net`, 'not-https'],
	[`${plain}//127.0.0.1.attacker.example`, 'not-https'],
	[`${plain}//localhost.attacker.example`, 'not-https'],
	['ftp://acme.atlassian.net', 'not-https'],
	['file:///etc/passwd', 'not-https'],
	['https://ada:secret@acme.atlassian.net', 'has-credentials'],
	['https://token@acme.atlassian.net', 'has-credentials'],
])('%j is no address: %s', (text, problem) => {
	expect(readAddress(text)).toEqual({problem});
});

test('a host written in look-alike letters shows what it is', () => {
	const cyrillic = readAddress('https://асme.atlassian.net');
	expect(cyrillic).toEqual({
		url: expect.stringMatching(/^https:\/\/xn--/v) as string,
	});
});

test.each([
	['127.0.0.1', true],
	['127.1.2.3', true],
	['localhost', true],
	['[::1]', true],
	['128.0.0.1', false],
	['localhost.example', false],
	['127.0.0.1.example', false],
	['x127.0.0.1', false],
])('%s is this machine: %s', (hostname, expected) => {
	expect(isLoopback(hostname)).toBe(expected);
});
