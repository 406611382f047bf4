import {type Site} from '../site.ts';
import {type FieldDefinition} from '../world/request-fields.ts';
import {
	type Comment,
	type RequestRecord,
	type Worklog,
} from '../world/requests.ts';
import {jiraDate} from './dates.ts';
import {fieldSchema} from './field.ts';
import {projectBody} from './project.ts';
import {userBodyOf} from './user-shape.ts';

/** Which fields an answer has: named ones, `*all`, `*navigable`, and `-name` to leave one out. */
export type WantedFields = {has(id: string): boolean};

export function wantedFields(names: readonly string[]): WantedFields {
	const isEverything = names.includes('*all');
	const isNavigable = names.includes('*navigable');
	return {
		has: (id) =>
			!names.includes(`-${id}`) &&
			(names.includes(id) ||
				isEverything ||
				(isNavigable && id !== 'comment' && id !== 'worklog')),
	};
}

/** A request as an issue of the platform API. Source: Atlassian's OpenAPI, schema `IssueBean`. */
export function issueBody(
	site: Site,
	request: RequestRecord,
	wanted: WantedFields,
	{isSearch = false} = {},
) {
	const fields: Record<string, unknown> = {};
	for (const [id, value] of systemValues) {
		if (wanted.has(id)) {
			fields[id] = value(site, request, isSearch);
		}
	}

	for (const field of site.world.fields) {
		if (wanted.has(field.id)) {
			fields[field.id] = fieldValue(site, request, field);
		}
	}

	return {
		expand:
			'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
		id: request.id,
		self: `${site.url}/rest/api/3/issue/${request.id}`,
		key: request.key,
		...(Object.keys(fields).length > 0 && {fields}),
	};
}

/** The names and schemas of fields, for `expand=names,schema`. */
export function fieldDirectory(
	site: Site,
	wanted: WantedFields,
	expand: readonly string[],
) {
	const fields = site.world.fields.filter(({id}) => wanted.has(id));
	return {
		...(expand.includes('names') && {
			names: Object.fromEntries(fields.map(({id, name}) => [id, name])),
		}),
		...(expand.includes('schema') && {
			schema: Object.fromEntries(
				fields.map((field) => [field.id, fieldSchema(field)]),
			),
		}),
	};
}

/** Source: Atlassian's OpenAPI, schema `Comment`. */
export function commentBody(
	site: Site,
	request: RequestRecord,
	comment: Comment,
) {
	return {
		self: `${site.url}/rest/api/3/issue/${request.id}/comment/${comment.id}`,
		id: comment.id,
		author: userBodyOf(site, comment.author),
		body: comment.body,
		updateAuthor: userBodyOf(site, comment.updateAuthor),
		created: jiraDate(comment.at),
		updated: jiraDate(comment.at),
		jsdPublic: comment.isPublic,
	};
}

/** Source: Atlassian's OpenAPI, schema `Worklog`. */
export function worklogBody(
	site: Site,
	request: RequestRecord,
	worklog: Worklog,
) {
	return {
		self: `${site.url}/rest/api/3/issue/${request.id}/worklog/${worklog.id}`,
		author: userBodyOf(site, worklog.author),
		updateAuthor: userBodyOf(site, worklog.author),
		...(worklog.comment && {comment: worklog.comment}),
		created: jiraDate(worklog.at),
		updated: jiraDate(worklog.at),
		started: jiraDate(worklog.at),
		timeSpent: `${Math.ceil(worklog.seconds / 60)}m`,
		timeSpentSeconds: worklog.seconds,
		id: worklog.id,
		issueId: request.id,
	};
}

type SystemValue = (
	site: Site,
	request: RequestRecord,
	isSearch: boolean,
) => unknown;

const systemValues: ReadonlyArray<readonly [id: string, value: SystemValue]> = [
	[
		'project',
		(site, {projectKey}) =>
			projectBody(site, site.world.projects.find(projectKey)!),
	],
	[
		'issuetype',
		(site) => ({
			self: `${site.url}/rest/api/3/issuetype/10001`,
			id: '10001',
			name: 'Service Request',
			subtask: false,
		}),
	],
	[
		'status',
		(site, {status}) => ({
			self: `${site.url}/rest/api/3/status/1`,
			id: status === 'Resolved' ? '2' : '1',
			name: status,
		}),
	],
	['creator', (site, {creator}) => optionalUser(site, creator)],
	['created', (_site, {createdAt}) => jiraDate(createdAt)],
	['updated', (_site, {updatedAt}) => jiraDate(updatedAt)],
	['comment', commentField],
	['worklog', worklogField],
];

function commentField(site: Site, request: RequestRecord, isSearch: boolean) {
	const total = request.comments.length;
	const shown =
		isSearch && site.habits.shortCommentField
			? request.comments.slice(0, 20)
			: request.comments;
	return {
		comments: shown.map((comment) => commentBody(site, request, comment)),
		self: `${site.url}/rest/api/3/issue/${request.id}/comment`,
		maxResults: shown.length,
		total,
		startAt: 0,
	};
}

/** The field holds the first 20 worklogs; the rest has to be read from the worklog resource (observed). */
function worklogField(site: Site, request: RequestRecord) {
	return {
		startAt: 0,
		maxResults: 20,
		total: request.worklogs.length,
		worklogs: request.worklogs
			.slice(0, 20)
			.map((worklog) => worklogBody(site, request, worklog)),
	};
}

function fieldValue(
	site: Site,
	request: RequestRecord,
	{holds, shape}: FieldDefinition,
): unknown {
	const value = request[holds];
	switch (shape) {
		case 'user': {
			return optionalUser(site, value as string | undefined);
		}

		case 'users': {
			const accountIds = value as readonly string[];
			return accountIds.length === 0 && holds !== 'participants'
				? null
				: accountIds.map((accountId) => userBodyOf(site, accountId));
		}

		case 'organizations': {
			return organizationValues(site, request);
		}

		case 'text':
		case 'document': {
			return value ?? null;
		}
	}
}

/** Observed: the field gives each organization's number as text, its name and links. */
function organizationValues(site: Site, {organizations}: RequestRecord) {
	return organizations
		.map((id) => site.world.organizations.find(id))
		.filter((organization) => organization !== undefined)
		.map(({facts}) => ({
			id: String(facts.id),
			name: facts.name,
			uuid: facts.uuid,
			_links: {
				self: `${site.url}/rest/servicedeskapi/organization/${facts.id}`,
			},
		}));
}

function optionalUser(site: Site, accountId: string | undefined): unknown {
	return accountId === undefined ? null : userBodyOf(site, accountId);
}
