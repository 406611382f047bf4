import pMap from 'p-map';
import {chunks} from './chunks.ts';
import {type Account, type Request} from './model.ts';
import {readAll} from './pages.ts';
import {type UndoSite} from './ports.ts';
import {listsAtOnce} from './scan-source.ts';

/** Ids in one query; longer ones are refused by servers on the way. */
const idsPerQuery = 50;

const accountsPerCall = 100;

/** How others use what a run has made, as the destination shows it now. */
export type Usage = {
	/** The accounts asked for that exist. */
	readonly accounts: ReadonlyMap<string, Account>;
	/** A request, such as `IT-204`, that names the account. */
	readonly requests: ReadonlyMap<string, string>;
	/** The organizations asked for that exist. */
	readonly organizations: ReadonlyMap<string, OrganizationUse>;
	/** Members of the groups asked for. */
	readonly groups: ReadonlyMap<string, readonly Account[]>;
};

export type OrganizationUse = {
	readonly members: readonly Account[];
	/** Keys of the service projects it is linked to. */
	readonly projects: readonly string[];
	/** Requests that are shared with it. */
	readonly shared: readonly Request[];
};

/** Whose use is asked for, by ids of the destination. */
export type Subjects = {
	readonly accounts: Iterable<string>;
	readonly organizations: Iterable<string>;
	readonly groups: Iterable<string>;
};

/** Reads from the destination how accounts and organizations are used. */
export async function readUsage(
	site: UndoSite,
	subjects: Subjects,
	signal: AbortSignal,
): Promise<Usage> {
	const [{accounts, requests}, organizations, groups] = await Promise.all([
		readAccountUse(site, [...new Set(subjects.accounts)], signal),
		readOrganizationUse(site, [...new Set(subjects.organizations)], signal),
		readGroups(site, subjects.groups, signal),
	]);
	return {accounts, requests, organizations, groups};
}

async function readGroups(
	site: UndoSite,
	ids: Iterable<string>,
	signal: AbortSignal,
): Promise<Usage['groups']> {
	const found = await pMap(
		ids,
		async (id) => [id, await site.groupMembers(id, signal)] as const,
		{concurrency: listsAtOnce},
	);
	return new Map(found);
}

async function readAccountUse(
	site: UndoSite,
	ids: readonly string[],
	signal: AbortSignal,
): Promise<Pick<Usage, 'accounts' | 'requests'>> {
	const found = await pMap(
		chunks(ids, accountsPerCall),
		async (chunk) => site.accountsById(chunk, signal),
		{concurrency: listsAtOnce},
	);
	// A query that names an account which is gone would be refused as a whole.
	const accounts = found.flat().filter(({status}) => status !== 'deleted');
	const wanted = new Set(accounts.map(({id}) => id));
	const requests = new Map<string, string>();

	await pMap(
		chunks([...wanted], idsPerQuery),
		async (chunk) => {
			for await (const page of site.requestsNaming(chunk, signal)) {
				for (const {key, people} of page) {
					for (const {account} of people) {
						if (wanted.has(account) && !requests.has(account)) {
							requests.set(account, key);
						}
					}
				}
			}
		},
		{concurrency: listsAtOnce},
	);
	return {
		accounts: new Map(accounts.map((account) => [account.id, account])),
		requests,
	};
}

async function readOrganizationUse(
	site: UndoSite,
	ids: readonly string[],
	signal: AbortSignal,
): Promise<ReadonlyMap<string, OrganizationUse>> {
	const projects = await readLinks(site, ids, signal);
	const uses = await pMap(
		ids,
		async (id): Promise<ReadonlyArray<readonly [string, OrganizationUse]>> => {
			const organization = await site.organizationById(id, signal);

			if (organization === undefined) {
				return [];
			}

			const members = await readAll(site.organizationMembers(id, signal));
			const shared: Request[] = [];

			for await (const page of site.requestsSharedWith(organization, signal)) {
				shared.push(
					...page.filter(({organizations}) => organizations.includes(id)),
				);
			}

			return [
				[
					id,
					{
						members: members.filter(({status}) => status !== 'deleted'),
						projects: projects.get(id) ?? [],
						shared,
					},
				],
			];
		},
		{concurrency: listsAtOnce},
	);
	return new Map(uses.flat());
}

/** Keys of the projects that each organization is linked to; only a project's own list tells. */
async function readLinks(
	site: UndoSite,
	ids: readonly string[],
	signal: AbortSignal,
): Promise<ReadonlyMap<string, readonly string[]>> {
	if (ids.length === 0) {
		return new Map();
	}

	const wanted = new Set(ids);
	const links = new Map<string, string[]>();
	await pMap(
		await readAll(site.serviceProjects(signal)),
		async (project) => {
			const linked = await readAll(site.projectOrganizations(project, signal));

			for (const {id} of linked) {
				if (wanted.has(id)) {
					links.set(id, [...(links.get(id) ?? []), project.key]);
				}
			}
		},
		{concurrency: listsAtOnce},
	);
	return links;
}
