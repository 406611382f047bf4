import {type FacetCounts} from './facet-counts.ts';
import {LazyRows} from './lazy-rows.ts';
import {
	type BrowserRow,
	type BrowserTable,
	type Subject,
	type TableQuery,
} from './present/browser.ts';
import {fewSteps, firstSteps} from './steady-work.ts';
import {type TextField} from './text-field.ts';

/** What is browsed in tables, a tab for each table; an act has one table and no tabs. */
export type TableId = 'plan' | 'report' | 'comparison' | 'act';

/** A browsable thing on screen. */
export type TableState = Pick<TableQuery, 'facets' | 'sort'> & {
	/** Index of the tab; the first one is a summary and has no table. */
	readonly tab: number;
	readonly table?: BrowserTable;
	/** The rows of the table that pass the filter, in the order asked for. */
	readonly rows?: LazyRows;
	/** The row whose details fill the screen. */
	readonly opened?: BrowserRow;
	/** The menu of facets, while it is open. */
	readonly counts?: FacetCounts;
	/** Whose calls are being read. */
	readonly reading?: Subject;
	/** Where this table was opened from, to go back to. */
	readonly within?: Within;
	/** Grows whenever other rows are looked for. */
	readonly attempt: number;
};

/** The place that a table was opened from, such as an organization of which it has the members. */
export type Within = {
	readonly outer: TableState;
	/** What this table is, in a few words, safe to show. */
	readonly title: string;
	readonly cursor: number;
	readonly offset: number;
	readonly filter: TextField;
};

export type TableAction =
	| {readonly type: 'tab-chosen'; readonly table: TableId; readonly tab: number}
	| {
			readonly type: 'row-opened';
			readonly table: TableId;
			readonly index: number;
	  }
	| {readonly type: 'row-left'; readonly table: TableId}
	/** By the next column, or the other way round. */
	| {
			readonly type: 'table-sorted';
			readonly table: TableId;
			readonly by: 'next' | 'reverse';
	  }
	| {readonly type: 'facets-opened'; readonly table: TableId}
	/** The value of a facet in the menu; chosen again, it is taken back. */
	| {
			readonly type: 'facet-chosen';
			readonly table: TableId;
			readonly index: number;
	  }
	/** Some more rows were looked at, which is seen in the rows themselves. */
	| {readonly type: 'rows-looked-at'; readonly table: TableId}
	/** From an organization to its members. */
	| {readonly type: 'members-opened'; readonly subject: Subject}
	/** From whatever a row is about to the calls made for it. */
	| {readonly type: 'calls-asked'; readonly subject: Subject}
	| {readonly type: 'calls-read'; readonly table: BrowserTable}
	| {readonly type: 'calls-not-read'; readonly notice: string};

export const noTable: TableState = {tab: 0, facets: {}, attempt: 0};

/** Looks for the rows that pass the filter. A table of a usual size is done at once. */
export function findRows(state: TableState, text: string): TableState {
	const {table, facets, sort, attempt} = state;

	if (table === undefined) {
		return {...state, rows: undefined};
	}

	const query = {text, facets, ...(sort && {sort})};
	const rows = new LazyRows(table, query, state.rows);
	rows.work(table.rows.total > firstSteps ? fewSteps : firstSteps);
	return {...state, rows, attempt: attempt + 1};
}

export function openRow(state: TableState, index: number): TableState {
	return {...state, opened: state.rows?.at(index)};
}

export function leaveRow(state: TableState): TableState {
	return {...state, opened: undefined};
}

/** The column after the one sorted by, and after the last none: then rows stand as they are. */
export function sortNext({sort, table}: TableState): TableQuery['sort'] {
	const column = (sort?.column ?? -1) + 1;
	return column < (table?.columns.length ?? 0)
		? {column, isDescending: false}
		: undefined;
}

export function sortOther({sort}: TableState): TableQuery['sort'] {
	return {
		column: sort?.column ?? 0,
		isDescending: sort === undefined ? true : !sort.isDescending,
	};
}
