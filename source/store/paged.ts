/**
Reads many rows in pages, each one behind the last row of the page before. No reading stays open between two pages, so what is read may be written to meanwhile.

@yields Rows, in order.
*/
export function* paged<Row>(
	readPage: (last: Row | undefined) => readonly Row[],
): Generator<Row, void, void> {
	let page = readPage(undefined);

	while (page.length > 0) {
		yield* page;
		page = readPage(page.at(-1));
	}
}
