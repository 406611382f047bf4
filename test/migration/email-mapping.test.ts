import {expect, test} from 'vitest';
import {mapEmails} from '../../source/migration/email-mapping.ts';
import {sourceAccount} from '../helpers/engine-people.ts';

const anna = sourceAccount('anna');
const noMapping = {emails: {}, emailDomains: {}};

test('without a mapping an email stays as it is', () => {
	expect(mapEmails(noMapping)(anna)).toBe('anna@acme.example');
});

test('an email given for the account goes before everything else', () => {
	const emails = {[anna.id]: 'anna@bolt.example'};
	const emailDomains = {'acme.example': 'cask.example'};
	const mapping = {emails, emailDomains};
	const hidden = {...anna, email: undefined};
	expect(mapEmails(mapping)(anna)).toBe('anna@bolt.example');
	expect(mapEmails(mapping)(hidden)).toBe('anna@bolt.example');
});

test('a changed domain is replaced, whatever its case', () => {
	const mapping = {
		...noMapping,
		emailDomains: {'acme.example': 'bolt.example'},
	};
	const shouting = {...anna, email: 'Anna@ACME.Example'};
	expect(mapEmails(mapping)(anna)).toBe('anna@bolt.example');
	expect(mapEmails(mapping)(shouting)).toBe('Anna@bolt.example');
});

test('a domain is replaced as a whole only', () => {
	const mapping = {
		...noMapping,
		emailDomains: {'acme.example': 'bolt.example'},
	};
	const below = {...anna, email: 'anna@it.acme.example'};
	const around = {...anna, email: 'anna@notacme.example'};
	expect(mapEmails(mapping)(below)).toBe('anna@it.acme.example');
	expect(mapEmails(mapping)(around)).toBe('anna@notacme.example');
});

test('a hidden email stays hidden', () => {
	const mapping = {
		...noMapping,
		emailDomains: {'acme.example': 'bolt.example'},
	};
	const hidden = {...anna, email: undefined};
	expect(mapEmails(mapping)(hidden)).toBeUndefined();
});

test.for(['constructor', 'toString', '__proto__'])(
	'an email at “%s” meets no property of objects',
	(domain) => {
		const odd = {...anna, id: domain, email: `anna@${domain}`};
		expect(mapEmails(noMapping)(odd)).toBe(`anna@${domain}`);
	},
);

test('something without an at sign is left alone', () => {
	const odd = {...anna, email: 'anna'};
	const mapping = {...noMapping, emailDomains: {'': 'bolt.example', anna: 'x'}};
	expect(mapEmails(mapping)(odd)).toBe('anna');
});
