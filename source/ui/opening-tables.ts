import {planTable, planTabs} from './present/plan-tables.ts';
import {type BrowserTable} from './present/browser.ts';
import {reportTable, reportTabs} from './present/report-tables.ts';
import {type SessionState} from './session-state.ts';
import {typedText} from './state-facts.ts';
import {type TableId, openTable} from './tables-state.ts';

/** The tabs of a table, in their order; the first one is the summary. */
export const tabsOf: Readonly<Record<TableId, readonly string[]>> = {
	plan: planTabs,
	report: reportTabs,
};

/** Opens a tab of the plan or the report, with the filter as it is, at its first row. */
export function openTab(
	state: SessionState,
	id: TableId,
	tab: number,
): SessionState {
	const filter = typedText(state, `${id}-filter`);
	return {
		...state,
		tables: {
			...state.tables,
			[id]: openTable(tab, tableOf(state, id, tab), filter),
		},
		cursors: {...state.cursors, [id]: 0, details: 0},
	};
}

function tableOf(
	{plan, report}: SessionState,
	id: TableId,
	tab: number,
): BrowserTable | undefined {
	if (id === 'plan') {
		const name = planTabs[tab] ?? 'summary';
		return plan === undefined || name === 'summary'
			? undefined
			: planTable(plan, name);
	}

	const name = reportTabs[tab] ?? 'summary';
	return report.finished === undefined || name === 'summary'
		? undefined
		: reportTable(report.finished.report, report.finished.summary, name);
}
