import {comparisonTable, comparisonTabs} from './present/comparison-tables.ts';
import {actTable} from './act-tables.ts';
import {planTable, planTabs} from './present/plan-tables.ts';
import {type BrowserTable} from './present/browser.ts';
import {reportTable, reportTabs} from './present/report-tables.ts';
import {type SessionState} from './session-state.ts';
import {typedText} from './state-facts.ts';
import {type TableId, type TableState, findRows} from './tables-state.ts';

/** The tabs of a table, in their order; the first one is the summary. */
export const tabsOf: Readonly<Record<TableId, readonly string[]>> = {
	plan: planTabs,
	report: reportTabs,
	comparison: comparisonTabs,
	act: ['rows'],
};

/** Opens a tab of the plan or the report, with the text of the filter as it is, at its first row. */
export function openTab(
	state: SessionState,
	id: TableId,
	tab: number,
): SessionState {
	const {attempt} = state.tables[id];
	const table = tableOf(state, id, tab);
	return showRows(state, id, {tab, table, facets: {}, attempt});
}

/** Looks for the rows of the table on screen anew, since the filter or the order is another. */
export function refreshRows(
	state: SessionState,
	id: TableId,
	change: Partial<TableState> = {},
): SessionState {
	return showRows(state, id, {...state.tables[id], ...change});
}

function showRows(
	state: SessionState,
	id: TableId,
	table: TableState,
): SessionState {
	const found = findRows(table, typedText(state, `${id}-filter`));
	return {
		...state,
		tables: {...state.tables, [id]: found},
		cursors: {...state.cursors, [id]: 0, details: 0},
	};
}

function tableOf(
	{plan, report, comparison, act}: SessionState,
	id: TableId,
	tab: number,
): BrowserTable | undefined {
	switch (id) {
		case 'act': {
			return 'act' in act.stage ? actTable(act.stage.act) : undefined;
		}

		case 'plan': {
			const name = planTabs[tab] ?? 'summary';
			return plan === undefined || name === 'summary'
				? undefined
				: planTable(plan, name);
		}

		case 'report': {
			const name = reportTabs[tab] ?? 'summary';
			return report.finished === undefined || name === 'summary'
				? undefined
				: reportTable(report.finished.report, name);
		}

		case 'comparison': {
			const name = comparisonTabs[tab] ?? 'summary';
			return comparison.changes === undefined || name === 'summary'
				? undefined
				: comparisonTable(comparison.changes, name);
		}
	}
}
