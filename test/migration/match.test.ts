import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	comparableEmail,
	indexAccounts,
	isEmail,
	matchAccount,
} from '../../source/migration/match.ts';
import {type Account} from '../../source/migration/model.ts';
import {destinationAccount, sourceAccount} from '../helpers/engine-people.ts';

function match(account: Account, there: readonly Account[]) {
	return matchAccount(account, account.email, indexAccounts(there));
}

const annaAbsent = {type: 'absent', email: 'anna@acme.example'};

test('R4: an Atlassian account is the one with the same id, whatever its email', () => {
	const there = destinationAccount('dora', {
		type: 'atlassian',
		email: 'dora@elsewhere.example',
	});
	const hidden = sourceAccount('dora', {type: 'atlassian', email: undefined});
	const known = sourceAccount('dora', {type: 'atlassian'});
	const others = [there, destinationAccount('dora')];
	expect(match(hidden, others)).toEqual({type: 'same-id', account: there});
	expect(match(known, others)).toEqual({type: 'same-id', account: there});
});

test('R4: an Atlassian account of another id is matched by email', () => {
	const there = destinationAccount('dora');
	const here = sourceAccount('dora', {type: 'atlassian'});
	expect(match(here, [there])).toEqual({type: 'same-email', account: there});
});

test('R4: a portal-only account is matched by email alone, whatever its id', () => {
	const here = sourceAccount('anna');
	const there = destinationAccount('anna');
	const sameId = {...destinationAccount('bert'), id: here.id};
	expect(match(here, [sameId, there])).toEqual({
		type: 'same-email',
		account: there,
	});
	expect(match(here, [sameId])).toEqual(annaAbsent);
});

test('R4: emails are the same whatever their case', () => {
	const here = sourceAccount('anna', {email: 'Anna@ACME.example'});
	const there = destinationAccount('anna', {email: 'aNNa@acme.Example'});
	expect(match(here, [there])).toEqual({type: 'same-email', account: there});
});

test.for([
	'anna@acme.example.org',
	'joanna@acme.example',
	'anna+it@acme.example',
	'anna@acme',
])('R4: %s is somebody else than anna@acme.example', (email) => {
	const there = destinationAccount('anna', {email});
	expect(match(sourceAccount('anna'), [there])).toEqual(annaAbsent);
});

test('R4: of several accounts with the email none is taken', () => {
	const accounts = [
		destinationAccount('anna'),
		destinationAccount('anna', {type: 'atlassian'}),
	];
	const found = match(sourceAccount('anna'), accounts);
	expect(found).toEqual({type: 'several', accounts});
});

test('R4: apps and former users are nobody’s counterpart', () => {
	const app = destinationAccount('anna', {type: 'app'});
	const former = destinationAccount('dora', {
		type: 'atlassian',
		status: 'deleted',
	});
	const dora = sourceAccount('dora', {type: 'atlassian'});
	expect(match(sourceAccount('anna'), [app, former])).toEqual(annaAbsent);
	expect(match(dora, [app, former])).toEqual({
		type: 'absent',
		email: 'dora@acme.example',
	});
});

test('an account that a shifted page shows twice is one account', () => {
	const there = destinationAccount('anna');
	expect(match(sourceAccount('anna'), [there, {...there}])).toMatchObject({
		type: 'same-email',
	});
});

test('a hidden email is told apart from an unknown one', () => {
	const hidden = sourceAccount('anna', {email: undefined});
	expect(match(hidden, [])).toEqual({type: 'email-hidden'});
	expect(match(sourceAccount('anna'), [])).toEqual(annaAbsent);
});

test.for([
	'anna',
	'@acme.example',
	'anna@',
	'anna@localhost',
	'anna@acme..example',
	'anna@acme.example.',
	'anna@bert@acme.example',
	'an na@acme.example',
	'anna,bert@acme.example',
	'<anna@acme.example>',
	`${'a'.repeat(250)}@acme.example`,
])('%s is no email', (email) => {
	expect(isEmail(email)).toBe(false);
	const account = sourceAccount('anna', {email});
	expect(match(account, [])).toEqual({type: 'email-malformed'});
});

test.for([
	'anna@acme.example',
	' anna@acme.example ',
	'anna.b+it@sub.acme.example',
	"o'neill@acme.example",
	'änna@müller.example',
])('“%s” is an email', (email) => {
	expect(isEmail(email)).toBe(true);
});

test('every account of a site with emails of its own is found by any spelling of its email', () => {
	fc.assert(
		fc.property(
			fc.uniqueArray(fc.emailAddress(), {selector: comparableEmail}),
			(emails) => {
				const accounts = emails.map((email, index) =>
					destinationAccount(`c${index}`, {email}),
				);
				const index = indexAccounts(accounts);

				for (const [position, email] of emails.entries()) {
					const found = matchAccount(
						sourceAccount('someone'),
						` ${email.toUpperCase()}`,
						index,
					);
					expect(found).toEqual({
						type: 'same-email',
						account: accounts[position],
					});
				}
			},
		),
	);
});
