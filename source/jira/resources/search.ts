import pMap from 'p-map';
import {type Request, type ServiceProject} from '../../migration/model.ts';
import {type Pages} from '../../migration/ports.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {
	namedInComments,
	namedInFields,
	namedInWorklogs,
} from '../request-content.ts';
import * as wire from '../wire.ts';
import {identityFields, linksOf} from '../request-links.ts';
import {type RequestFields} from './field.ts';
import {allComments, allWorklogs} from './issue.ts';

/** A read, sent as POST because queries are long. */
const search: Operation = {
	method: 'POST',
	path: '/rest/api/3/search/jql',
	isRead: true,
};

/** Requests a page; fewer come back where they are large. */
const pageSize = 100;

/** Requests whose further comments are read side by side. */
const requestsAtOnce = 8;

/**
Every request of a project with the people and organizations it names. One page is in memory at a time.

@yields The requests of each page.
*/
export async function* listRequests(
	client: JiraClient,
	{key}: ServiceProject,
	wanted: WantedOfRequests,
	signal?: AbortSignal,
): Pages<Request> {
	// Quoted, since a bare word that is no key would be taken for a text search.
	const jql = `project = "${key}" ORDER BY key`;
	yield* searchRequests(client, jql, wanted, signal);
}

/** What is read of each request. */
export type WantedOfRequests = {
	/** Those that may name somebody. */
	readonly fields: RequestFields;
	/** Whether to read what a request is linked by, too. */
	readonly hasLinks?: boolean;
};

/**
The requests that a query finds, with the people and organizations they name.

@yields The requests of each page.
*/
export async function* searchRequests(
	client: JiraClient,
	jql: string,
	{fields, hasLinks = false}: WantedOfRequests,
	signal?: AbortSignal,
): Pages<Request> {
	let nextPageToken: string | undefined;

	do {
		const {body} = await client.send(
			{
				operation: search,
				body: {
					jql,
					fields: [...namesOf(fields), ...(hasLinks ? identityFields : [])],
					maxResults: pageSize,
					...(nextPageToken !== undefined && {nextPageToken}),
				},
				answer: wire.issuePage,
			},
			signal,
		);
		yield await pMap(
			body.issues,
			async (issue) => ({
				...(await toRequest(client, issue, fields, signal)),
				...(hasLinks && {links: linksOf(issue, fields.links)}),
			}),
			{concurrency: requestsAtOnce},
		);
		nextPageToken =
			body.isLast === true ? undefined : (body.nextPageToken ?? undefined);
	} while (nextPageToken !== undefined);
}

function namesOf({
	people,
	organizations,
	texts,
	content,
}: RequestFields): string[] {
	return [...people.map(({id}) => id), ...organizations, ...texts, ...content];
}

/** A field in a query; custom ones by number, since their names are translated. */
export function jqlName(id: string): string {
	return id.replace(/^customfield_(?<number>\d+)$/v, 'cf[$<number>]');
}

async function toRequest(
	client: JiraClient,
	issue: wire.Issue,
	fields: RequestFields,
	signal?: AbortSignal,
): Promise<Request> {
	const {people, organizations} = namedInFields(issue, fields);
	const comments = await allComments(client, issue, signal);
	const worklogs = await allWorklogs(client, issue, signal);
	return {
		key: issue.key,
		organizations,
		people: [
			...people,
			...namedInComments(comments),
			...namedInWorklogs(worklogs),
		],
	};
}
