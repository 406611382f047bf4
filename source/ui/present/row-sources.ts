import {type BrowserRow, type RowSource} from './browser.ts';

/** Rows of a list, each made when it is looked at. */
export function rowsOf<Item>(
	items: readonly Item[],
	toRow: (item: Item) => BrowserRow,
): RowSource {
	return {
		total: items.length,
		at(place) {
			const item = items[place];
			return item === undefined ? undefined : toRow(item);
		},
		isWhole: true,
	};
}

/** The rows of several sources behind each other. Only some of their places may have rows. */
export function joinRows(...sources: readonly RowSource[]): RowSource {
	return {
		total: sources.reduce((sum, {total}) => sum + total, 0),
		at(place) {
			let rest = place;

			for (const source of sources) {
				if (rest < source.total) {
					return source.at(rest);
				}

				rest -= source.total;
			}

			return undefined;
		},
		isWhole: sources.every(({isWhole}) => isWhole),
	};
}
