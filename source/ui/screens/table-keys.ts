import {
	type Binding,
	back,
	bind,
	bindUnless,
	moveIn,
	scrollIn,
} from '../bindings.ts';
import {hasBars} from '../components/summary.tsx';
import {cursorOf} from '../cursors.ts';
import {tabsOf} from '../opening-tables.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';
import {type TableId} from '../tables-state.ts';

/** The keys of a table: moving, opening, filtering. The summary has none of its own. */
export function tableKeys(
	state: SessionState,
	id: TableId,
	size: Size,
): readonly Binding[] {
	const {rows, opened} = state.tables[id];

	if (opened !== undefined) {
		const lines = opened.details(size.columns).length;
		return [
			...scrollIn(state, 'details', {lines, rows: detailRows(size)}),
			{...back, label: 'close'},
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

/** Left and right through the tabs; the last one is followed by the first. */
export function tabKeys(state: SessionState, id: TableId): Binding {
	const {length} = tabsOf[id];
	const {tab} = state.tables[id];
	return {
		key: 'tabs',
		label: 'tab',
		act({name}) {
			const by = ['right', 'tab', 'l'].includes(name) ? 1 : -1;
			return {type: 'tab-chosen', table: id, tab: (tab + by + length) % length};
		},
	};
}

/** Rows for the details of a row, under the tabs. */
export function detailRows({rows}: Size): number {
	return rows - 2;
}
