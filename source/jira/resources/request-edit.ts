import {z} from 'zod';
import {
	type LinkField,
	type LinkedRequest,
	type RequestEdit,
} from '../../migration/activity/request-links.ts';
import {type Receipt} from '../../migration/ports.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {identityFields, linksOf} from '../request-links.ts';
import * as wire from '../wire.ts';

/** A read, sent as POST because of its many keys. */
const fetch: Operation = {
	method: 'POST',
	path: '/rest/api/3/issue/bulkfetch',
	isRead: true,
};

const edit: Operation = {
	method: 'PUT',
	path: '/rest/api/3/issue/{issueIdOrKey}',
	isRepeatable: true,
};

const fetched = z.object({issues: z.array(wire.issue)});

/** Requests as they are now; unlike a search, this does not lag behind edits. At most 100 keys (documented). */
export async function readRequests(
	client: JiraClient,
	keys: readonly string[],
	fields: readonly LinkField[],
	signal?: AbortSignal,
): Promise<readonly LinkedRequest[]> {
	if (keys.length === 0) {
		return [];
	}

	const {body} = await client.send(
		{
			operation: fetch,
			body: {
				issueIdsOrKeys: keys,
				fields: [...identityFields, ...fields.map(({id}) => id)],
			},
			answer: fetched,
		},
		signal,
	);
	return body.issues.map((issue) => ({
		key: issue.key,
		...linksOf(issue, fields),
	}));
}

/** Sets fields of a request, and nobody is mailed: only administrators may ask for that, and from others Jira ignores it (documented). */
export async function editRequest(
	client: JiraClient,
	key: string,
	edits: readonly RequestEdit[],
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{
			operation: edit,
			path: {issueIdOrKey: key},
			query: {notifyUsers: false},
			body: {
				fields: Object.fromEntries(
					edits.map((one) => [one.field, bodyOf(one)] as const),
				),
			},
			answer: wire.nothing,
		},
		signal,
	);
	return {requestId};
}

/** Organizations are given as numbers (observed). */
function bodyOf({kind, many, after}: RequestEdit): unknown {
	const values =
		kind === 'organizations'
			? after.map(Number)
			: after.map((accountId) => ({accountId}));
	return many ? values : (values[0] ?? null);
}
