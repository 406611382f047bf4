import {type IndexedName} from '../world/request-index.ts';
import {type RequestRecord} from '../world/requests.ts';
import {type World} from '../world/world.ts';
import {JqlError} from './query.ts';

/** A field as JQL sees it: its values in a request, as texts to be equal to or as moments to be before or after. */
export type JqlField = {
	/** Everything a value may be called, in lower case. */
	values(request: RequestRecord): readonly string[];
	/** What the index of requests knows a value as; fields without it are not in the index. */
	indexed?(value: string): readonly IndexedName[];
	/** What requests are sorted and compared by; fields without it can't be. */
	rank?(request: RequestRecord): number;
	readonly isMoment?: boolean;
};

/** The field of this name, `cf[number]` or id. */
export function jqlField(world: World, name: string): JqlField {
	const field =
		name === 'project'
			? projectField(world)
			: (systemFields.get(name) ?? customField(world, name));
	if (!field) {
		throw new JqlError(
			`Field '${name}' does not exist or you do not have permission to view it.`,
		);
	}

	return field;
}

function projectField({projects}: World): JqlField {
	const keys = projects.all.map(({key}) => key).toSorted();
	return {
		values: ({projectKey}) => [projectKey.toLowerCase()],
		rank: ({projectKey}) => keys.indexOf(projectKey),
	};
}

const keyField: JqlField = {
	values: ({key, id}) => [key.toLowerCase(), id],
	rank: ({key}) => Number(key.slice(key.lastIndexOf('-') + 1)),
};

const systemFields: ReadonlyMap<string, JqlField> = new Map([
	['key', keyField],
	['issuekey', keyField],
	['issue', keyField],
	['id', {values: ({id}) => [id], rank: ({id}) => Number(id)}],
	['creator', {values: ({creator}) => textsOf(creator), indexed: asItIs}],
	['status', {values: ({status}) => [status.toLowerCase()]}],
	[
		'created',
		{values: () => [], rank: ({createdAt}) => createdAt, isMoment: true},
	],
	[
		'updated',
		{values: () => [], rank: ({updatedAt}) => updatedAt, isMoment: true},
	],
]);

function customField(world: World, name: string): JqlField | undefined {
	const customId = /^cf\[(?<number>\d+)\]$/v.exec(name)?.groups?.['number'];
	const wanted = customId === undefined ? name : `customfield_${customId}`;
	const definition = world.fields.find(
		({id, name: shown}) => id === wanted || shown.toLowerCase() === name,
	);
	if (!definition) {
		return undefined;
	}

	const {holds, shape} = definition;

	if (shape === 'organizations') {
		return {
			values: (request) => organizationTexts(world, request),
			indexed: (value) => organizationsCalled(world, value),
		};
	}

	return {
		values: (request) => textsOf(request[holds]),
		...((shape === 'user' || shape === 'users') && {indexed: asItIs}),
	};
}

function asItIs(value: string): readonly IndexedName[] {
	return [value];
}

/** A value is the id of an organization or its name, in lower case. */
function organizationsCalled(
	{organizations}: World,
	value: string,
): readonly number[] {
	return [
		Number(value),
		...organizations.named(value, 'folded').map(({facts}) => facts.id),
	];
}

function organizationTexts(
	{organizations}: World,
	request: RequestRecord,
): readonly string[] {
	return request.organizations.flatMap((id) => [
		String(id),
		(organizations.find(id)?.facts.name ?? '').toLowerCase(),
	]);
}

function textsOf(value: unknown): readonly string[] {
	if (value === undefined) {
		return [];
	}

	return (Array.isArray(value) ? value : [value])
		.filter((item) => typeof item === 'string')
		.map((item: string) => item.toLowerCase());
}
