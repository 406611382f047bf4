import {type Choices} from './choices.ts';
import {type Organization, type ServiceProject} from './model.ts';
import {readAll} from './pages.ts';
import {type SourceSite} from './ports.ts';
import {type Relations} from './relations.ts';
import {type ScanProgress} from './scan-progress.ts';

/** What the parts of a scan of the source share. */
export type Scan = {
	readonly site: SourceSite;
	readonly customers: Choices['customers'];
	readonly progress: ScanProgress;
	readonly relations: Relations;
	readonly signal?: AbortSignal;
};

/** What hangs on one service project. */
export type ProjectScan = {
	readonly project: ServiceProject;
	readonly linked: readonly Organization[];
	/** Ids of organizations set on its requests, which may have been unlinked since (R3). */
	readonly shared: ReadonlySet<string>;
	/** Account ids on its customer list. */
	readonly listed: readonly string[];
	/** Account ids in its customer role, where that can be read. */
	readonly individual: readonly string[] | undefined;
};

/** Reads one service project and notes whom it is related to. */
export async function scanProject(
	project: ServiceProject,
	scan: Scan,
): Promise<ProjectScan> {
	const {site, relations, signal} = scan;
	const [linked, shared, listed, individual] = await Promise.all([
		readAll(site.projectOrganizations(project, signal)),
		scanRequests(project, scan),
		scanCustomerList(project, scan),
		site.individualCustomers(project, signal),
	]);

	for (const id of individual ?? []) {
		relations.add(id, 'project-list', project.key);
	}

	return {project, linked, shared, listed, individual};
}

async function scanCustomerList(
	project: ServiceProject,
	{site, progress, relations, signal}: Scan,
): Promise<readonly string[]> {
	const pages = site.projectCustomers(project, signal);
	const customers = await progress.readAll('project-lists', pages);

	for (const customer of customers) {
		relations.addAccount(customer, 'project-list', project.key);
	}

	return customers.map(({id}) => id);
}

/** People matter only to the scope *related*, organizations to both. */
async function scanRequests(
	project: ServiceProject,
	{site, customers, progress, relations, signal}: Scan,
): Promise<ReadonlySet<string>> {
	const shared = new Set<string>();
	const only = customers === 'related' ? 'all' : 'shared';

	for await (const page of progress.count(
		'requests',
		site.requests(project, only, signal),
	)) {
		for (const {key, people, organizations} of page) {
			for (const {account, as} of people) {
				relations.add(account, as, key);
			}

			for (const id of organizations) {
				shared.add(id);
			}
		}
	}

	return shared;
}
