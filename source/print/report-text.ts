import {type DeletedContent} from '../migration/model.ts';
import {type CustomerRow, type Report} from '../migration/report.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {type Additions} from '../migration/totals.ts';
import {number, quantity} from '../migration/quantity.ts';
import {sum} from '../migration/sum.ts';
import {duration} from '../text/duration.ts';
import {neutralise} from '../text/neutralise.ts';
import {activityTotalsText} from './activity-text.ts';
import {activityReportText} from './activity-report.ts';
import {emailText, leftOutText} from './report-people.ts';
import {leftSourceText} from './left-source-text.ts';
import {breakOffText} from './break-off-text.ts';

/** Rows shown in plain text; the files have all. */
const rowsShown = 50;

const keysShown = 5;

/** A report in lines of plain text: the verdict, the numbers, and what needs a person. */
export function reportText(
	report: Report,
	summary: RunSummary,
): readonly string[] {
	return [
		`Report of run ${summary.run}: ${neutralise(report.plan.source.name)} → ${neutralise(report.plan.destination.name)}`,
		neutralise(summary.verdict),
		...breakOffText(summary),
		'',
		...summaryTable(summary).map(
			({label, value}) => `  ${label.padEnd(14)} ${value}`,
		),
		'',
		...attentionLines(report),
		...activityReportText(report),
		...leftOutLines(report),
		...leftSourceText(report.plan),
	];
}

/** Who is no customer, and what deleted accounts left behind (R2, R3). */
function leftOutLines(report: Report): readonly string[] {
	const who = leftOutText(report.plan);
	const content = Map.groupBy(
		report.plan.deletedContent,
		({project}) => project,
	);
	return [
		...(who === undefined ? [] : ['', `Left out, as no customers: ${who}.`]),
		...[...content].map(
			([project, found]) =>
				`  ${neutralise(project)}: ${quantity(found.length, 'deleted account')} left content in ${quantity(sum(found.map(({requests}) => requests)), 'request')} (${neutralise(firstKeys(found))}).`,
		),
	];
}

/** Enough to look one up; the files have more. */
function firstKeys(content: readonly DeletedContent[]): string {
	const keys = [...new Set(content.flatMap((one) => one.keys))];
	return keys.length > keysShown
		? `${keys.slice(0, keysShown).join(', ')}, …`
		: keys.join(', ');
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
		...(summary.activity === undefined
			? []
			: [{label: 'Requests', value: activityTotalsText(summary.activity)}]),
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

function attentionRow(row: CustomerRow): readonly string[] {
	const {name, problem = '', nextStep = ''} = row;
	const email = emailText(row);
	return [
		`  ${neutralise(email === '' ? name : email)}: ${neutralise(problem)}`,
		`    → ${neutralise(nextStep)}`,
	];
}
