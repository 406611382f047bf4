import {Box} from 'ink';
import {isFiltered} from '../browsing.ts';
import {cursorOf} from '../cursors.ts';
import {fieldOf} from '../fields.ts';
import {narrowingText} from '../present/narrowing.ts';
import {type SessionState} from '../session-state.ts';
import {type Size} from '../size.ts';
import {typedText} from '../state-facts.ts';
import {type TableId} from '../tables-state.ts';
import {FacetMenu} from './facet-menu.tsx';
import {Filter} from './filter.tsx';
import {Scroll} from './scroll.tsx';
import {Table} from './table.tsx';
import {ToneText} from './tone-text.tsx';
import {Waiting} from './waiting.tsx';

type BrowserProps = {
	readonly id: TableId;
	readonly state: SessionState;
	/** What is left of the screen under the tabs. */
	readonly size: Size;
};

/** The table of the current tab with its filter, the row that was opened, or what it can be narrowed down to. */
export function Browser({id, state, size}: BrowserProps) {
	const {table, rows, opened, counts, facets, sort, reading} = state.tables[id];
	const {columns} = size;

	if (reading !== undefined) {
		return <Waiting>Reading the calls…</Waiting>;
	}

	if (counts !== undefined) {
		return (
			<FacetMenu
				counts={counts}
				chosen={facets}
				cursor={cursorOf(state.cursors, 'facets')}
				size={size}
			/>
		);
	}

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
	const hasText = state.isFiltering || typedText(state, filter) !== '';
	const narrowing = narrowingText(facets);
	const above = Number(hasText) + Number(narrowing !== '');
	return (
		<Box flexDirection="column">
			<Filter
				field={fieldOf(state.fields, filter)}
				isActive={state.isFiltering}
				columns={columns}
			/>
			{narrowing !== '' && <ToneText tone="accent">{narrowing}</ToneText>}
			<Table
				table={
					isFiltered(state, id)
						? {...table, emptyText: 'Nothing matches the filter.'}
						: table
				}
				rows={rows}
				sort={sort}
				cursor={cursorOf(state.cursors, id)}
				size={{columns, rows: size.rows - above}}
			/>
		</Box>
	);
}
