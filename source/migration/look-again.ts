import pMap from 'p-map';
import {type Clock} from './ports.ts';
import {listsAtOnce} from './scan-source.ts';
import {type Check} from './verification.ts';

/** Waits in milliseconds before a list is read again in which something is missing: a page may be from before the last write. */
const waits = [0, 1000] as const;

type Setting = {
	readonly clock: Clock;
	readonly signal?: AbortSignal;
};

/** Tells which checks are kept once they count; it is asked once about each. */
export type KeepsCheck = (check: Check) => boolean;

/** Checks side by side. Where something is missing it looks again, so that nobody is alarmed by a page that was out of date. */
export async function checkEach<Item>(
	items: Iterable<Item>,
	check: (item: Item) => Promise<readonly Check[]>,
	{clock, signal, keeps}: Setting & {readonly keeps: KeepsCheck},
): Promise<readonly Check[]> {
	const look = async (item: Item) => {
		const checks = await check(item);
		return isMissing(checks)
			? {item, checks, isMissing: true}
			: {item, checks: checks.filter((one) => keeps(one)), isMissing: false};
	};

	let found = await pMap(items, look, {concurrency: listsAtOnce});

	for (const wait of waits) {
		if (found.every((last) => !last.isMissing)) {
			break;
		}

		await clock.wait(wait, signal);
		found = await pMap(
			found,
			async (last) => (last.isMissing ? look(last.item) : last),
			{concurrency: listsAtOnce},
		);
	}

	return found.flatMap((last) =>
		last.isMissing ? last.checks.filter((one) => keeps(one)) : last.checks,
	);
}

function isMissing(checks: readonly Check[]): boolean {
	return checks.some(({sign}) => sign === '-');
}

/** Reads a list, and again while it is not whole. */
export async function readWhole<Found>(
	read: () => Promise<Found>,
	isWhole: (found: Found) => boolean,
	{clock, signal}: Setting,
): Promise<Found> {
	let found = await read();

	for (const wait of waits) {
		if (isWhole(found)) {
			break;
		}

		await clock.wait(wait, signal);
		found = await read();
	}

	return found;
}
