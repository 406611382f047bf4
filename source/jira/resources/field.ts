import {z} from 'zod';
import {
	type LinkField,
	type LinkKind,
} from '../../migration/activity/request-links.ts';
import {type ReasonType} from '../../migration/model.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import * as wire from '../wire.ts';

const list: Operation = {method: 'GET', path: '/rest/api/3/field'};

/** A field that holds people, and the reason it makes. */
export type PeopleField = {
	readonly id: string;
	readonly as: ReasonType;
	/** Only where the reason does not say it all. */
	readonly name?: string;
};

/** Fields that name people or organizations, found by what they are: names are translated, and numbers differ from site to site. */
export type RequestFields = {
	readonly people: readonly PeopleField[];
	readonly organizations: readonly string[];
	/** Ids of fields that hold rich text. */
	readonly texts: readonly string[];
	/** Ids of fields that hold the first of what people wrote below a request. */
	readonly content: readonly string[];
	/** Those that activity is linked in. */
	readonly links: readonly LinkField[];
};

const organizationsType = 'com.atlassian.servicedesk:sd-customer-organizations';
const textAreaType =
	'com.atlassian.jira.plugin.system.customfieldtypes:textarea';

/** Approvals hold their approvers a level deeper, and their schema says nothing of people (observed). */
const approvalsType = 'com.atlassian.servicedesk.approvals-plugin:sd-approvals';

/** Fields with a reason of their own, by the id of a system field or the type of a custom one. */
const reasons: ReadonlyMap<string, ReasonType> = new Map([
	['reporter', 'reporter'],
	['creator', 'creator'],
	['assignee', 'assignee'],
	['com.atlassian.servicedesk:sd-request-participants', 'participant'],
]);

const customTypes = 'com.atlassian.jira.plugin.system.customfieldtypes';

/** Of fields with people, those that an edit may set and that are about customers; apps bring others. */
const linkKinds: ReadonlyMap<string, LinkKind> = new Map([
	['reporter', 'reporter'],
	['com.atlassian.servicedesk:sd-request-participants', 'participants'],
	[organizationsType, 'organizations'],
	[`${customTypes}:userpicker`, 'user-picker'],
	[`${customTypes}:multiuserpicker`, 'user-pickers'],
	[`${customTypes}:people`, 'people'],
]);

export async function readRequestFields(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<RequestFields> {
	const {body} = await client.send(
		{operation: list, answer: z.array(wire.field)},
		signal,
	);
	const ofType = (type: string) =>
		body.filter(({schema}) => schema?.custom === type).map(({id}) => id);
	return {
		people: body
			.filter((field) => isOfPeople(field))
			.map((field) => toPeopleField(field)),
		organizations: ofType(organizationsType),
		texts: ['description', 'environment', ...ofType(textAreaType)],
		content: ['comment', 'worklog'],
		links: body.flatMap((field) => toLinkField(field)),
	};
}

function isOfPeople({schema}: wire.Field): boolean {
	return (
		schema?.type === 'user' ||
		(schema?.type === 'array' && schema.items === 'user') ||
		schema?.custom === approvalsType
	);
}

function toPeopleField({id, name, schema}: wire.Field): PeopleField {
	const as = reasons.get(schema?.custom ?? id);
	return as === undefined ? {id, as: 'user-field', name} : {id, as};
}

function toLinkField({
	id,
	name = id,
	schema,
}: wire.Field): readonly LinkField[] {
	const type = schema?.custom ?? id;
	const kind = linkKinds.get(type);
	return kind === undefined
		? []
		: [{id, name, kind, type, many: schema?.type === 'array'}];
}
