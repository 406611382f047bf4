import {type ServiceProject} from '../../migration/model.ts';
import {type Receipt} from '../../migration/ports.ts';
import {SiteError} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import * as wire from '../wire.ts';

/** Sends a mail, so it is never repeated blindly. */
const invite: Operation = {
	method: 'POST',
	path: '/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite',
	isExperimental: true,
};

/**
Mails an invitation to a service project's help center. Jira creates the account where there is none. With `strictConflictStatusCode` somebody who has been invited before is 409; where a site ignores it, that is a 400 among others.

Source: Atlassian's list of service management resources of 2026; that it is experimental was observed.
*/
export async function inviteCustomer(
	client: JiraClient,
	{email, name}: {readonly email: string; readonly name: string},
	project: ServiceProject,
): Promise<Receipt & {readonly outcome: 'invited' | 'known'}> {
	try {
		const {status, requestId} = await client.send({
			operation: invite,
			path: {serviceDeskId: project.id},
			query: {strictConflictStatusCode: true},
			body: {email, displayName: name},
			answer: wire.nothing,
			expected: [409],
		});
		return {outcome: status === 409 ? 'known' : 'invited', requestId};
	} catch (error) {
		if (isKnown(error)) {
			return {outcome: 'known', requestId: error.facts.requestId};
		}

		throw error;
	}
}

function isKnown(error: unknown): error is SiteError {
	return (
		error instanceof SiteError &&
		error.facts.status === 400 &&
		/already/iv.test(error.facts.detail ?? '')
	);
}
