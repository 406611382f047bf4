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

/** Checks side by side. Where something is missing it looks again, so that nobody is alarmed by a page that was out of date. */
export async function checkEach<Item>(
	items: Iterable<Item>,
	check: (item: Item) => Promise<readonly Check[]>,
	{clock, signal}: Setting,
): Promise<readonly Check[]> {
	const look = async (item: Item) => ({item, checks: await check(item)});
	let found = await pMap(items, look, {concurrency: listsAtOnce});

	for (const wait of waits) {
		if (found.every(({checks}) => !isMissing(checks))) {
			break;
		}

		await clock.wait(wait, signal);
		found = await pMap(
			found,
			async (last) => (isMissing(last.checks) ? look(last.item) : last),
			{concurrency: listsAtOnce},
		);
	}

	return found.flatMap(({checks}) => checks);
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
