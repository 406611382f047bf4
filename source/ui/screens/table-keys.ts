import {
	type Binding,
	back,
	bind,
	bindUnless,
	moveIn,
	refuse,
	scrollIn,
} from '../bindings.ts';
import {hasBars} from '../components/summary.tsx';
import {cursorOf} from '../cursors.ts';
import {tabsOf} from '../opening-tables.ts';
import {rowText} from '../present/copied-row.ts';
import {type BrowserRow, type Subject} from '../present/browser.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';
import {type TableId} from '../tables-state.ts';

/** Whether something is open in a table that has all keys for itself. */
export function isInside({tables, isFiltering}: SessionState, id: TableId) {
	const {opened, counts, reading} = tables[id];
	return (
		isFiltering ||
		opened !== undefined ||
		counts !== undefined ||
		reading !== undefined
	);
}

/** The keys of a table: moving, opening, filtering, sorting. The summary has none of its own. */
export function tableKeys(
	state: SessionState,
	id: TableId,
	size: Size,
): readonly Binding[] {
	const {rows, opened, counts, reading} = state.tables[id];

	if (reading !== undefined) {
		return [{...back, label: 'leave'}];
	}

	if (counts !== undefined) {
		return facetKeys(state, id, counts.values.length);
	}

	if (opened !== undefined) {
		const lines = opened.details(size.columns).length;
		return [
			...deeperKeys(id, opened),
			...scrollIn(state, 'details', {lines, rows: detailRows(size)}),
			{...back, label: 'close'},
			...rowKeys(id, opened, true),
		];
	}

	if (rows === undefined) {
		return [];
	}

	const index = cursorOf(state.cursors, id);
	const move = moveIn(state, id, rows.count);

	if (state.isFiltering) {
		return [
			bind('choose', 'keep the filter', {type: 'filter-kept'}),
			move,
			{...back, label: 'clear it'},
		];
	}

	return [
		move,
		bindUnless(
			rows.count === 0 ? 'There is no row to open.' : undefined,
			'choose',
			'open',
			{type: 'row-opened', table: id, index},
		),
		bind('filter', 'filter', {type: 'filter-opened'}),
		facetsKey(state, id),
		{
			key: 'sort',
			label: 'sort',
			act: ({name}) => ({
				type: 'table-sorted',
				table: id,
				by: name === 'S' ? 'reverse' : 'next',
			}),
		},
		...rowKeys(id, rows.at(index), false),
	];
}

function facetsKey({tables}: SessionState, id: TableId): Binding {
	const {facets = {}} = tables[id].table ?? {};
	return bindUnless(
		Object.keys(facets).length === 0
			? 'These rows differ in their text alone; filter them with /.'
			: undefined,
		'facets',
		'only…',
		{type: 'facets-opened', table: id},
	);
}

function facetKeys(
	state: SessionState,
	id: TableId,
	count: number,
): readonly Binding[] {
	const index = cursorOf(state.cursors, 'facets');
	return [
		moveIn(state, 'facets', count),
		bindUnless(
			count === 0 ? 'There is nothing to choose yet.' : undefined,
			'choose',
			'choose',
			{type: 'facet-chosen', table: id, index},
		),
		{...back, label: 'close'},
	];
}

/** From an opened row into what it is made of: an organization has members, all else has calls. */
function deeperKeys(id: TableId, {subject}: BrowserRow): readonly Binding[] {
	if (id !== 'report' || subject === undefined) {
		return [];
	}

	if (subject.customer !== undefined || subject.request !== undefined) {
		return [bind('choose', 'its calls', {type: 'calls-asked', subject})];
	}

	return subject.organization === undefined
		? []
		: [bind('choose', 'its members', {type: 'members-opened', subject})];
}

/** What can be done with the marked row, or with the opened one. */
function rowKeys(
	id: TableId,
	row: BrowserRow | undefined,
	isOpened: boolean,
): readonly Binding[] {
	const copyKey = id === 'plan' ? 'copyPlanRow' : 'copyRow';

	if (row === undefined) {
		return [refuse(copyKey, 'copy', 'There is no row to copy.')];
	}

	const text = rowText(row, isOpened);
	return [
		...(id === 'report' ? reportRowKeys(row) : []),
		...(id === 'plan' ? pageKeys(row) : []),
		bind(copyKey, 'copy', {
			type: 'errand-asked',
			errand: {type: 'copy', text},
		}),
	];
}

function reportRowKeys(row: BrowserRow): readonly Binding[] {
	const {subject} = row;
	const [open] = pageKeys(row);
	return [
		subject === undefined || !hasCalls(subject)
			? refuse('calls', 'calls', 'This run sent nothing for this row.')
			: bind('calls', 'calls', {type: 'calls-asked', subject}),
		open ?? refuse('open', 'browser', 'It has no page on the destination.'),
	];
}

function hasCalls({customer, organization, request}: Subject): boolean {
	return (customer ?? organization ?? request) !== undefined;
}

/** None where the row has no page. */
function pageKeys({subject}: BrowserRow): readonly Binding[] {
	const {page} = subject ?? {};
	return page === undefined
		? []
		: [
				bind('open', 'browser', {
					type: 'errand-asked',
					errand: {type: 'open', page},
				}),
			];
}

/** The keys of a summary under its tabs: scrolling, where it has no room for its bars. */
export function summaryKeys(
	state: SessionState,
	summary: Parameters<typeof hasBars>[0] & {
		readonly lines: readonly unknown[];
	},
	{columns, rows}: Size,
): readonly Binding[] {
	const size = {columns, rows: rows - 1};
	return hasBars(summary, size)
		? []
		: scrollIn(state, 'details', {
				lines: summary.lines.length,
				rows: size.rows,
			});
}

/** Left and right through the tabs; the last one is followed by the first. A table within another has none. */
export function tabKeys(state: SessionState, id: TableId): readonly Binding[] {
	const {length} = tabsOf[id];
	const {tab, within} = state.tables[id];
	return within === undefined
		? [
				{
					key: 'tabs',
					label: 'tab',
					act({name}) {
						const by = ['right', 'tab', 'l'].includes(name) ? 1 : -1;
						const next = (tab + by + length) % length;
						return {type: 'tab-chosen', table: id, tab: next};
					},
				},
			]
		: [];
}

/** Rows for the details of a row, under the tabs. */
export function detailRows({rows}: Size): number {
	return rows - 2;
}
