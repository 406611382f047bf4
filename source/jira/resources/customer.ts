import {type Receipt} from '../../migration/ports.ts';
import {SiteError} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import * as wire from '../wire.ts';

const create: Operation = {
	method: 'POST',
	path: '/rest/servicedeskapi/customer',
};

/** Revoking again changes nothing. */
const revoke: Operation = {
	method: 'PUT',
	path: '/rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	isRepeatable: true,
};

/** That an email is known does not tell whose it is. */
export type CreatedCustomer = Receipt &
	(
		| {readonly outcome: 'created'; readonly id: string}
		| {readonly outcome: 'email-known'}
	);

/**
Creates a portal-only account. With `strictConflictStatusCode` a known email is 409; without it, or where a site ignores it, it is a 400 among others.

Source: Atlassian's documentation of `POST /rest/servicedeskapi/customer`; the wording of the 400 was observed.
*/
export async function createCustomer(
	client: JiraClient,
	{email, name}: {readonly email: string; readonly name: string},
	signal?: AbortSignal,
): Promise<CreatedCustomer> {
	try {
		const {body, requestId} = await client.send(
			{
				operation: create,
				query: {strictConflictStatusCode: true},
				body: {email, displayName: name},
				answer: wire.customer,
				expected: [409],
			},
			signal,
		);
		return body === undefined
			? {outcome: 'email-known', requestId}
			: {outcome: 'created', id: body.accountId, requestId};
	} catch (error) {
		if (isKnownEmail(error)) {
			return {outcome: 'email-known', requestId: error.facts.requestId};
		}

		throw error;
	}
}

function isKnownEmail(error: unknown): error is SiteError {
	return (
		error instanceof SiteError &&
		error.facts.status === 400 &&
		/already exists/iv.test(error.facts.detail ?? '')
	);
}

/** Revokes portal access; there is no way back through the API, and only a site administrator may. */
export async function revokeAccess(
	client: JiraClient,
	accountId: string,
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{operation: revoke, path: {accountId}, answer: wire.nothing},
		signal,
	);
	return {requestId};
}
