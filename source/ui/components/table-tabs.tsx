import {tabsOf} from '../opening-tables.ts';
import {cut} from '../present/fit.ts';
import {type TableId, type TableState} from '../tables-state.ts';
import {Tabs} from './tabs.tsx';
import {ToneText} from './tone-text.tsx';

type TableTabsProps = {
	readonly id: TableId;
	readonly table: TableState;
	readonly columns: number;
};

/** The tabs or, within a table, the way that led there. */
export function TableTabs({id, table, columns}: TableTabsProps) {
	const tabs = tabsOf[id];
	return table.within === undefined ? (
		<Tabs tabs={tabs} current={table.tab} columns={columns} />
	) : (
		<ToneText tone="strong">
			{cut(wayTo(table, tabs).join(' › '), columns)}
		</ToneText>
	);
}

/** Where the way is long, its end says most. */
function wayTo(table: TableState, tabs: readonly string[]): readonly string[] {
	const {within} = table;
	return within === undefined
		? [tabs[table.tab] ?? '']
		: [...wayTo(within.outer, tabs), within.title];
}
