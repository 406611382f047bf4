import {expect, test} from 'vitest';
import {type Account} from '../../source/migration/model.ts';
import {carryOut, copyAll, makePlan} from '../helpers/engine-copy.ts';
import {destinationAccount, sourceAccount} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {siteError} from '../helpers/memory-site-faults.ts';
import {type MemorySiteHabits} from '../helpers/memory-site-reader.ts';

/** Anna is unknown to the destination at the time of the scan. */
function createAnna(habits: Partial<MemorySiteHabits> = {}) {
	return createSites({
		source: {accounts: [sourceAccount('anna')]},
		choices: {customers: 'all'},
		habits,
	});
}

/** Plans, lets others create accounts on the destination, and runs. */
async function copyAfter(accounts: readonly Account[]) {
	const sites = createAnna();
	const plan = await makePlan(sites);

	for (const account of accounts) {
		sites.destination.world.accounts.set(account.id, account);
	}

	return {sites, ...(await carryOut(plan, sites))};
}

test('an account made since the scan is linked', async () => {
	const {summary, events} = await copyAfter([destinationAccount('anna')]);
	expect(summary.customers).toMatchObject({created: 0, linked: 1});
	expect(events).toContainEqual({
		type: 'customer-linked',
		customer: 'qm:source:anna',
		email: 'anna@acme.example',
		destinationId: 'qm:destination:anna',
	});
});

test.for([
	{
		what: 'deactivated',
		accounts: [destinationAccount('anna', {status: 'inactive'})],
		code: 'account-deactivated',
	},
	{
		what: 'one of several',
		accounts: [
			destinationAccount('anna'),
			destinationAccount('anna', {type: 'atlassian'}),
		],
		code: 'account-hidden',
	},
])(
	'an account made since the scan that is $what is not linked',
	async ({accounts, code}) => {
		const {summary, events} = await copyAfter(accounts);
		expect(events).toContainEqual({
			type: 'customer-failed',
			customer: 'qm:source:anna',
			email: 'anna@acme.example',
			failure: {code},
		});
		expect(summary).toMatchObject({exitCode: 4, customers: {failed: 1}});
	},
);

test('an email that is known without an account to be seen fails its row', async () => {
	const sites = createAnna({hiddenEmails: ['anna@acme.example']});
	const {summary, events} = await copyAll(sites);
	expect(events).toContainEqual(
		expect.objectContaining({
			type: 'customer-failed',
			failure: {code: 'account-hidden'},
		}),
	);
	expect(summary).toMatchObject({exitCode: 4, customers: {failed: 1}});
});

test('a deactivated account found after a lost answer is not taken for the one we made', async () => {
	const sites = createAnna();
	const {world} = sites.destination;
	const theirs = destinationAccount('anna', {status: 'inactive'});
	const end = sites.destination.onCall(({operation}) => {
		if (operation !== 'createCustomer') {
			return;
		}

		end();
		world.accounts.set(theirs.id, theirs);
		throw siteError('broken', {mayHaveHappened: true});
	});
	const {summary} = await copyAll(sites);
	expect(summary.customers).toMatchObject({created: 0, failed: 1});
});
