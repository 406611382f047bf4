/**
Cuts a list into parts of at most the given size.

@yields Parts, in order.
*/
export function* chunks<Item>(
	items: readonly Item[],
	size: number,
): Generator<readonly Item[]> {
	for (let start = 0; start < items.length; start += size) {
		yield items.slice(start, start + size);
	}
}
