import {type Site} from '../migration/model.ts';
import {type DestinationSite} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {findAccounts} from './find-accounts.ts';
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
import {once} from './once.ts';
import {createRequestEditor} from './request-editor.ts';
import {readRequestFields} from './resources/field.ts';
import {countRequestsSharedWith} from './resources/request-use.ts';
import {canEditRequests, readRights} from './rights.ts';
import {createSiteReader} from './site-reader.ts';

/** A real site, as the engine reads and writes it. */
export function createDestinationSite(
	client: JiraClient,
	site: Site,
): DestinationSite {
	const reader = createSiteReader(client, site);
	// The same for every organization.
	const fields = once(async (signal) => readRequestFields(client, signal));

	return {
		...reader,
		...createRequestEditor(client, reader),
		canEditRequests: async (project, signal) =>
			canEditRequests(client, project, signal),
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
		async countRequestsSharedWith(organizationId, project, signal) {
			const named = await fields(signal);
			return countRequestsSharedWith(
				client,
				{organizationId, project},
				named,
				signal,
			);
		},
	};
}
