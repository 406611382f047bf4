import {type Site} from '../migration/model.ts';
import {type UndoSite} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {findAccounts} from './find-accounts.ts';
import {
	deleteGroup,
	hasGroup,
	readGroupMembers,
	removeFromGroup,
} from './resources/group.ts';
import {
	deleteOrganization,
	readOrganization,
	removeOrganizationMembers,
} from './resources/organization.ts';
import {
	listRequestsNaming,
	listRequestsSharedWith,
} from './resources/request-use.ts';
import {readRequestFields} from './resources/field.ts';
import {
	removeProjectCustomers,
	unlinkOrganization,
} from './resources/servicedesk.ts';
import {deleteAccount} from './resources/user.ts';
import {once} from './once.ts';
import {createRequestEditor} from './request-editor.ts';
import {readRights} from './rights.ts';
import {createSiteReader} from './site-reader.ts';

/** A real site, as an undo reads it and takes away from it. */
export function createUndoSite(client: JiraClient, site: Site): UndoSite {
	// The fields are the same for every query.
	const requestFields = once(async (signal) =>
		readRequestFields(client, signal),
	);
	const reader = createSiteReader(client, site);

	return {
		...reader,
		...createRequestEditor(client, reader),
		findAccounts: async (email, signal) => findAccounts(client, email, signal),
		async canDeleteAccounts(signal) {
			const {isSiteAdministrator} = await readRights(client, signal);
			return isSiteAdministrator;
		},
		async *requestsNaming(accountIds, signal) {
			const named = await requestFields(signal);
			yield* listRequestsNaming(client, accountIds, named, signal);
		},
		organizationById: async (id, signal) =>
			readOrganization(client, id, signal),
		async *requestsSharedWith({name}, signal) {
			const named = await requestFields(signal);
			yield* listRequestsSharedWith(client, name, named, signal);
		},
		removeProjectCustomers: async (project, accountIds, signal) =>
			removeProjectCustomers(client, project, accountIds, signal),
		unlinkOrganization: async (project, organizationId, signal) =>
			unlinkOrganization(client, project, organizationId, signal),
		removeMembers: async (organizationId, accountIds, signal) =>
			removeOrganizationMembers(client, organizationId, accountIds, signal),
		deleteAccount: async (accountId, signal) =>
			deleteAccount(client, accountId, signal),
		groupMembers: async (groupId, signal) =>
			readGroupMembers(client, groupId, signal),
		hasGroup: async (groupId, signal) => hasGroup(client, groupId, signal),
		removeFromGroup: async (groupId, accountId) =>
			removeFromGroup(client, groupId, accountId),
		deleteGroup: async (groupId) => deleteGroup(client, groupId),
		deleteOrganization: async (organizationId, signal) =>
			deleteOrganization(client, organizationId, signal),
	};
}
