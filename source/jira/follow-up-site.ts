import {type Site} from '../migration/model.ts';
import {type FollowUpSite} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {addToGroup, createGroup, findGroups} from './resources/group.ts';
import {addProjectCustomers} from './resources/servicedesk.ts';
import {listGroupMembers} from './resources/user.ts';
import {readRights} from './rights.ts';
import {createSiteReader} from './site-reader.ts';

/** A real site, as a follow-up reads and writes it. */
export function createFollowUpSite(
	client: JiraClient,
	site: Site,
): FollowUpSite {
	return {
		...createSiteReader(client, site),
		async canChangeGroups(signal) {
			const {isSiteAdministrator} = await readRights(client, signal);
			return isSiteAdministrator;
		},
		groupsLike: async (name, signal) => findGroups(client, name, signal),
		groupMembers: (groupId, signal) =>
			listGroupMembers(client, groupId, signal),
		createGroup: async (name) => createGroup(client, name),
		addToGroup: async (groupId, accountId) =>
			addToGroup(client, groupId, accountId),
		addProjectCustomers: async (project, accountIds, signal) =>
			addProjectCustomers(client, project, accountIds, signal),
	};
}
