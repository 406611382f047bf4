import {type Column} from './columns.ts';
import {type Line, type Tone} from './line.ts';

/** One row of a browsable table. */
export type BrowserRow = {
	readonly cells: readonly string[];
	readonly tone?: Tone;
	/** What the row says when it is opened, in so many columns. */
	readonly details: (columns: number) => readonly Line[];
};

/** A table that can be browsed and filtered; its rows are made when they are looked at. */
export type BrowserTable = {
	readonly columns: readonly Column[];
	readonly rows: () => Iterable<BrowserRow>;
	/** How many rows there are, where that is known without making them. */
	readonly total?: number;
	/** What an empty table means. */
	readonly emptyText: string;
};

/** Rows with the text in any cell, in any case. */
export function* matching(
	rows: Iterable<BrowserRow>,
	text: string,
): Generator<BrowserRow> {
	const wanted = text.toLowerCase();

	for (const row of rows) {
		if (row.cells.some((cell) => cell.toLowerCase().includes(wanted))) {
			yield row;
		}
	}
}
