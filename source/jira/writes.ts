import {type Call, operationName} from './operation.ts';

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

/** Every write of an undo (R17). It can take away, and can't make anything. */
const removals: ReadonlySet<string> = new Set([
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'DELETE /rest/servicedeskapi/organization/{organizationId}/user',
	'DELETE /rest/servicedeskapi/organization/{organizationId}',
	'DELETE /rest/api/3/user',
	'DELETE /rest/api/3/group/user',
	'DELETE /rest/api/3/group',
]);

/** Every write of a follow-up. */
const groupChanges: ReadonlySet<string> = new Set([
	'POST /rest/api/3/group',
	'POST /rest/api/3/group/user',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
]);

/** The one write that mails people, for inviting on request (R7). */
const invitations: ReadonlySet<string> = new Set([
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer/invite',
]);

/** What a client may write: nothing on the source, silent writes on the destination of a copy, and what each act that follows a copy is for. */
const rules = {
	none: new Set<string>(),
	silent: silentWrites,
	undo: removals,
	invite: invitations,
	'follow-up': groupChanges,
} as const satisfies Readonly<Record<string, ReadonlySet<string>>>;

export type WriteRule = keyof typeof rules;

/** Mails everyone who takes part in the request, unless it is told not to. */
const requestEdit = 'PUT /rest/api/3/issue/{issueIdOrKey}';

/**
Refuses a write before it leaves. Editing requests is for whoever links their activity or takes that back, so it has to be permitted for a run; and only its silent form is.

@throws Error, since only a mistake in the program can ask for it.
*/
export function assertAllowed(
	{operation, query}: Pick<Call<unknown>, 'operation' | 'query'>,
	rule: WriteRule,
	canEdit = false,
): void {
	const name = operationName(operation);
	const isSilentEdit = name === requestEdit && query?.['notifyUsers'] === false;
	const isEditing = canEdit && (rule === 'silent' || rule === 'undo');

	if (!rules[rule].has(name) && !(isEditing && isSilentEdit)) {
		throw new Error(`This client may not send ${name}`);
	}
}
