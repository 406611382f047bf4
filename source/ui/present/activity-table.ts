import {type ActivityRow} from '../../migration/activity/report-activity.ts';
import {type Report} from '../../migration/report.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type BrowserTable} from './browser.ts';
import {factLines} from './facts.ts';
import {rowsOf} from './row-sources.ts';

/** What became of fields of requests that were on the destination already. */
export function activityTable(report: Report): BrowserTable {
	return {
		columns: [
			{title: 'Outcome', least: 13, share: 0},
			{title: 'Request', least: 10, share: 1},
			{title: 'Field', least: 12, share: 1},
			{title: 'Who', least: 20, share: 2},
			{title: 'Problem', least: 12, share: 2},
		],
		rows: rowsOf([...report.activity()], (row) => activityRow(row)),
		emptyText:
			report.plan.activity === undefined
				? 'Requests on the destination were left as they are.'
				: 'No request on the destination had to be edited.',
	};
}

function activityRow(row: ActivityRow): BrowserRow {
	const {request, from, outcome, problem = '', nextStep = ''} = row;
	const field = neutralise(row.field);
	const named = neutralise(row.named.join(', '));
	return {
		cells: [outcome, request, field, named, neutralise(problem)],
		...(outcome === 'failed' && {tone: 'bad'}),
		details: (columns) =>
			factLines(
				[
					{label: 'request', text: `${request}, on the source ${from}`},
					{label: 'field', text: field},
					{label: 'who', text: named},
					{label: 'outcome', text: outcome},
					...(problem === ''
						? []
						: [
								{label: 'problem', text: neutralise(problem)},
								{label: 'next step', text: neutralise(nextStep)},
							]),
				],
				columns,
			),
	};
}
