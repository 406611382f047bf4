import {type Request, type ServiceProject} from '../../migration/model.ts';
import {type Pages} from '../../migration/ports.ts';
import {SiteError} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {unlessHidden} from '../unless-hidden.ts';
import * as wire from '../wire.ts';
import {type RequestFields} from './field.ts';
import {jqlName, searchRequests} from './search.ts';

/** A read, sent as POST because queries are long. */
const count: Operation = {
	method: 'POST',
	path: '/rest/api/3/search/approximate-count',
	isRead: true,
};

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
			{fields: fieldsOnly(fields)},
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
			{fields: fieldsOnly(fields)},
			signal,
		);
	}
}

/** An organization, and a project it may be on. */
type SharedWith = {
	readonly organizationId: string;
	readonly project: ServiceProject;
};

/**
How many requests of a project are shared with the organization of that id, about: the number may lag behind (Atlassian's documentation of `POST /search/approximate-count`). Fewer than the login may see are not told apart.

@returns Undefined on a site without the field, or where the query is refused, as it is to those who may not see the field or the project.
*/
export async function countRequestsSharedWith(
	client: JiraClient,
	{organizationId, project: {key}}: SharedWith,
	fields: RequestFields,
	signal?: AbortSignal,
): Promise<number | undefined> {
	// An id stands bare, since in quotes it would be a name.
	const value = /^\d+$/v.test(organizationId)
		? organizationId
		: quoted(organizationId);
	const condition = fields.organizations
		.map((id) => `${jqlName(id)} = ${value}`)
		.join(' OR ');

	if (condition === '') {
		return undefined;
	}

	const jql = `project = ${quoted(key)} AND (${condition})`;
	const found = await unlessRefused(async () =>
		client.send(
			{operation: count, body: {jql}, answer: wire.requestCount},
			signal,
		),
	);
	return found?.body.count;
}

/** Jira answers 400 to a query on what the login may not see. */
async function unlessRefused<Found>(
	read: () => Promise<Found>,
): Promise<Found | undefined> {
	try {
		return await unlessHidden(read);
	} catch (error) {
		if (error instanceof SiteError && error.facts.code === 'refused') {
			return undefined;
		}

		throw error;
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
