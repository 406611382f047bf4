import {createCloudClient, createServiceDeskClient} from 'jira.js';
import {createClient} from 'jira.js/core';
import pMap from 'p-map';
import {type PrintedLogin} from './program.ts';

/** A person as jira.js reads him. */
export type SeenPerson = {
	readonly id: string;
	/** `atlassian`, `customer` or `app`. */
	readonly type: string;
	/** In lower case; undefined where it is hidden. */
	readonly email: string | undefined;
	readonly name: string;
	readonly isActive: boolean;
	readonly isAgent: boolean;
};

export type SeenOrganization = {
	readonly id: string;
	readonly name: string;
	/** Account ids. */
	readonly members: ReadonlySet<string>;
	/** Keys of the service projects it is linked to. */
	readonly projects: ReadonlySet<string>;
};

/** All that matters of a site, seen by a client that is not ours. */
export type SeenSite = {
	readonly people: ReadonlyMap<string, SeenPerson>;
	readonly organizations: readonly SeenOrganization[];
};

/** Reads a whole practice site through jira.js, which knows no limits; so there are none meanwhile. */
export async function seeSite(login: PrintedLogin): Promise<SeenSite> {
	await setLimits(login, '{"burst": 100000}');

	try {
		return await readSite(login);
	} finally {
		// Jira's own limits again.
		await setLimits(login, '{"burst": null}');
	}
}

async function setLimits({url}: PrintedLogin, body: string): Promise<void> {
	await fetch(`${url}/_practice/limits`, {method: 'POST', body});
}

async function readSite({url, email, token}: PrintedLogin): Promise<SeenSite> {
	const client = createClient({
		host: url,
		auth: {type: 'basic', email, apiToken: token},
	});
	const cloud = createCloudClient(client);
	const desk = createServiceDeskClient(client);
	const agents = await readAgents(cloud);
	const users = await everyItem(async (startAt) =>
		cloud.users.getAllUsers({startAt, maxResults: 1000}),
	);
	const organizations = await everyValue(async (start) =>
		desk.organization.getOrganizations({start}),
	);
	const projects = await readProjects(desk);
	return {
		people: new Map(
			users.map((user) => [
				user.accountId ?? '',
				{
					id: user.accountId ?? '',
					type: user.accountType ?? '',
					email: user.emailAddress?.toLowerCase(),
					name: user.displayName ?? '',
					isActive: user.active ?? false,
					isAgent: agents.has(user.accountId ?? ''),
				},
			]),
		),
		organizations: await pMap(
			organizations,
			async ({id = '', name = ''}) => ({
				id,
				name,
				members: await readMembers(desk, Number(id)),
				projects: new Set(
					projects.filter((one) => one.linked.has(id)).map(({key}) => key),
				),
			}),
			{concurrency: 4},
		),
	};
}

type Cloud = ReturnType<typeof createCloudClient>;
type Desk = ReturnType<typeof createServiceDeskClient>;

async function readAgents(cloud: Cloud): Promise<ReadonlySet<string>> {
	const found = await cloud.groups.findGroups({
		query: 'jira-servicemanagement-users',
	});
	const members = await Promise.all(
		(found.groups ?? []).map(async ({name = ''}) =>
			everyItem(async (startAt) => {
				const {values} = await cloud.groups.getUsersFromGroup({
					groupname: name,
					includeInactiveUsers: true,
					startAt,
				});
				return values;
			}),
		),
	);
	return new Set(members.flat().map(({accountId = ''}) => accountId));
}

async function readMembers(
	desk: Desk,
	organizationId: number,
): Promise<ReadonlySet<string>> {
	const users = await everyValue(async (start) =>
		desk.organization.getUsersInOrganization({organizationId, start}),
	);
	return new Set(users.map(({accountId = ''}) => accountId));
}

async function readProjects(desk: Desk) {
	const desks = await everyValue(async (start) =>
		desk.servicedesk.getServiceDesks({start}),
	);
	return Promise.all(
		desks.map(async ({id = '', projectKey: key = ''}) => {
			const linked = await everyValue(async (start) =>
				desk.organization.getServiceDeskOrganizations({
					serviceDeskId: id,
					start,
				}),
			);
			return {key, linked: new Set(linked.map((one) => one.id ?? ''))};
		}),
	);
}

/** Reads until a page is empty, which every paged resource of Jira has in common. */
async function everyItem<Item>(
	read: (start: number) => Promise<readonly Item[]>,
): Promise<readonly Item[]> {
	const items: Item[] = [];

	for (;;) {
		const page = await read(items.length);

		if (page.length === 0) {
			return items;
		}

		items.push(...page);
	}
}

async function everyValue<Item>(
	read: (start: number) => Promise<{readonly values?: readonly Item[]}>,
): Promise<readonly Item[]> {
	return everyItem(async (start) => {
		const {values = []} = await read(start);
		return values;
	});
}
