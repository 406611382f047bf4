/** Columns and rows of the terminal, or of a part of it. */
export type Size = {
	readonly columns: number;
	readonly rows: number;
};

/** Smaller terminals get a plain message instead of a broken screen. */
export const smallest: Size = {columns: 40, rows: 12};

/** Title, two rules and the keys. */
const frameRows = 4;

/** What a screen has for itself within the frame. */
export function bodySize({columns, rows}: Size): Size {
	return {columns: columns - 2 * marginOf(columns), rows: rows - frameRows};
}

/** Blank columns at both sides; narrow terminals have none to spare. */
export function marginOf(columns: number): number {
	return columns < 60 ? 1 : 2;
}
