import {type Size} from '../size.ts';

/** Narrower screens show either the list or what is decided. */
const besideColumns = 70;

/** Columns of the list beside what is decided; undefined where there is no room for both. */
export function conflictListColumns(columns: number): number | undefined {
	return columns < besideColumns
		? undefined
		: Math.min(Math.floor(columns * 0.34), 44);
}

/** The room for what is decided. */
export function conflictPaneSize({columns, rows}: Size): Size {
	const list = conflictListColumns(columns);
	return {columns: list === undefined ? columns : columns - list - 2, rows};
}
