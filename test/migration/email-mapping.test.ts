import {expect, test} from 'vitest';
import {mappedEmail} from '../../source/migration/email-mapping.ts';
import {sourceAccount} from '../helpers/engine-people.ts';

const anna = sourceAccount('anna');
const noMapping = {emails: {}, emailDomains: {}};

test('without a mapping an email stays as it is', () => {
	expect(mappedEmail(anna, noMapping)).toBe('anna@acme.example');
});

test('an email given for the account goes before everything else', () => {
	const emails = {[anna.id]: 'anna@bolt.example'};
	const emailDomains = {'acme.example': 'cask.example'};
	const mapping = {emails, emailDomains};
	const hidden = {...anna, email: undefined};
	expect(mappedEmail(anna, mapping)).toBe('anna@bolt.example');
	expect(mappedEmail(hidden, mapping)).toBe('anna@bolt.example');
});

test('a changed domain is replaced, whatever its case', () => {
	const mapping = {
		...noMapping,
		emailDomains: {'acme.example': 'bolt.example'},
	};
	const shouting = {...anna, email: 'Anna@ACME.Example'};
	expect(mappedEmail(anna, mapping)).toBe('anna@bolt.example');
	expect(mappedEmail(shouting, mapping)).toBe('Anna@bolt.example');
});

test('a domain is replaced as a whole only', () => {
	const mapping = {
		...noMapping,
		emailDomains: {'acme.example': 'bolt.example'},
	};
	const below = {...anna, email: 'anna@it.acme.example'};
	const around = {...anna, email: 'anna@notacme.example'};
	expect(mappedEmail(below, mapping)).toBe('anna@it.acme.example');
	expect(mappedEmail(around, mapping)).toBe('anna@notacme.example');
});

test('a hidden email stays hidden', () => {
	const mapping = {
		...noMapping,
		emailDomains: {'acme.example': 'bolt.example'},
	};
	const hidden = {...anna, email: undefined};
	expect(mappedEmail(hidden, mapping)).toBeUndefined();
});

test.for(['constructor', 'toString', '__proto__'])(
	'an email at “%s” meets no property of objects',
	(domain) => {
		const odd = {...anna, id: domain, email: `anna@${domain}`};
		expect(mappedEmail(odd, noMapping)).toBe(`anna@${domain}`);
	},
);

test('something without an at sign is left alone', () => {
	const odd = {...anna, email: 'anna'};
	const mapping = {...noMapping, emailDomains: {'': 'bolt.example', anna: 'x'}};
	expect(mappedEmail(odd, mapping)).toBe('anna');
});
