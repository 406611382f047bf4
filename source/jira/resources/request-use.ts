import {type Request} from '../../migration/model.ts';
import {type Pages} from '../../migration/ports.ts';
import {type JiraClient} from '../client.ts';
import {type RequestFields} from './field.ts';
import {jqlName, searchRequests} from './search.ts';

/**
Requests of any project that name one of the accounts as reporter, creator, assignee or participant. Jira refuses the query where an account does not exist.

@yields The requests of each page.
*/
export async function* listRequestsNaming(
	client: JiraClient,
	accountIds: readonly string[],
	fields: RequestFields,
	signal?: AbortSignal,
): Pages<Request> {
	const ids = accountIds.map((id) => quoted(id)).join(', ');
	const condition = fields.people
		// Of others, nobody knows whether they can be asked for.
		.filter(({as}) => as !== 'user-field')
		.map(({id}) => `${jqlName(id)} IN (${ids})`)
		.join(' OR ');

	if (accountIds.length > 0) {
		yield* searchRequests(
			client,
			`${condition} ORDER BY key`,
			fieldsOnly(fields),
			signal,
		);
	}
}

/**
Requests of any project that are shared with the organization of that name.

@yields The requests of each page.
*/
export async function* listRequestsSharedWith(
	client: JiraClient,
	organization: string,
	fields: RequestFields,
	signal?: AbortSignal,
): Pages<Request> {
	const condition = fields.organizations
		.map((id) => `${jqlName(id)} = ${quoted(organization)}`)
		.join(' OR ');

	// A site without the field shares no requests.
	if (condition !== '') {
		yield* searchRequests(
			client,
			`${condition} ORDER BY key`,
			fieldsOnly(fields),
			signal,
		);
	}
}

/** Without what would cost further calls. */
function fieldsOnly(fields: RequestFields): RequestFields {
	return {...fields, texts: [], content: []};
}

/** A value in a query, whatever a stranger wrote into it. */
function quoted(text: string): string {
	return `"${text.replaceAll('\\', '\\\\').replaceAll('"', String.raw`\"`)}"`;
}
