import {type ReadonlyTextMap, TextMap} from './text-map.ts';

/** Things by their ids. Where an id comes twice, the last one counts. */
export function indexById<Item extends {readonly id: string}>(
	items: Iterable<Item>,
): ReadonlyTextMap<Item> {
	const index = new TextMap<Item>();

	// A pair for each of a million would be thrown away at once.
	for (const item of items) {
		index.set(item.id, item);
	}

	return index;
}
