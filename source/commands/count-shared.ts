import pMap from 'p-map';
import {type DestinationSite} from '../migration/ports.ts';
import {type DestinationOverview} from '../migration/scan-destination.ts';
import {type SharedRequests} from '../ui/services.ts';

/** Counts asked for side by side. */
const countsAtOnce = 4;

/**
Counts the requests that are shared with an organization, by project.

@returns Undefined where the login may not see that.
*/
export async function countShared(
	site: DestinationSite,
	{projects: known}: DestinationOverview,
	{
		organization,
		projects,
		signal,
	}: {
		/** Its id. */
		readonly organization: string;
		/** Keys of destination projects. */
		readonly projects: readonly string[];
		readonly signal: AbortSignal;
	},
): Promise<readonly SharedRequests[] | undefined> {
	const counts = await pMap(
		known.filter(({key}) => projects.includes(key)),
		async (project) => ({
			project: project.key,
			requests: await site.countRequestsSharedWith(
				organization,
				project,
				signal,
			),
		}),
		{concurrency: countsAtOnce},
	);
	const seen = counts.flatMap(({project, requests}) =>
		requests === undefined ? [] : [{project, requests}],
	);
	return seen.length === counts.length ? seen : undefined;
}
