import {type CustomerRow, type Report} from '../migration/report.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {type Additions} from '../migration/totals.ts';
import {number, quantity} from '../migration/quantity.ts';
import {duration} from '../text/duration.ts';
import {neutralise} from '../text/neutralise.ts';

/** Rows shown in plain text; the files have all. */
const rowsShown = 50;

/** A report in lines of plain text: the verdict, the numbers, and what needs a person. */
export function reportText(
	report: Report,
	summary: RunSummary,
): readonly string[] {
	return [
		`Report of run ${summary.run}: ${neutralise(report.plan.source.name)} → ${neutralise(report.plan.destination.name)}`,
		neutralise(summary.verdict),
		'',
		...summaryTable(summary).map(
			({label, value}) => `  ${label.padEnd(14)} ${value}`,
		),
		'',
		...attentionLines(report),
	];
}

/** The numbers of a run, in the order in which they matter. */
export function summaryTable(
	summary: RunSummary,
): ReadonlyArray<{readonly label: string; readonly value: string}> {
	const {customers, organizations, calls} = summary;
	const {source, destination} = calls;
	return [
		{label: 'Customers', value: counts(customers)},
		{label: 'Organizations', value: counts(organizations)},
		{label: 'Memberships', value: additions(summary.memberships)},
		{label: 'Project links', value: additions(summary.projectLinks)},
		{label: 'Project access', value: additions(summary.projectAccess)},
		{
			label: 'Calls',
			value: `${quantity(source.reads, 'read')} of the source; ${quantity(destination.reads, 'read')} and ${quantity(destination.writes, 'write')} on the destination`,
		},
		{label: 'Time', value: duration(summary.seconds)},
	];
}

function counts({
	chosen,
	there,
	...outcomes
}: Readonly<Record<string, number>>): string {
	const parts = Object.entries(outcomes)
		.filter(([, count]) => count > 0)
		.map(([outcome, count]) => `${number(count)} ${outcome}`);
	return [`${number(chosen ?? 0)} chosen`, ...parts].join(', ');
}

function additions({added, present, notPossible}: Additions): string {
	return `${number(added)} added, ${number(present)} there already, ${number(notPossible)} not possible`;
}

function attentionLines(report: Report): readonly string[] {
	const rows = report
		.attention()
		.take(rowsShown + 1)
		.toArray();

	if (rows.length === 0) {
		return ['Nothing needs attention.'];
	}

	const more =
		rows.length > rowsShown
			? ['  … and more: export the report to see all of them.']
			: [];
	return [
		'Needs attention:',
		...rows.slice(0, rowsShown).flatMap((row) => attentionRow(row)),
		...more,
	];
}

function attentionRow({
	email,
	name,
	problem = '',
	nextStep = '',
}: CustomerRow): readonly string[] {
	return [
		`  ${neutralise(email === '' ? name : email)}: ${neutralise(problem)}`,
		`    → ${neutralise(nextStep)}`,
	];
}
