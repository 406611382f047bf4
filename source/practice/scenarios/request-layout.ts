import {lastAtMost} from '../world/number-runs.ts';
import {type BaseRequests, type RequestRecord} from '../world/requests.ts';

/** One project's share of the requests: how many, and how to make the one with this number. */
export type ProjectRequests = {
	readonly projectKey: string;
	/** The numbers in the keys, rising; there may be gaps. */
	readonly count: number;
	numberAt(offset: number): number;
	offsetOf(number: number): number | undefined;
	make(
		offset: number,
		identity: {readonly id: string; readonly key: string},
	): RequestRecord;
};

/** Puts the requests of several projects behind one another, and finds them by position, key and id. */
export function layOutRequests(
	firstId: number,
	projects: readonly ProjectRequests[],
): BaseRequests {
	const starts: number[] = [];
	let size = 0;
	for (const project of projects) {
		starts.push(size);
		size += project.count;
	}

	const byKey = new Map(
		projects.map((project, position) => [
			project.projectKey,
			{project, start: starts[position]!},
		]),
	);
	return {
		size,
		at(index) {
			const position = lastAtMost(
				starts.length,
				(each) => starts[each]!,
				index,
			);
			const project = projects[position]!;
			const offset = index - starts[position]!;
			return project.make(offset, {
				id: String(firstId + index),
				key: `${project.projectKey}-${project.numberAt(offset)}`,
			});
		},
		indexOfKey(key) {
			const dash = key.lastIndexOf('-');
			const place = byKey.get(key.slice(0, Math.max(0, dash)));
			const offset = place?.project.offsetOf(Number(key.slice(dash + 1)));
			return offset === undefined ? undefined : place!.start + offset;
		},
		indexOfId(id) {
			const index = Number(id) - firstId;
			return Number.isSafeInteger(index) && index >= 0 && index < size
				? index
				: undefined;
		},
		rangeOf(projectKey) {
			const place = byKey.get(projectKey);
			return place
				? {from: place.start, to: place.start + place.project.count}
				: {from: 0, to: 0};
		},
	};
}

/** Keys numbered 1, 2, 3 and so on. */
export const consecutive = (count: number) => ({
	count,
	numberAt: (offset: number) => offset + 1,
	offsetOf: (number: number) =>
		number >= 1 && number <= count ? number - 1 : undefined,
});
