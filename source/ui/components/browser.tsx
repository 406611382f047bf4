import {Box} from 'ink';
import {cursorOf} from '../cursors.ts';
import {fieldOf} from '../fields.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';
import {typedText} from '../state-facts.ts';
import {type TableId} from '../tables-state.ts';
import {Filter} from './filter.tsx';
import {Scroll} from './scroll.tsx';
import {Table} from './table.tsx';

type BrowserProps = {
	readonly id: TableId;
	readonly state: SessionState;
	/** What is left of the screen under the tabs. */
	readonly size: Size;
};

/** The table of the current tab with its filter, or the row that was opened. */
export function Browser({id, state, size}: BrowserProps) {
	const {table, rows, opened} = state.tables[id];
	const {columns} = size;

	if (opened !== undefined) {
		return (
			<Box flexDirection="column" paddingTop={1}>
				<Scroll
					lines={opened.details(columns)}
					rows={size.rows - 1}
					offset={cursorOf(state.cursors, 'details')}
				/>
			</Box>
		);
	}

	if (table === undefined || rows === undefined) {
		return null;
	}

	const filter = `${id}-filter` as const;
	const isFiltered = state.isFiltering || typedText(state, filter) !== '';
	return (
		<Box flexDirection="column">
			<Filter
				field={fieldOf(state.fields, filter)}
				isActive={state.isFiltering}
				columns={columns}
			/>
			<Table
				table={
					isFiltered
						? {...table, emptyText: 'Nothing matches the filter.'}
						: table
				}
				rows={rows}
				cursor={cursorOf(state.cursors, id)}
				size={{columns, rows: size.rows - Number(isFiltered)}}
			/>
		</Box>
	);
}
