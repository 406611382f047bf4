import {Box} from 'ink';
import {type ScreenKeys, back, bind, help, menuKeys} from '../bindings.ts';
import {Browser} from '../components/browser.tsx';
import {Summary} from '../components/summary.tsx';
import {Tabs} from '../components/tabs.tsx';
import {ToneText} from '../components/tone-text.tsx';
import {cursorOf} from '../cursors.ts';
import {pairText} from '../present/past-runs.ts';
import {reportTabs} from '../present/report-tables.ts';
import {type Screen, type ScreenProps} from '../screen.ts';
import {Export, exportMenu} from './export.tsx';
import {reportSummary} from './report-summary.ts';
import {summaryKeys, tabKeys, tableKeys} from './table-keys.ts';

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

	if (state.tables.report.opened !== undefined || state.isFiltering) {
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
		tabKeys(state, 'report'),
		bind('export', 'export', {type: 'export-opened'}),
		bind('next', 'what next', {type: 'went-on'}),
		bind('quit', 'quit', {type: 'quit-asked'}),
		back,
		help,
	];
};

function ReportView(props: ScreenProps) {
	const {state, size} = props;
	const {finished, isRead, exporting, run} = state.report;

	if (finished === undefined) {
		return (
			<ToneText>
				{isRead
					? `The ledger has no report of run ${run ?? ''}.`
					: 'Reading the report…'}
			</ToneText>
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
			<Tabs tabs={reportTabs} current={tab} columns={columns} />
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
	aside: ({report}) => (report.run === undefined ? '' : `run ${report.run}`),
};
