import {json} from '../http/answer.ts';
import {listing, platformPage} from '../http/page.ts';
import {type Call, type Route} from '../http/route.ts';
import {
	type FieldDefinition,
	type FieldShape,
} from '../world/request-fields.ts';

const root = '/rest/api/3/field';

/** The fields of requests, with the schema that tells what they hold. */
export const fieldRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: root,
		audience: 'users',
		handle: ({site}) =>
			json([
				...systemFields,
				...site.world.fields.map((field) => fieldBody(field)),
			]),
	},
	{
		method: 'GET',
		path: `${root}/search`,
		audience: 'jira-admins',
		handle: searchFields,
	},
];

/** Source: Atlassian's OpenAPI, schema `JsonTypeBean`; the types of service desk fields as observed. */
export function fieldSchema({id, shape, custom}: FieldDefinition) {
	const {type, items} = schemaTypes[shape];
	const origin =
		custom === undefined
			? {system: id}
			: {custom, customId: Number(id.slice('customfield_'.length))};
	return {type, ...(items !== undefined && {items}), ...origin};
}

const schemaTypes: Readonly<
	Record<FieldShape, {readonly type: string; readonly items?: string}>
> = {
	text: {type: 'string'},
	document: {type: 'string'},
	user: {type: 'user'},
	users: {type: 'array', items: 'user'},
	organizations: {type: 'array', items: 'sd-customerorganization'},
};

/** Fields every Jira has that no edit of a practice site changes. */
const systemFields = [
	systemField('project', 'Project', {type: 'project', system: 'project'}),
	systemField('issuetype', 'Issue Type', {
		type: 'issuetype',
		system: 'issuetype',
	}),
	systemField('status', 'Status', {type: 'status', system: 'status'}),
	systemField('creator', 'Creator', {type: 'user', system: 'creator'}),
	systemField('created', 'Created', {type: 'datetime', system: 'created'}),
	systemField('updated', 'Updated', {type: 'datetime', system: 'updated'}),
	systemField('comment', 'Comment', {type: 'comments-page', system: 'comment'}),
	systemField('worklog', 'Log Work', {
		type: 'array',
		items: 'worklog',
		system: 'worklog',
	}),
];

function systemField(
	id: string,
	name: string,
	schema: Readonly<Record<string, string>>,
) {
	return {
		id,
		key: id,
		name,
		custom: false,
		orderable: false,
		navigable: true,
		searchable: true,
		clauseNames: [id],
		schema,
	};
}

/** Source: Atlassian's OpenAPI, schema `FieldDetails`. */
function fieldBody(field: FieldDefinition) {
	const {id, name, custom} = field;
	return {
		id,
		key: id,
		name,
		custom: custom !== undefined,
		orderable: true,
		navigable: true,
		searchable: true,
		clauseNames:
			custom === undefined
				? [id]
				: [`cf[${id.slice('customfield_'.length)}]`, name],
		schema: fieldSchema(field),
	};
}

function searchFields(call: Call) {
	const types = call.query.getAll('type').flatMap((each) => each.split(','));
	const wanted = call.site.world.fields.filter(
		({custom}) =>
			types.length === 0 ||
			types.includes(custom === undefined ? 'system' : 'custom'),
	);
	return platformPage(
		call,
		listing(wanted, (field) => ({
			id: field.id,
			name: field.name,
			schema: fieldSchema(field),
		})),
	);
}
