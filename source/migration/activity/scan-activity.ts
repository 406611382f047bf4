import pMap from 'p-map';
import {type ProjectPair, type ServiceProject} from '../model.ts';
import {type DestinationSite, type SourceSite} from '../ports.ts';
import {type ScanProgress} from '../scan-progress.ts';
import {type SourceRequests, listsAtOnce} from '../scan-source.ts';
import {
	type ActivitySnapshot,
	type ProjectActivity,
} from './activity-snapshot.ts';
import {pairFields} from './pair-fields.ts';
import {pairRequests} from './pair-requests.ts';
import {ProjectRequests} from './project-requests.ts';

/** What the destination holds of the requests of counterparts, before it is compared. */
export type DestinationRequests = ReadonlyMap<
	string,
	{readonly requests: ProjectRequests; readonly canEdit: boolean}
>;

/** Reads the requests of counterparts: one pass, page by page. */
export async function scanCounterparts(
	site: DestinationSite,
	pairs: readonly ProjectPair[],
	progress: ScanProgress,
	signal?: AbortSignal,
): Promise<DestinationRequests> {
	const counterparts = new Map(
		pairs.flatMap(({to}) => (to === undefined ? [] : [[to.key, to] as const])),
	);
	const found = await pMap(
		counterparts.values(),
		async (project) => {
			const [requests, canEdit] = await Promise.all([
				readRequests(site, project, progress, signal),
				site.canEditRequests(project, signal),
			]);
			return [project.key, {requests, canEdit}] as const;
		},
		{concurrency: listsAtOnce},
	);
	return new Map(found);
}

async function readRequests(
	site: DestinationSite,
	project: ServiceProject,
	progress: ScanProgress,
	signal?: AbortSignal,
): Promise<ProjectRequests> {
	const requests = new ProjectRequests();
	const pages = site.requestsWithLinks(project, signal);

	for await (const page of progress.count('requests', pages)) {
		for (const request of page) {
			requests.note(request);
		}
	}

	return requests;
}

/** Puts both sides together: which field and which request is which. */
export async function compareActivity(
	sites: {readonly source: SourceSite; readonly destination: DestinationSite},
	pairs: readonly ProjectPair[],
	read: {
		readonly source: SourceRequests;
		readonly destination: DestinationRequests;
		/** Ids of linked organizations by the key of their project. */
		readonly links: ReadonlyMap<string, ReadonlySet<string>>;
	},
	signal?: AbortSignal,
): Promise<ActivitySnapshot> {
	const [fields, fieldsThere] = await Promise.all([
		sites.source.linkFields(signal),
		sites.destination.linkFields(signal),
	]);
	const {pairs: fieldPairs, without} = pairFields(fields, fieldsThere);
	return {
		fields: fieldPairs,
		fieldsWithout: without,
		projects: pairs.flatMap(({from, to}): ProjectActivity[] => {
			const there = to && read.destination.get(to.key);

			if (to === undefined || there === undefined) {
				return [];
			}

			const source = read.source.get(from.key)?.all() ?? new Map();
			const destination = there.requests.all();
			return [
				{
					project: to.key,
					read: {source: source.size, destination: destination.size},
					pairs: pairRequests(source, destination, to.key),
					linked: read.links.get(to.key) ?? new Set(),
					canEdit: there.canEdit,
				},
			];
		}),
	};
}
