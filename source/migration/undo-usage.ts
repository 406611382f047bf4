import pMap from 'p-map';
import {type LinkedRequest, isExactly} from './activity/request-links.ts';
import {requestsPerCall} from './activity/verify-requests.ts';
import {chunks} from './chunks.ts';
import {type Account, type Request} from './model.ts';
import {readAll} from './pages.ts';
import {type UndoSite} from './ports.ts';
import {listsAtOnce} from './scan-source.ts';
import {type MadeEdits} from './undo-made.ts';

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
	/** The requests asked for that exist, by their keys. */
	readonly fields: ReadonlyMap<string, LinkedRequest>;
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
	/** Keys. */
	readonly requests: Iterable<string>;
};

/**
Whom fields of requests name only because a run set them there, by the key of the request: ids of accounts and organizations, one for each field. Once the fields are as they were, the search index still shows them for a while.
*/
export type Released = ReadonlyMap<string, readonly string[]>;

/** Whom the edits of a run have put into requests. */
export function releasedBy(requests: readonly MadeEdits[]): Released {
	return new Map(
		requests.map(({request, edits}) => [
			request,
			edits.flatMap(({before, after}) =>
				after.filter((id) => !before.includes(id)),
			),
		]),
	);
}

/** Of the fields that a run set, those that nobody has set since. */
export async function readUntouched(
	site: UndoSite,
	requests: readonly MadeEdits[],
	signal: AbortSignal,
): Promise<readonly MadeEdits[]> {
	const now = await readFields(
		site,
		requests.map(({request}) => request),
		signal,
	);
	return requests.map(({request, edits}) => ({
		request,
		edits: edits.filter(({field, after}) =>
			isExactly(now.get(request)?.values[field], after),
		),
	}));
}

async function readFields(
	site: UndoSite,
	keys: Iterable<string>,
	signal: AbortSignal,
): Promise<Usage['fields']> {
	const found = await pMap(
		chunks([...keys], requestsPerCall),
		async (page) => site.requestsByKey(page, signal),
		{concurrency: listsAtOnce},
	);
	return new Map(found.flat().map((request) => [request.key, request]));
}

/** Reads from the destination how accounts and organizations are used. */
export async function readUsage(
	site: UndoSite,
	subjects: Subjects,
	released: Released,
	signal: AbortSignal,
): Promise<Usage> {
	const [{accounts, requests}, organizations, groups, fields] =
		await Promise.all([
			readAccountUse(site, [...new Set(subjects.accounts)], released, signal),
			readOrganizationUse(
				site,
				[...new Set(subjects.organizations)],
				released,
				signal,
			),
			readGroups(site, subjects.groups, signal),
			readFields(site, subjects.requests, signal),
		]);
	return {accounts, requests, organizations, groups, fields};
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
	released: Released,
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
				for (const request of page) {
					for (const account of namedBySomeone(request, released)) {
						if (wanted.has(account) && !requests.has(account)) {
							requests.set(account, request.key);
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

/** Accounts that a request names more often than the run did. */
function namedBySomeone(
	{key, people}: Request,
	released: Released,
): readonly string[] {
	const ours = [...(released.get(key) ?? [])];
	return people
		.map(({account}) => account)
		.filter((account) => {
			const index = ours.indexOf(account);

			if (index !== -1) {
				ours.splice(index, 1);
			}

			return index === -1;
		});
}

async function readOrganizationUse(
	site: UndoSite,
	ids: readonly string[],
	released: Released,
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
					...page.filter(
						({key, organizations}) =>
							organizations.includes(id) &&
							released.get(key)?.includes(id) !== true,
					),
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
