/** How many of the items are meant. Nothing is made on the way, since there may be a million. */
export function count<Item>(
	items: readonly Item[],
	isMeant: (item: Item) => boolean,
): number {
	let total = 0;

	for (const item of items) {
		total += Number(isMeant(item));
	}

	return total;
}
