import {type Site} from '../migration/model.ts';
import {type InviteSite} from '../migration/ports.ts';
import {type JiraClient} from './client.ts';
import {inviteCustomer} from './resources/invitation.ts';
import {readHelpCenter} from './resources/site.ts';
import {createSiteReader} from './site-reader.ts';

/** A real site, as inviting reads it and sends mail from it. */
export function createInviteSite(client: JiraClient, site: Site): InviteSite {
	return {
		...createSiteReader(client, site),
		helpCenter: async (signal) => readHelpCenter(client, signal),
		invite: async (customer, project) =>
			inviteCustomer(client, customer, project),
	};
}
