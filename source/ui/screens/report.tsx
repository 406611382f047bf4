import {Box} from 'ink';
import {use} from 'react';
import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	menuKeys,
} from '../bindings.ts';
import {Browser} from '../components/browser.tsx';
import {Lines} from '../components/lines.tsx';
import {Summary} from '../components/summary.tsx';
import {TableTabs} from '../components/table-tabs.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {isRunning} from '../copy-state.ts';
import {cursorOf} from '../cursors.ts';
import {line} from '../present/line.ts';
import {pairText} from '../present/past-runs.ts';
import {readingText, spokenReading} from '../present/reading.ts';
import {hasFailures} from '../present/report-summary.ts';
import {wrap} from '../present/wrap.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {type SessionState} from '../session-state.ts';
import {themeContext} from '../theme.ts';
import {Export, exportMenu} from './export.tsx';
import {reportSummary} from './report-summary.ts';
import {isInside, summaryKeys, tabKeys, tableKeys} from './table-keys.ts';

const keys: ScreenKeys = (state, size) => {
	const {finished, exporting} = state.report;

	if (exporting !== undefined) {
		return exporting.type === 'choosing'
			? [...menuKeys(state, exportMenu), back, help]
			: [bind('choose', 'go on', {type: 'export-left'}), back];
	}

	if (finished === undefined) {
		return [back, help];
	}

	if (isInside(state, 'report')) {
		return tableKeys(state, 'report', size);
	}

	return [
		...(state.tables.report.tab === 0
			? [
					bind('choose', 'what next', {type: 'went-on'}),
					...summaryKeys(
						state,
						reportSummary(finished.summary, size.columns),
						size,
					),
				]
			: tableKeys(state, 'report', size)),
		...tabKeys(state, 'report'),
		retryKey(state),
		bind('export', 'export', {type: 'export-opened'}),
		bind('next', 'what next', {type: 'went-on'}),
		bind('quit', 'quit', {type: 'quit-asked'}),
		back,
		help,
	];
};

/** Trying again what failed, for which the run is resumed. */
function retryKey(state: SessionState): Binding {
	return bindUnless(whyNotRetry(state), 'retry', 'retry what failed', {
		type: 'failures-retried',
	});
}

function whyNotRetry({report, copy, home}: SessionState): string | undefined {
	const {finished, run} = report;

	if (isRunning(copy)) {
		return 'A copy is under way; retry when it has ended.';
	}

	if (home.runs.find(({id}) => id === run)?.undo !== undefined) {
		return 'This run was undone; copy again to begin anew.';
	}

	return finished !== undefined && hasFailures(finished.summary)
		? undefined
		: 'Nothing failed in this run.';
}

function ReportView(props: ScreenProps) {
	const {state, size} = props;
	const {finished, isRead, exporting, run, reading} = state.report;
	const {isScreenReader = false} = use(themeContext);

	if (finished === undefined && !isRead) {
		const text = isScreenReader ? spokenReading : readingText;
		const words = wrap(text(reading), size.columns);
		return <Lines lines={words.map((row) => line(row))} />;
	}

	if (finished === undefined) {
		return (
			<ToneText>{`The ledger has no report of run ${run ?? ''}.`}</ToneText>
		);
	}

	if (exporting !== undefined) {
		return <Export {...props} exporting={exporting} />;
	}

	const {tab} = state.tables.report;
	const {columns} = size;
	const rows = size.rows - 1;
	return (
		<Box flexDirection="column">
			<TableTabs id="report" table={state.tables.report} columns={columns} />
			{tab === 0 ? (
				<Summary
					{...reportSummary(finished.summary, columns)}
					offset={cursorOf(state.cursors, 'details')}
					size={{columns, rows}}
				/>
			) : (
				<Browser id="report" state={state} size={{columns, rows}} />
			)}
		</Box>
	);
}

export const reportScreen: Screen = {
	View: ReportView,
	keys,
	title({report}) {
		const plan = report.finished?.report.plan;
		return plan === undefined
			? 'Report'
			: `Report › ${pairText(plan.source.name, plan.destination.name)}`;
	},
	aside({report: {run}, home}) {
		const {undo} = home.runs.find(({id}) => id === run) ?? {};
		return run === undefined
			? ''
			: `run ${run}${undo === undefined ? '' : ', undone'}`;
	},
};
