/** How often each key was found; keys that were not found count 0. Nothing is made for an item, since there may be a million. */
export function countBy<Key extends string, Item>(
	keys: readonly Key[],
	items: Iterable<Item>,
	keyOf: (item: Item) => Key,
): Readonly<Record<Key, number>> {
	const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<
		Key,
		number
	>;

	for (const item of items) {
		counts[keyOf(item)]++;
	}

	return counts;
}

/** How often each key was found, in the order of their first item; items without one are not counted. */
export function countEach<Key extends string, Item>(
	items: Iterable<Item>,
	keyOf: (item: Item) => Key | undefined,
): ReadonlyMap<Key, number> {
	const counts = new Map<Key, number>();

	for (const item of items) {
		const key = keyOf(item);

		if (key !== undefined) {
			counts.set(key, (counts.get(key) ?? 0) + 1);
		}
	}

	return counts;
}
