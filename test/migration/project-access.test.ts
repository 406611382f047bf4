import {expect, test} from 'vitest';
import {copyAll} from '../helpers/engine-copy.ts';
import {
	accessTo,
	destinationAccount,
	destinationOrganization,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {failOnce, siteError} from '../helpers/memory-site-faults.ts';

const ben = sourceAccount('ben');
const benThere = destinationAccount('ben');
const bensOwn = [{project: 'IT', customers: ['ben@acme.example']}];
const acme = {members: [ben], projects: ['IT']};

/** Ben is in Acme, which is linked to IT, and has access to IT by himself. On the destination nobody can read roles. */
function createUnreadable() {
	return createSites({
		source: {
			accounts: [ben],
			organizations: [sourceOrganization('Acme', acme)],
			access: [accessTo('IT', ben)],
		},
		destination: {accounts: [benThere]},
		habits: {showsRoles: false, listsMembers: true},
	});
}

test('R12: who had access by himself has it without the organization, too', async () => {
	const sites = createUnreadable();
	await copyAll(sites);
	expect(sites.destination.describe().access).toEqual(bensOwn);
});

test('R15: being listed through an organization is no answer to a lost addition', async () => {
	const sites = createUnreadable();
	const lost = siteError('broken', {mayHaveHappened: true});
	sites.destination.onCall(failOnce('addProjectCustomers', lost));
	await copyAll(sites);
	expect(sites.destination.describe().access).toEqual(bensOwn);
});

test('R12: a member of an organization that is linked there has no access by himself yet', async () => {
	const there = {members: [benThere], projects: ['IT']};
	const sites = createSites({
		source: {
			accounts: [ben],
			organizations: [sourceOrganization('Acme', acme)],
			access: [accessTo('IT', ben)],
		},
		destination: {
			accounts: [benThere],
			organizations: [destinationOrganization('Acme', there)],
		},
		habits: {showsRoles: false, listsMembers: true},
	});
	await copyAll(sites);
	expect(sites.destination.describe().access).toEqual(bensOwn);
});
