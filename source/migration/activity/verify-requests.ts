import pMap from 'p-map';
import {chunks} from '../chunks.ts';
import {type Plan} from '../plan.ts';
import {type RequestReader} from '../ports.ts';
import {type RunState} from '../run-state.ts';
import {listsAtOnce} from '../scan-source.ts';
import {type KeepsCheck} from '../look-again.ts';
import {type Check} from '../verification.ts';

/** Requests a call (documented). */
export const requestsPerCall = 100;

/** Reads the edited requests again, by pages, and looks for whom the run set there. */
export async function checkRequests(
	{activity}: Plan,
	state: RunState,
	{
		destination,
		keeps,
	}: {readonly destination: RequestReader; readonly keeps: KeepsCheck},
	signal?: AbortSignal,
): Promise<readonly Check[]> {
	const linked = (activity?.requests ?? []).filter(
		({to}) => state.requestEdits(to) !== undefined,
	);
	const checks = await pMap(
		chunks(linked, requestsPerCall),
		async (page) => {
			const found = await destination.requestsByKey(
				page.map(({to}) => to),
				signal,
			);
			const now = new Map(found.map((request) => [request.key, request]));
			const all = page.map(({to, project}): Check => {
				const request = now.get(to);
				const about = {what: 'request', subject: to, place: project} as const;
				const isAsSet = state
					.requestEdits(to)
					?.every(({field, after}) =>
						after.every((id) => request?.values[field]?.ids.includes(id)),
					);
				return request === undefined
					? {sign: '-', ...about}
					: {sign: isAsSet === true ? '=' : '!', ...about};
			});
			return all.filter((check) => keeps(check));
		},
		{concurrency: listsAtOnce},
	);
	return checks.flat();
}
