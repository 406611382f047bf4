import {z} from 'zod';
import {
	type ReasonType,
	type Request,
	type ServiceProject,
} from '../../migration/model.ts';
import {type Pages} from '../../migration/ports.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import * as wire from '../wire.ts';

const listFields: Operation = {method: 'GET', path: '/rest/api/3/field'};

/** A read, sent as POST because queries are long. */
const search: Operation = {
	method: 'POST',
	path: '/rest/api/3/search/jql',
	isRead: true,
};

/** Requests a page; fewer come back where they are large. */
const pageSize = 100;

const participantsType = 'com.atlassian.servicedesk:sd-request-participants';
const organizationsType = 'com.atlassian.servicedesk:sd-customer-organizations';

/** Ids of the fields that name people and organizations, found by what they are: names are translated, numbers differ from site to site. */
export type RequestFields = {
	readonly people: ReadonlyMap<string, ReasonType>;
	readonly organizations: readonly string[];
};

export async function readRequestFields(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<RequestFields> {
	const {body} = await client.send(
		{operation: listFields, answer: z.array(wire.field)},
		signal,
	);
	const ofType = (type: string) =>
		body.filter(({schema}) => schema?.custom === type).map(({id}) => id);
	return {
		people: new Map<string, ReasonType>([
			['reporter', 'reporter'],
			...ofType(participantsType).map((id) => [id, 'participant'] as const),
		]),
		organizations: ofType(organizationsType),
	};
}

/**
Every request of a project, or only those shared with an organization, with the people and organizations they name.

@yields The requests of each page.
*/
export async function* listRequests(
	client: JiraClient,
	project: ServiceProject,
	{
		only,
		fields,
	}: {readonly only: 'all' | 'shared'; readonly fields: RequestFields},
	signal?: AbortSignal,
): Pages<Request> {
	const jql = jqlFor(project, only, fields);

	if (jql === undefined) {
		return;
	}

	let nextPageToken: string | undefined;

	do {
		const {body} = await client.send(
			{
				operation: search,
				body: {
					jql,
					fields: [...fields.people.keys(), ...fields.organizations],
					maxResults: pageSize,
					...(nextPageToken !== undefined && {nextPageToken}),
				},
				answer: wire.issuePage,
			},
			signal,
		);
		yield body.issues.map((issue) => toRequest(issue, fields));
		nextPageToken =
			body.isLast === true ? undefined : (body.nextPageToken ?? undefined);
	} while (nextPageToken !== undefined);
}

/** Undefined where nothing can match: a site without the field shares no requests. */
function jqlFor(
	{key}: ServiceProject,
	only: 'all' | 'shared',
	{organizations}: RequestFields,
): string | undefined {
	// Quoted, since a bare word that is no key would be taken for a text search.
	const project = `project = "${key}"`;

	if (only === 'all') {
		return `${project} ORDER BY key`;
	}

	const condition = organizations
		.map((id) => `cf[${id.replace('customfield_', '')}] IS NOT EMPTY`)
		.join(' OR ');
	return condition === ''
		? undefined
		: `${project} AND (${condition}) ORDER BY key`;
}

const person = z.object({accountId: z.string()});
const people = z.union([person.transform((one) => [one]), z.array(person)]);
const sharedWith = z.array(z.object({id: z.coerce.string()}));

function toRequest(
	{key, fields: values = {}}: z.infer<typeof wire.issue>,
	fields: RequestFields,
): Request {
	return {
		key,
		people: [...fields.people].flatMap(([id, as]) =>
			// A field that is empty, or of an unknown shape, names nobody.
			(people.safeParse(values[id]).data ?? []).map(({accountId}) => ({
				account: accountId,
				as,
			})),
		),
		organizations: fields.organizations.flatMap((id) =>
			(sharedWith.safeParse(values[id]).data ?? []).map(
				(organization) => organization.id,
			),
		),
	};
}
