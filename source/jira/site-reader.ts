import {type Site} from '../migration/model.ts';
import {type SourceSite} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {
	listOrganizationMembers,
	listOrganizations,
} from './resources/organization.ts';
import {listAgentGroups, readCustomerRole} from './resources/role.ts';
import {
	type RequestFields,
	listRequests,
	readRequestFields,
} from './resources/search.ts';
import {
	listProjectCustomers,
	listProjectOrganizations,
	listServiceProjects,
} from './resources/servicedesk.ts';
import {
	listAccounts,
	listGroupMembers,
	readAccounts,
} from './resources/user.ts';

/** A real site, as the engine reads it. */
export function createSiteReader(client: JiraClient, site: Site): SourceSite {
	let fields: Promise<RequestFields> | undefined;

	return {
		site,
		accounts: (signal) => listAccounts(client, signal),
		accountsById: async (ids, signal) => readAccounts(client, ids, signal),
		async *agents(signal) {
			for (const groupId of await listAgentGroups(client, signal)) {
				yield* listGroupMembers(client, groupId, signal);
			}
		},
		serviceProjects: (signal) => listServiceProjects(client, signal),
		organizations: (signal) => listOrganizations(client, signal),
		organizationMembers: (id, signal) =>
			listOrganizationMembers(client, id, signal),
		projectOrganizations: (project, signal) =>
			listProjectOrganizations(client, project, signal),
		projectCustomers: (project, signal) =>
			listProjectCustomers(client, project, signal),
		individualCustomers: async (project, signal) =>
			readCustomerRole(client, project.key, signal),
		async *requests(project, only, signal) {
			// The fields are the same for every project, so they are read once.
			fields ??= readRequestFields(client, signal);
			const which = {only, fields: await fields};
			yield* listRequests(client, project, which, signal);
		},
		calls: () => client.calls(),
		observe: (listener) => client.observe(listener),
	};
}
