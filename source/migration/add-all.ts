/** Puts all items into a set. */
export function addAll<Item>(set: Set<Item>, items: Iterable<Item>): void {
	for (const item of items) {
		set.add(item);
	}
}
