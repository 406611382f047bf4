import {comparableEmail} from '../migration/match.ts';
import {type Account, type Site} from '../migration/model.ts';
import {readAll} from '../migration/pages.ts';
import {type DestinationSite} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {createCustomer, revokeAccess} from './resources/customer.ts';
import {
	addOrganizationMembers,
	getOrCreateOrganization,
	listOrganizationsOf,
} from './resources/organization.ts';
import {
	addProjectCustomers,
	linkOrganization,
} from './resources/servicedesk.ts';
import {listAccounts, searchAccounts} from './resources/user.ts';
import {readRights} from './rights.ts';
import {createSiteReader} from './site-reader.ts';

/** A real site, as the engine reads and writes it. */
export function createDestinationSite(
	client: JiraClient,
	site: Site,
): DestinationSite {
	return {
		...createSiteReader(client, site),
		pace: () => client.pace(),
		async rights(signal) {
			const rights = await readRights(client, signal);
			return {
				createCustomers: rights.isAdministrator,
				revokeAccess: rights.isSiteAdministrator,
			};
		},
		findAccounts: async (email, signal) => findAccounts(client, email, signal),
		organizationsOf: (accountId, signal) =>
			listOrganizationsOf(client, accountId, signal),
		createCustomer: async (customer, signal) =>
			createCustomer(client, customer, signal),
		revokeAccess: async (accountId, signal) =>
			revokeAccess(client, accountId, signal),
		createOrganization: async (name, signal) =>
			getOrCreateOrganization(client, name, signal),
		addMembers: async (organizationId, accountIds, signal) =>
			addOrganizationMembers(client, organizationId, accountIds, signal),
		linkOrganization: async (project, organizationId, signal) =>
			linkOrganization(client, project, organizationId, signal),
		addProjectCustomers: async (project, accountIds, signal) =>
			addProjectCustomers(client, project, accountIds, signal),
	};
}

/** The search is quick but knows neither inactive accounts nor the newest, so the list of all has the last word. */
async function findAccounts(
	client: JiraClient,
	email: string,
	signal?: AbortSignal,
): Promise<readonly Account[]> {
	const wanted = comparableEmail(email);
	const isWanted = (account: Account) =>
		account.email !== undefined && comparableEmail(account.email) === wanted;
	const found = await searchAccounts(client, email, signal);
	const exact = found.filter((account) => isWanted(account));

	if (exact.length > 0) {
		return exact;
	}

	const all = await readAll(listAccounts(client, signal));
	return all.filter((account) => isWanted(account));
}
