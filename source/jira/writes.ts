import {type Operation, operationName} from './operation.ts';

/**
Every write the destination client may send (R7). None of them mails anyone, as far as Atlassian's documentation and observation tell: inviting (`POST …/customer/invite`) and creating users (`POST /rest/api/3/user`) do, and are not here.
*/
const silentWrites: ReadonlySet<string> = new Set([
	'POST /rest/servicedeskapi/customer',
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	'POST /rest/servicedeskapi/organization',
	'POST /rest/servicedeskapi/organization/{organizationId}/user',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
]);

/** What a client may write: nothing on the source, silent writes on the destination. */
export type WriteRule = 'none' | 'silent';

/**
Refuses a write before it leaves.

@throws Error, since only a mistake in the program can ask for it.
*/
export function assertAllowed(operation: Operation, rule: WriteRule): void {
	const name = operationName(operation);

	if (rule === 'none' || !silentWrites.has(name)) {
		throw new Error(`This client may not send ${name}`);
	}
}
