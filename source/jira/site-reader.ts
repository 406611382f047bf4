import {type Site} from '../migration/model.ts';
import {type SourceSite} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {type Once, once} from './once.ts';
import {namedInProject} from './named-in-project.ts';
import {
	listOrganizationMembers,
	listOrganizations,
} from './resources/organization.ts';
import {
	type ProjectRole,
	listAgentGroups,
	listProjectRoles,
	readCustomerRole,
} from './resources/role.ts';
import {readRequestFields} from './resources/field.ts';
import {listRequests} from './resources/search.ts';
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
import {readWorkflows} from './resources/workflow.ts';

/** A real site, as the engine reads it. */
export function createSiteReader(client: JiraClient, site: Site): SourceSite {
	// Both are the same for every project.
	const fields = once(async (signal) => readRequestFields(client, signal));
	const workflows = once(async (signal) => readWorkflows(client, signal));
	const roles = new Map<string, Once<readonly ProjectRole[]>>();

	const rolesOf = (key: string): Once<readonly ProjectRole[]> => {
		const known =
			roles.get(key) ??
			once(async (signal) => listProjectRoles(client, key, signal));
		roles.set(key, known);
		return known;
	};

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
			readCustomerRole(
				client,
				project.key,
				async () => rolesOf(project.key)(signal),
				signal,
			),
		async *requests(project, signal) {
			const named = await fields(signal);
			yield* listRequests(client, project, {fields: named}, signal);
		},
		async linkFields(signal) {
			const {links} = await fields(signal);
			return links;
		},
		async *requestsWithLinks(project, signal) {
			const wanted = {fields: await fields(signal), hasLinks: true};
			yield* listRequests(client, project, wanted, signal);
		},
		async namedInProject(project, signal) {
			const known = {
				workflows: async () => workflows(signal),
				roles: async () => rolesOf(project.key)(signal),
			};
			return namedInProject(client, project, known, signal);
		},
		calls: () => client.calls(),
		observe: (listener) => client.observe(listener),
	};
}
