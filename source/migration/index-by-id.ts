/** Things by their ids. Where an id comes twice, the last one counts. */
export function indexById<Item extends {readonly id: string}>(
	items: Iterable<Item>,
): ReadonlyMap<string, Item> {
	const index = new Map<string, Item>();

	// A pair for each of a million would be thrown away at once.
	for (const item of items) {
		index.set(item.id, item);
	}

	return index;
}
