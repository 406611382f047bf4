import {ProjectRequests} from './activity/project-requests.ts';
import {DeletedContentCount} from './deleted-content.ts';
import {
	type DeletedContent,
	type Organization,
	type Request,
	type ServiceProject,
} from './model.ts';
import {readAll, readIds} from './pages.ts';
import {type SourceSite} from './ports.ts';
import {type Relations} from './relations.ts';
import {type ScanProgress} from './scan-progress.ts';

/** What the parts of a scan of the source share. */
export type Scan = {
	readonly site: SourceSite;
	readonly progress: ScanProgress;
	readonly relations: Relations;
	/** Whether requests are kept, to be compared with those of the destination. */
	readonly keepsRequests: boolean;
	readonly signal?: AbortSignal;
};

/** Organizations and content that hang on one service project. */
export type ProjectContent = {
	readonly project: ServiceProject;
	readonly linked: readonly Organization[];
	/** Ids of organizations set on its requests, which may have been unlinked since (R3). */
	readonly shared: ReadonlySet<string>;
	/** What deleted accounts left in its requests. */
	readonly deletedContent: readonly DeletedContent[];
	/** Nothing where they are not to be compared. */
	readonly requests: ProjectRequests;
};

/** Who has access to one service project. */
export type ProjectPeople = {
	readonly project: ServiceProject;
	/** Account ids on its customer list. */
	readonly listed: readonly string[];
	/** Account ids in its customer role, where that can be read. */
	readonly individual: readonly string[] | undefined;
};

/** Reads what tells which organizations are related to a project, and notes who is named there. */
export async function scanContent(
	project: ServiceProject,
	scan: Scan,
): Promise<ProjectContent> {
	const {site, signal} = scan;
	const [linked, inRequests] = await Promise.all([
		readAll(site.projectOrganizations(project, signal)),
		scanRequests(project, scan),
	]);
	return {project, linked, ...inRequests};
}

/** Reads who has access to a project or is named in its settings, and notes them. The customer list is limited to 5 calls a second, so nothing should wait for it. */
export async function scanPeople(
	project: ServiceProject,
	scan: Scan,
): Promise<ProjectPeople> {
	const [listed, individual] = await Promise.all([
		scanCustomerList(project, scan),
		scanCustomerRole(project, scan),
		scanSettings(project, scan),
	]);
	return {project, listed, individual};
}

async function scanCustomerList(
	project: ServiceProject,
	{site, progress, relations, signal}: Scan,
): Promise<readonly string[]> {
	const pages = site.projectCustomers(project, signal);
	const ids = await readIds(
		progress.count('project-lists', pages),
		(customer) => relations.addAccount(customer, 'project-list', project.key),
	);
	return [...ids];
}

async function scanCustomerRole(
	project: ServiceProject,
	{site, relations, signal}: Scan,
): Promise<readonly string[] | undefined> {
	const individual = await site.individualCustomers(project, signal);
	return individual?.map((id) =>
		relations.add(id, 'project-list', project.key),
	);
}

async function scanSettings(
	project: ServiceProject,
	{site, relations, signal}: Scan,
): Promise<void> {
	const named = await site.namedInProject(project, signal);

	for (const {account, as, example} of named) {
		relations.add(account, as, example);
	}
}

/** One pass over the requests, whatever the scope: organizations and content of deleted accounts matter to both. */
async function scanRequests(
	project: ServiceProject,
	{site, progress, relations, keepsRequests, signal}: Scan,
): Promise<Omit<ProjectContent, 'project' | 'linked'>> {
	const shared = new Set<string>();
	const deleted = new DeletedContentCount(project.key);
	const requests = new ProjectRequests();
	const pages = keepsRequests
		? site.requestsWithLinks(project, signal)
		: site.requests(project, signal);

	for await (const page of progress.count('requests', pages)) {
		for (const request of page) {
			deleted.note(request);
			requests.note(request);
			noteRequest(request, relations, shared);
		}
	}

	return {shared, deletedContent: deleted.found(), requests};
}

function noteRequest(
	{key, people, organizations}: Request,
	relations: Relations,
	shared: Set<string>,
): void {
	for (const {account, as, field} of people) {
		relations.add(account, as, field === undefined ? key : `${key} (${field})`);
	}

	for (const id of organizations) {
		shared.add(id);
	}
}
