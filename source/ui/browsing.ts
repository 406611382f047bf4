import {FacetCounts} from './facet-counts.ts';
import {openTab, refreshRows} from './opening-tables.ts';
import {type BrowserTable, type Subject} from './present/browser.ts';
import {membersTable} from './present/report-tables.ts';
import {cursorOf} from './cursors.ts';
import {fieldOf} from './fields.ts';
import {type SessionState} from './session-state.ts';
import {typedText} from './state-facts.ts';
import {firstSteps} from './steady-work.ts';
import {
	type TableAction,
	type TableId,
	type TableState,
	leaveRow,
	openRow,
	sortNext,
	sortOther,
} from './tables-state.ts';
import {emptyField} from './text-field.ts';

/** What happens in tables: opening, filtering, sorting, going deeper. */
export function browse(state: SessionState, action: TableAction): SessionState {
	switch (action.type) {
		case 'tab-chosen': {
			return openTab(state, action.table, action.tab);
		}

		case 'row-opened': {
			const {table, index} = action;
			const opened = openRow(state.tables[table], index);
			const cursors = {...state.cursors, details: 0};
			return {...withTable(state, table, opened), cursors};
		}

		case 'row-left': {
			const {table} = action;
			return withTable(state, table, leaveRow(state.tables[table]));
		}

		case 'table-sorted': {
			const {table, by} = action;
			const before = state.tables[table];
			const sort = by === 'next' ? sortNext(before) : sortOther(before);
			return refreshRows(state, table, {sort});
		}

		case 'facets-opened': {
			return openFacets(state, action.table);
		}

		case 'facet-chosen': {
			return chooseFacet(state, action.table, action.index);
		}

		case 'rows-looked-at': {
			return state;
		}

		case 'members-opened': {
			return openMembers(state, action.subject);
		}

		case 'calls-asked': {
			const {subject} = action;
			const {report} = state.tables;
			return withTable(state, 'report', {...report, reading: subject});
		}

		case 'calls-read': {
			const {reading} = state.tables.report;
			return reading === undefined
				? state
				: goInto(state, action.table, `calls for ${reading.label}`);
		}

		case 'calls-not-read': {
			const {report} = state.tables;
			const left = withTable(state, 'report', {...report, reading: undefined});
			return {...left, notice: action.notice};
		}
	}
}

/**
Leaves the innermost thing that is open in a table: the menu of facets, a row, a filter, a table within another.

@returns Undefined where nothing is.
*/
export function leaveBrowsing(
	state: SessionState,
	id: TableId,
): SessionState | undefined {
	const table = state.tables[id];

	if (table.reading !== undefined) {
		return withTable(state, id, {...table, reading: undefined});
	}

	if (table.counts !== undefined) {
		return withTable(state, id, {...table, counts: undefined});
	}

	if (table.opened !== undefined) {
		return withTable(state, id, leaveRow(table));
	}

	if (isFiltered(state, id)) {
		const fields = {...state.fields, [`${id}-filter`]: emptyField};
		const cleared = {...state, isFiltering: false, fields};
		return refreshRows(cleared, id, {facets: {}});
	}

	return table.within === undefined ? undefined : goOut(state, id);
}

/** Whether the rows on screen are narrowed down, or about to be. */
export function isFiltered(state: SessionState, id: TableId): boolean {
	return (
		state.isFiltering ||
		typedText(state, `${id}-filter`) !== '' ||
		Object.keys(state.tables[id].facets).length > 0
	);
}

function openFacets(state: SessionState, id: TableId): SessionState {
	const before = state.tables[id];

	if (before.table === undefined) {
		return state;
	}

	const counts = new FacetCounts(before.table, {
		text: typedText(state, `${id}-filter`),
		facets: before.facets,
	});
	counts.work(firstSteps);
	const attempt = before.attempt + 1;
	const cursors = {...state.cursors, facets: 0};
	return {...withTable(state, id, {...before, counts, attempt}), cursors};
}

function chooseFacet(
	state: SessionState,
	id: TableId,
	index: number,
): SessionState {
	const {counts, facets} = state.tables[id];
	const chosen = counts?.values[index];

	if (chosen === undefined) {
		return state;
	}

	const {[chosen.facet]: before, ...others} = facets;
	const changed =
		before === chosen.value
			? others
			: {...others, [chosen.facet]: chosen.value};
	return refreshRows(state, id, {counts: undefined, facets: changed});
}

function openMembers(state: SessionState, subject: Subject): SessionState {
	const {finished} = state.report;
	const {organization, label} = subject;
	return finished === undefined || organization === undefined
		? state
		: goInto(
				state,
				membersTable(finished.report, organization),
				`members of ${label}`,
			);
}

/** Shows a table in place of the one it was opened from, which stays as it is for the way back. */
function goInto(
	state: SessionState,
	table: BrowserTable,
	title: string,
): SessionState {
	const {reading: _, ...outer} = state.tables.report;
	const {cursors, fields} = state;
	const within = {
		outer,
		title,
		cursor: cursorOf(cursors, 'report'),
		offset: cursorOf(cursors, 'details'),
		filter: fieldOf(fields, 'report-filter'),
	};
	const {tab, attempt} = outer;
	return refreshRows(
		{
			...withTable(state, 'report', {tab, attempt, facets: {}}),
			isFiltering: false,
			fields: {...fields, 'report-filter': emptyField},
		},
		'report',
		{table, within},
	);
}

function goOut(state: SessionState, id: TableId): SessionState | undefined {
	const {within, attempt} = state.tables[id];

	if (within === undefined) {
		return undefined;
	}

	const {outer, cursor, offset, filter} = within;
	return {
		...withTable(state, id, {...outer, attempt: attempt + 1}),
		fields: {...state.fields, [`${id}-filter`]: filter},
		cursors: {...state.cursors, [id]: cursor, details: offset},
	};
}

function withTable(
	state: SessionState,
	id: TableId,
	table: TableState,
): SessionState {
	return {...state, tables: {...state.tables, [id]: table}};
}
