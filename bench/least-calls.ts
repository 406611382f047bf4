import {comparableName} from '../source/migration/names.ts';
import {type Calls, type PracticeSites} from './practice.ts';
import {SiteReader} from './site-reader.ts';
import {type Written} from './written.ts';

const service = '/rest/servicedeskapi';

/** Names of operations as the practice sites count them. */
export const operations = {
	cloudId: 'GET /_edge/tenant_info',
	serverInfo: 'GET /rest/api/3/serverInfo',
	myself: 'GET /rest/api/3/myself',
	permissions: 'GET /rest/api/3/mypermissions',
	licence: 'GET /rest/api/3/applicationrole/{key}',
	group: 'GET /rest/api/3/group/member',
	fields: 'GET /rest/api/3/field',
	accounts: 'GET /rest/api/3/users/search',
	requests: 'POST /rest/api/3/search/jql',
	roles: 'GET /rest/api/3/project/{projectIdOrKey}/role',
	role: 'GET /rest/api/3/project/{projectIdOrKey}/role/{id}',
	project: 'GET /rest/api/3/project/{projectIdOrKey}',
	permissionScheme: 'GET /rest/api/3/project/{projectKeyOrId}/permissionscheme',
	workflowScheme: 'GET /rest/api/3/workflowscheme/project',
	workflows: 'GET /rest/api/3/workflows/search',
	projects: `GET ${service}/servicedesk`,
	projectCustomers: `GET ${service}/servicedesk/{serviceDeskId}/customer`,
	linked: `GET ${service}/servicedesk/{serviceDeskId}/organization`,
	organizations: `GET ${service}/organization`,
	members: `GET ${service}/organization/{organizationId}/user`,
	createCustomer: `POST ${service}/customer`,
	revoke: `PUT ${service}/customer/user/{accountId}/revoke-portal-only-access`,
	createOrganization: `POST ${service}/organization`,
	addMembers: `POST ${service}/organization/{organizationId}/user`,
	link: `POST ${service}/servicedesk/{serviceDeskId}/organization`,
	addAccess: `POST ${service}/servicedesk/{serviceDeskId}/customer`,
} as const;

/** Calls of one site in one part of a copy. */
export type Stage = Readonly<Partial<Record<keyof typeof operations, number>>>;

/** What has to be read to connect to a site and to know it. */
const connecting: Stage = {cloudId: 1, serverInfo: 1, myself: 1};

/** The fewest calls for reading the source, scope *all*: every page of every list that matters, once. Why somebody is related is told in this scope too, so roles, schemes and workflows are read as well (R1). */
export async function leastForSource({source}: PracticeSites): Promise<Stage> {
	const site = new SiteReader(source);
	const [accounts, organizations, projects] = await Promise.all([
		site.accounts(),
		site.organizations(),
		site.projects(),
	]);
	const count = projects.items.length;
	return {
		...connecting,
		licence: 1,
		group: 1,
		fields: 1,
		accounts: accounts.pages,
		organizations: organizations.pages,
		projects: projects.pages,
		members: await site.pages(organizations.items, async ({id}) =>
			site.members(id),
		),
		linked: await site.pages(projects.items, async ({id}) => site.linked(id)),
		projectCustomers: await site.pages(projects.items, async ({id}) =>
			site.projectCustomers(id),
		),
		roles: count,
		role: await site.pages(projects.items, async ({projectKey}) =>
			site.roles(projectKey),
		),
		project: count,
		permissionScheme: count,
		workflowScheme: count,
		workflows: 1,
		// Of organizations on requests, at least one page a project.
		requests: count,
	};
}

/**
The fewest calls for reading the destination before a plan: besides the lists, members of organizations with names of the source.
*/
export async function leastForDestination({
	source,
	destination,
}: PracticeSites): Promise<Stage> {
	const site = new SiteReader(destination);
	const [accounts, organizations, projects, counterparts, names] =
		await Promise.all([
			site.accounts(),
			site.organizations(),
			site.projects(),
			counterpartsOf({source, destination}),
			namesOn(source),
		]);
	const namesakes = organizations.items.filter(({name}) =>
		names.has(comparableName(name)),
	);
	return {
		...connecting,
		permissions: 1,
		accounts: accounts.pages,
		organizations: organizations.pages,
		projects: projects.pages,
		members: await site.pages(namesakes, async ({id}) => site.members(id)),
		linked: await site.pages(projects.items, async ({id}) => site.linked(id)),
		roles: counterparts.length,
		role: counterparts.length,
	};
}

/** The fewest calls for writing: one for each new thing, full batches, and what it takes to be sure that a new organization is new (R11). */
export function leastForWriting(written: Written, before: Stage): Stage {
	return {
		organizations: before.organizations ?? 0,
		createOrganization: written.organizations,
		members: written.organizations,
		createCustomer: written.customers,
		revoke: written.revoked,
		addMembers: written.memberBatches,
		link: written.links,
		addAccess: written.accessBatches,
	};
}

/** The fewest calls for reading again what was written, which is part of the promise (R16). To be asked when the copy is over. */
export async function leastForVerifying(
	sites: PracticeSites,
	written: Written,
): Promise<Stage> {
	const site = new SiteReader(sites.destination);
	const [accounts, organizations, counterparts, chosen] = await Promise.all([
		site.accounts(),
		site.organizations(),
		counterpartsOf(sites),
		new SiteReader(sites.source).organizations(),
	]);
	const idsByName = new Map(
		organizations.items.map(({id, name}) => [name, id]),
	);
	const copied = chosen.items.flatMap(
		({id, name}) => written.made.get(id) ?? idsByName.get(name) ?? [],
	);
	return {
		accounts: accounts.pages,
		organizations: organizations.pages,
		members: await site.pages(copied, async (id) => site.members(id)),
		linked: await site.pages(counterparts, async ({id}) => site.linked(id)),
		role: counterparts.length,
	};
}

async function counterpartsOf({source, destination}: PracticeSites) {
	const [from, to] = await Promise.all([
		new SiteReader(source).projects(),
		new SiteReader(destination).projects(),
	]);
	const keys = new Set(from.items.map(({projectKey}) => projectKey));
	return to.items.filter(({projectKey}) => keys.has(projectKey));
}

async function namesOn(login: PracticeSites['source']) {
	const {items} = await new SiteReader(login).organizations();
	return new Set(items.map(({name}) => comparableName(name)));
}

/** Calls of some stages together, by the names that the sites use. */
export function addStages(stages: readonly Stage[]): Calls {
	const sums: Record<string, number> = {};

	for (const stage of stages) {
		for (const [name, count] of Object.entries(stage)) {
			const operation = operations[name as keyof typeof operations];
			sums[operation] = (sums[operation] ?? 0) + count;
		}
	}

	return sums;
}

export function countCalls(calls: Calls): number {
	return Object.values(calls).reduce((sum, count) => sum + count, 0);
}
