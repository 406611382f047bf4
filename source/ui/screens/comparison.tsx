import {Box} from 'ink';
import {use} from 'react';
import {type ScreenKeys, back, help, scrollIn} from '../bindings.ts';
import {Browser} from '../components/browser.tsx';
import {Explained} from '../components/explained.tsx';
import {Lines} from '../components/lines.tsx';
import {Scroll} from '../components/scroll.tsx';
import {TableTabs} from '../components/table-tabs.tsx';
import {type ComparisonState} from '../comparison-state.ts';
import {cursorOf} from '../cursors.ts';
import {neutralise} from '../../text/neutralise.ts';
import {changeFacts} from '../present/comparison-tables.ts';
import {comparingText, spokenComparing} from '../present/comparing.ts';
import {factLines} from '../present/facts.ts';
import {type Line, blank, line} from '../present/line.ts';
import {outcomeText} from '../present/past-runs.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type PastRun} from '../services.ts';
import {themeContext} from '../theme.ts';
import {isInside, tabKeys, tableKeys} from './table-keys.ts';

const keys: ScreenKeys = (state, size) => {
	const {comparison, tables, home} = state;

	if (comparison.changes === undefined) {
		return [back, help];
	}

	if (isInside(state, 'comparison')) {
		return tableKeys(state, 'comparison', size);
	}

	const lines = summaryLines(comparison, home.runs, size.columns).length;
	return [
		...(tables.comparison.tab === 0
			? scrollIn(state, 'details', {lines, rows: size.rows - 1})
			: tableKeys(state, 'comparison', size)),
		...tabKeys(state, 'comparison'),
		back,
		help,
	];
};

function ComparisonView({state, size}: ScreenProps) {
	const {comparison, tables, home} = state;
	const {columns, rows} = size;
	const {isScreenReader = false} = use(themeContext);

	if (comparison.comparing !== undefined) {
		const text = isScreenReader ? spokenComparing : comparingText;
		const words = wrap(text(comparison.comparing), columns);
		return <Lines lines={words.map((row) => line(row))} />;
	}

	if (comparison.explanation !== undefined) {
		return <Explained explanation={comparison.explanation} columns={columns} />;
	}

	return (
		<Box flexDirection="column">
			<TableTabs id="comparison" table={tables.comparison} columns={columns} />
			{tables.comparison.tab === 0 ? (
				<Scroll
					lines={summaryLines(comparison, home.runs, columns)}
					rows={rows - 1}
					offset={cursorOf(state.cursors, 'details')}
				/>
			) : (
				<Browser
					id="comparison"
					state={state}
					size={{columns, rows: rows - 1}}
				/>
			)}
		</Box>
	);
}

/** What differs in numbers, and how both runs ended. */
function summaryLines(
	{changes = [], earlier, later}: ComparisonState,
	runs: readonly PastRun[],
	columns: number,
): readonly Line[] {
	const endOf = (run: string | undefined) =>
		neutralise(
			outcomeText({verdict: runs.find(({id}) => id === run)?.verdict}),
		);
	return [
		blank,
		...factLines(changeFacts(changes), columns),
		blank,
		...factLines(
			[
				{label: 'earlier', text: endOf(earlier)},
				{label: 'later', text: endOf(later)},
			],
			columns,
		),
	];
}

export const comparisonScreen: Screen = {
	View: ComparisonView,
	keys,
	title: ({comparison: {earlier = '', later = ''}}) =>
		`Reports › ${earlier} → ${later}`,
};
