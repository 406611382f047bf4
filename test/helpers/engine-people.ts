import {
	type Account,
	type Customer,
	type OrganizationDetails,
	type ProjectAccess,
	type ProjectPair,
	type Reason,
	type ServiceProject,
	type Site,
} from '../../source/migration/model.ts';

export const sourceSite: Site = {
	id: 'site-old',
	url: 'https://old.example',
	name: 'Old',
};

export const destinationSite: Site = {
	id: 'site-new',
	url: 'https://new.example',
	name: 'New',
};

type Side = 'source' | 'destination';

/** An account of the source: portal-only, active and with an email, unless the facts say otherwise. */
export function sourceAccount(
	name: string,
	facts: Partial<Account> = {},
): Account {
	return makeAccount('source', name, facts);
}

/** An account of the destination, made like one of the source. */
export function destinationAccount(
	name: string,
	facts: Partial<Account> = {},
): Account {
	return makeAccount('destination', name, facts);
}

function makeAccount(
	side: Side,
	name: string,
	{type = 'portal-only', ...facts}: Partial<Account>,
): Account {
	return {
		// Only portal-only accounts have an id of their own on each site.
		id: type === 'portal-only' ? `qm:${side}:${name}` : `${type}:${name}`,
		type,
		name,
		email: `${name}@acme.example`,
		status: 'active',
		...facts,
	};
}

/** An account of the source, chosen for the copy. */
export function customer(
	name: string,
	facts: Partial<Account & {readonly reasons: readonly Reason[]}> = {},
): Customer {
	const {reasons = [], ...account} = facts;
	return {...sourceAccount(name, account), reasons};
}

type OrganizationFacts = Partial<
	Pick<OrganizationDetails, 'id' | 'managed' | 'projects'>
> & {readonly members?: readonly Account[]};

/** An organization of the source: nobody in it, linked to nothing, unless the facts say otherwise. */
export function sourceOrganization(
	name: string,
	facts: OrganizationFacts = {},
): OrganizationDetails {
	return makeOrganization('source', name, facts);
}

export function destinationOrganization(
	name: string,
	facts: OrganizationFacts = {},
): OrganizationDetails {
	return makeOrganization('destination', name, facts);
}

function makeOrganization(
	side: Side,
	name: string,
	{members = [], ...facts}: OrganizationFacts,
): OrganizationDetails {
	return {
		// Ids hold no blanks.
		id: `${side}:${encodeURIComponent(name)}`,
		name,
		managed: false,
		members: members.map(({id}) => id),
		projects: [],
		...facts,
	};
}

export function project(key: string): ServiceProject {
	return {id: `desk-${key}`, key, name: `${key} service`};
}

/** A project of the source and its counterpart: the one of the same key, unless another or none is named. */
export function projectPair(key: string, keyThere: string = key): ProjectPair {
	return {from: project(key), to: project(keyThere)};
}

/** What the admin says where a counterpart has another key. */
export function counterpart(
	key: string,
	keyThere: string,
): Readonly<Record<string, string>> {
	return {[key]: keyThere};
}

/** Who has access to a project by himself. */
export function accessTo(
	key: string,
	...customers: readonly Account[]
): ProjectAccess {
	return {project: key, customers: customers.map(({id}) => id)};
}

export function lonelyProject(key: string): ProjectPair {
	return {from: project(key)};
}
