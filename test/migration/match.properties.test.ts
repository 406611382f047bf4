import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	indexAccounts,
	type Match,
	matchAccount,
} from '../../source/migration/match.ts';
import {
	type Account,
	type AccountStatus,
	type AccountType,
} from '../../source/migration/model.ts';
import {destinationAccount, sourceAccount} from '../helpers/engine-people.ts';

type Make = typeof sourceAccount;

/** Few names and emails, so that several have the same. */
function anyAccounts(make: Make): fc.Arbitrary<readonly Account[]> {
	const account = fc.record({
		name: fc.constantFrom('anna', 'ben', 'cleo', 'dora'),
		type: fc.constantFrom<AccountType>('portal-only', 'atlassian', 'app'),
		status: fc.constantFrom<AccountStatus>('active', 'inactive', 'deleted'),
		email: fc.constantFrom(
			'anna@acme.example',
			'Anna@ACME.example',
			'ben@acme.example',
			'ben+it@acme.example',
			'nobody',
			undefined,
		),
	});
	return fc.array(
		account.map(({name, ...facts}) => make(name, facts)),
		{maxLength: 8},
	);
}

/** What somebody finds who looks at each account of the destination (R4). */
function search(account: Account, there: readonly Account[]): Match {
	const living = there.filter((other) => isPerson(other));
	const people = living.filter(
		({id}, index) => living.findIndex((other) => other.id === id) === index,
	);
	const itself = people.find(({id}) => id === account.id);

	if (itself !== undefined && account.type !== 'portal-only') {
		return {type: 'same-id', account: itself};
	}

	if (account.email === undefined) {
		return {type: 'email-hidden'};
	}

	if (!account.email.includes('@')) {
		return {type: 'email-malformed'};
	}

	const wanted = account.email.toLowerCase();
	const found = people.filter(({email}) => email?.toLowerCase() === wanted);
	const [first, second] = found;

	if (first === undefined) {
		return {type: 'absent', email: wanted};
	}

	return second === undefined
		? {type: 'same-email', account: first}
		: {type: 'several', accounts: found};
}

function isPerson({type, status}: Account): boolean {
	return type !== 'app' && status !== 'deleted';
}

test('R4: between any two sites, everybody is matched with whom a plain search finds', () => {
	fc.assert(
		fc.property(
			anyAccounts(sourceAccount),
			anyAccounts(destinationAccount),
			(here, there) => {
				const index = indexAccounts(there);

				for (const account of here) {
					const match = matchAccount(account, account.email, index);
					expect(match).toEqual(search(account, there));
				}
			},
		),
		{numRuns: 500},
	);
});
