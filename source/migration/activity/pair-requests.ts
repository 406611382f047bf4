import {type Pairing} from './planned-activity.ts';
import {type KeptRequest} from './project-requests.ts';

export type RequestPair = {
	readonly from: KeptRequest;
	readonly to: KeptRequest;
	readonly pairing: Pairing;
};

type Requests = ReadonlyMap<string, KeptRequest>;

/**
Finds the requests of a project in its counterpart. Key, created time and summary together are certain; two of the three are a proposal, each request in one at most, the surest first.
*/
export function pairRequests(
	source: Requests,
	destination: Requests,
	counterpart: string,
): readonly RequestPair[] {
	const open = {source: new Map(source), destination: new Map(destination)};
	const byKey = (pairing: Pairing, isSame: SameTest) => {
		const pairs = [...pairsByKey(open, counterpart, pairing, isSame)];
		return settle(open, pairs);
	};

	return [
		...byKey(
			'confirmed',
			(one, other) =>
				one.created === other.created && one.summary === other.summary,
		),
		...settle(open, renumbered(open)),
		...byKey('reworded', (one, other) => one.created === other.created),
		...byKey('recreated', (one, other) => one.summary === other.summary),
	];
}

type Open = {
	readonly source: Map<string, KeptRequest>;
	readonly destination: Map<string, KeptRequest>;
};

type SameTest = (one: KeptRequest, other: KeptRequest) => boolean;

function* pairsByKey(
	{source, destination}: Open,
	counterpart: string,
	pairing: Pairing,
	isSame: SameTest,
): Generator<RequestPair> {
	for (const from of source.values()) {
		const number = from.key.slice(from.key.lastIndexOf('-'));
		const to = destination.get(`${counterpart}${number}`);

		if (to !== undefined && isSame(from, to)) {
			yield {from, to, pairing};
		}
	}
}

/** Where two requests of a project are alike, neither is proposed. */
function renumbered({source, destination}: Open): readonly RequestPair[] {
	const there = byMoment(destination);
	return byMoment(source)
		.entries()
		.flatMap(([moment, [from, ...alike]]): RequestPair[] => {
			const [to, ...others] = there.get(moment) ?? [];
			return from === undefined ||
				to === undefined ||
				alike.length + others.length > 0
				? []
				: [{from, to, pairing: 'renumbered'}];
		})
		.toArray();
}

function settle(
	{source, destination}: Open,
	pairs: readonly RequestPair[],
): readonly RequestPair[] {
	for (const {from, to} of pairs) {
		source.delete(from.key);
		destination.delete(to.key);
	}

	return pairs;
}

/** Those whose created time could not be read are left out. */
function byMoment(requests: Requests): ReadonlyMap<string, KeptRequest[]> {
	return Map.groupBy(
		requests.values().filter(({created}) => Number.isFinite(created)),
		({created, summary}) => `${created} ${summary}`,
	);
}
