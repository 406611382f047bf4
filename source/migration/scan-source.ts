import pMap from 'p-map';
import {type ProjectRequests} from './activity/project-requests.ts';
import {type Choices} from './choices.ts';
import {chunks} from './chunks.ts';
import {type EngineEvent} from './events.ts';
import {
	type Account,
	type DeletedContent,
	type Organization,
	type OrganizationDetails,
	type ProjectAccess,
	type ServiceProject,
	type SourceSnapshot,
} from './model.ts';
import {type Memory, emptyMemory} from './memory.ts';
import {readIds} from './pages.ts';
import {type SourceSite} from './ports.ts';
import {Relations} from './relations.ts';
import {
	type ProjectContent,
	type ProjectPeople,
	type Scan,
	scanContent,
	scanPeople,
} from './scan-project.ts';
import {findGone} from './scan-gone.ts';
import {ScanProgress} from './scan-progress.ts';
import {sortPeople} from './sort-people.ts';
import {sum} from './sum.ts';

/** Lists read side by side; the site's client holds back what is too fast. */
export const listsAtOnce = 16;

/** Ids asked for in one call. Atlassian documents no limit for `GET /user/bulk`; so many are in use in the field. */
const idsPerCall = 100;

export type SourceScan = {
	readonly projects: readonly ServiceProject[];
	readonly customers: Choices['customers'];
	/** Whether requests are to be compared with those of the destination; left out, they are not. */
	readonly keepsRequests?: boolean;
	/** What earlier runs copied, to see what has left since. */
	readonly copied?: Pick<Memory, 'customers' | 'organizations'>;
	readonly emit: (event: EngineEvent) => void;
	readonly signal?: AbortSignal;
};

/** Reads from the source what the chosen projects and scope need (R1 to R3). */
export async function scanSource(
	site: SourceSite,
	{
		projects,
		customers,
		keepsRequests = false,
		copied = emptyMemory,
		emit,
		signal,
	}: SourceScan,
): Promise<SourceSnapshot & {readonly requests: SourceRequests}> {
	const progress = new ScanProgress('source', emit);
	const relations = new Relations();
	const scan: Scan = {site, progress, relations, keepsRequests, signal};
	const all = progress.readAll('organizations', site.organizations(signal));
	const content = pMap(
		projects,
		async (project) => scanContent(project, scan),
		{concurrency: listsAtOnce},
	);
	const [
		accounts,
		agents,
		everyOrganization,
		perProject,
		organizations,
		access,
	] = await Promise.all([
		scanIndex(scan),
		progress.readAll('agents', site.agents(signal)),
		all,
		content,
		scanOrganizations(all, content, scan),
		pMap(projects, async (project) => scanPeople(project, scan), {
			concurrency: listsAtOnce,
		}),
	]);
	const [unlisted, gone] = await Promise.all([
		readUnlisted(scan),
		findGone(
			site,
			{accounts, organizations: everyOrganization},
			copied,
			signal,
		),
	]);
	progress.finish();
	const people = sortPeople(
		[...accounts, ...unlisted],
		new Set(agents.map(({id}) => id)),
		relations,
		customers,
	);
	const deletedContent = contentOf(people.leftOut.deleted, perProject);
	tellDeletedContent(deletedContent, emit);
	return {
		site: site.site,
		projects,
		...people,
		deletedContent,
		organizations,
		organizationNames: everyOrganization.map(({name}) => name),
		access: access.map((found) => accessOf(found, organizations)),
		gone,
		requests: new Map(
			perProject.map(({project, requests}) => [project.key, requests]),
		),
	};
}

async function scanIndex({
	site,
	progress,
	relations,
	signal,
}: Scan): Promise<readonly Account[]> {
	const accounts = await progress.readAll('accounts', site.accounts(signal));
	relations.addIndex(accounts);
	return accounts;
}

/** Reads related organizations as soon as it is known which ones are, beside what takes longer. */
async function scanOrganizations(
	all: Promise<readonly Organization[]>,
	content: Promise<readonly ProjectContent[]>,
	scan: Scan,
): Promise<readonly OrganizationDetails[]> {
	const perProject = await content;
	return pMap(
		relatedOrganizations(perProject, await all),
		async (organization) => scanOrganization(organization, perProject, scan),
		{concurrency: listsAtOnce},
	);
}

/** The requests that were kept, by the key of their project. */
export type SourceRequests = ReadonlyMap<string, ProjectRequests>;

/** Linked to a chosen project, or set on one of its requests (R3). */
function relatedOrganizations(
	perProject: readonly ProjectContent[],
	every: readonly Organization[],
): readonly Organization[] {
	const related = new Set(
		perProject.flatMap(({linked, shared}) => [
			...linked.map(({id}) => id),
			...shared,
		]),
	);
	return every.filter(({id}) => related.has(id));
}

async function scanOrganization(
	organization: Organization,
	perProject: readonly ProjectContent[],
	{site, progress, relations, signal}: Scan,
): Promise<OrganizationDetails> {
	const pages = site.organizationMembers(organization.id, signal);
	const members = await readIds(progress.count('members', pages), (member) =>
		relations.addAccount(member, 'organization-member', organization.name),
	);
	return {
		...organization,
		members: [...members],
		projects: perProject
			.filter(({linked}) => linked.some(({id}) => id === organization.id))
			.map(({project}) => project.key),
	};
}

/** Accounts that lists and requests name but the index of all accounts does not show. */
async function readUnlisted({
	site,
	relations,
	signal,
}: Scan): Promise<readonly Account[]> {
	const unlisted = relations.takeUnlisted();
	const found = await pMap(
		chunks(unlisted, idsPerCall),
		async (ids) => site.accountsById(ids, signal),
		{concurrency: listsAtOnce},
	);
	const byId = new Map(found.flat().map((account) => [account.id, account]));
	// What a list showed of someone is better than losing him.
	return unlisted.flatMap((id) => byId.get(id) ?? relations.seen(id) ?? []);
}

/** What requests show as a former user may be an app, whose content is no customer's. */
function contentOf(
	deleted: readonly Account[],
	perProject: readonly ProjectContent[],
): readonly DeletedContent[] {
	const ids = new Set(deleted.map(({id}) => id));
	return perProject.flatMap((project) =>
		project.deletedContent.filter(({account}) => ids.has(account)),
	);
}

function tellDeletedContent(
	content: readonly DeletedContent[],
	emit: (event: EngineEvent) => void,
): void {
	for (const [project, found] of Map.groupBy(content, (one) => one.project)) {
		emit({
			type: 'deleted-content-found',
			project,
			accounts: found.length,
			requests: sum(found.map(({requests}) => requests)),
			keys: [...new Set(found.flatMap(({keys}) => keys))],
		});
	}
}

/** Without a readable customer role, whoever is listed but in no linked organization has access by himself (R12). */
function accessOf(
	{project, individual, listed}: ProjectPeople,
	organizations: readonly OrganizationDetails[],
): ProjectAccess {
	const members = new Set(
		organizations
			.filter(({projects}) => projects.includes(project.key))
			.flatMap((organization) => organization.members),
	);
	return {
		project: project.key,
		customers: individual ?? listed.filter((id) => !members.has(id)),
	};
}
