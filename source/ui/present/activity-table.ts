import {type ActivityRow} from '../../migration/activity/report-activity.ts';
import {type Report} from '../../migration/report.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type BrowserTable, type Subject} from './browser.ts';
import {factLines} from './facts.ts';
import {
	namesText,
	requestColumns,
	requestFact,
	requestSubject,
} from './request-rows.ts';

/** What became of fields of requests that were on the destination already. */
export function activityTable(report: Report): BrowserTable {
	const rows = report.activity();
	const {activity, destination} = report.plan;
	const {request, field, who, problem} = requestColumns;
	return {
		columns: [
			{title: 'Outcome', least: 13, share: 0},
			request,
			field,
			who,
			problem,
		],
		rows: {
			total: rows.total,
			at(place) {
				const row = rows.at(place);
				return (
					row && activityRow(row, requestSubject(destination, row.request))
				);
			},
			isWhole: true,
		},
		facets: {outcome: (place) => [rows.outcome(place)]},
		emptyText:
			activity === undefined
				? 'Requests on the destination were left as they are.'
				: 'No request on the destination had to be edited.',
	};
}

function activityRow(row: ActivityRow, subject: Subject): BrowserRow {
	const {request, from, outcome, problem = '', nextStep = ''} = row;
	const field = neutralise(row.field);
	const named = namesText(row.named);
	return {
		cells: [outcome, request, field, named, neutralise(problem)],
		...(outcome === 'failed' && {tone: 'bad'}),
		subject,
		details: (columns) =>
			factLines(
				[
					requestFact(request, from),
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
