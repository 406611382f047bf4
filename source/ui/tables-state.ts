import {LazyRows} from './lazy-rows.ts';
import {
	type BrowserRow,
	type BrowserTable,
	matching,
} from './present/browser.ts';

/** The two things that are browsed in tables, a tab for each table. */
export type TableId = 'plan' | 'report';

/** A browsable thing on screen. */
export type TableState = {
	/** Index of the tab; the first one is a summary and has no table. */
	readonly tab: number;
	readonly table?: BrowserTable;
	/** The rows of the table that pass the filter. */
	readonly rows?: LazyRows<BrowserRow>;
	/** The row whose details fill the screen. */
	readonly opened?: BrowserRow;
};

export type TableAction =
	| {readonly type: 'tab-chosen'; readonly table: TableId; readonly tab: number}
	| {
			readonly type: 'row-opened';
			readonly table: TableId;
			readonly index: number;
	  }
	| {readonly type: 'row-left'; readonly table: TableId};

export const noTable: TableState = {tab: 0};

/** Opens the table of a tab, cut by a filter. Only the rows looked at are made. */
export function openTable(
	tab: number,
	table: BrowserTable | undefined,
	filter: string,
): TableState {
	if (table === undefined) {
		return {tab};
	}

	const rows =
		filter === ''
			? new LazyRows(table.rows(), table.total)
			: new LazyRows(matching(table.rows(), filter));
	return {tab, table, rows};
}

export function openRow(state: TableState, index: number): TableState {
	return {...state, opened: state.rows?.at(index)};
}

export function leaveRow(state: TableState): TableState {
	return {...state, opened: undefined};
}
