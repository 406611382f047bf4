import {type Report} from '../../migration/report.ts';
import {type RunSummary} from '../../migration/run-summary.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type BrowserTable} from './browser.ts';
import {type Column} from './columns.ts';
import {factLines} from './facts.ts';
import {followUps} from './follow-ups.ts';
import {
	customerRow,
	membershipRow,
	organizationRow,
	problemRow,
} from './report-rows.ts';

export const reportTabs = [
	'summary',
	'customers',
	'organizations',
	'memberships',
	'attention',
	'errors',
	'what next',
] as const;

export type ReportTab = (typeof reportTabs)[number];

const outcomeColumn: Column = {title: 'Outcome', least: 13, share: 0};

const customerColumns: readonly Column[] = [
	outcomeColumn,
	{title: 'Email', least: 24, share: 2},
	{title: 'Name', least: 12, share: 1},
	{title: 'Problem', least: 16, share: 3},
];

const organizationColumns: readonly Column[] = [
	outcomeColumn,
	{title: 'Organization', least: 22, share: 2},
	{title: 'Name there', least: 16, share: 2},
	{title: 'Members', least: 7, share: 0, side: 'right'},
	{title: 'Projects', least: 10, share: 1},
];

const membershipColumns: readonly Column[] = [
	outcomeColumn,
	{title: 'Email', least: 24, share: 2},
	{title: 'Organization', least: 18, share: 2},
	{title: 'Problem', least: 16, share: 2},
];

const problemColumns: readonly Column[] = [
	{title: 'Who or what', least: 24, share: 1},
	{title: 'Problem', least: 13, share: 2},
];

/** What became of everything, a table for each tab. */
export function reportTable(
	report: Report,
	summary: RunSummary,
	tab: Exclude<ReportTab, 'summary'>,
): BrowserTable {
	switch (tab) {
		case 'customers': {
			return {
				columns: customerColumns,
				rows: () => report.customers().map((row) => customerRow(row)),
				total: report.plan.customers.length,
				emptyText: 'No customers were chosen.',
			};
		}

		case 'organizations': {
			return {
				columns: organizationColumns,
				rows: () => report.organizations().map((row) => organizationRow(row)),
				total: report.plan.organizations.length,
				emptyText: 'No organization was related to the chosen projects.',
			};
		}

		case 'memberships': {
			const {added, present, notPossible} = summary.memberships;
			return {
				columns: membershipColumns,
				rows: () => membershipRows(report),
				total: added + present + notPossible,
				emptyText: 'No organization has members.',
			};
		}

		case 'attention': {
			return {
				columns: problemColumns,
				rows: () => attentionRows(report),
				emptyText: 'Nothing needs attention.',
			};
		}

		case 'errors': {
			return {
				columns: problemColumns,
				rows: () => errorRows(report),
				emptyText: 'No errors.',
			};
		}

		case 'what next': {
			return {
				columns: [
					{title: 'For', least: 5, share: 0, side: 'right'},
					{title: 'What to do', least: 20, share: 1},
				],
				rows: () => followUpRows(report),
				emptyText: 'Nothing is left to do.',
			};
		}
	}
}

/** Whoever has no email to show is called by his name. */
function membershipRows(
	report: Report,
): Iterator<BrowserRow> & Iterable<BrowserRow> {
	const {customers, leftOut} = report.plan;
	const {agents, apps, deleted} = leftOut;
	const names = new Map<string, string>();

	for (const {id, email, name} of [customers, agents, apps, deleted].flat()) {
		if (email === undefined) {
			names.set(id, name);
		}
	}

	return report.memberships().map((row) => {
		const {email, customer} = row;
		return membershipRow({
			...row,
			email: email === '' ? (names.get(customer) ?? customer) : email,
		});
	});
}

function* attentionRows(report: Report): Generator<BrowserRow> {
	for (const row of report.customers()) {
		if (row.problem !== undefined && row.outcome !== 'failed') {
			yield problemRow(
				customerRow(row),
				row.email === '' ? row.name : row.email,
				row.problem,
			);
		}
	}

	for (const row of report.organizations()) {
		if (row.problem !== undefined && row.outcome !== 'failed') {
			yield problemRow(organizationRow(row), row.name, row.problem);
		}
	}
}

function* errorRows(report: Report): Generator<BrowserRow> {
	for (const row of report.customers()) {
		if (row.outcome === 'failed') {
			yield problemRow(
				customerRow(row),
				row.email === '' ? row.name : row.email,
				row.problem,
			);
		}
	}

	for (const row of report.organizations()) {
		if (row.outcome === 'failed') {
			yield problemRow(organizationRow(row), row.name, row.problem);
		}
	}

	for (const row of report.memberships()) {
		if (row.outcome !== 'failed') {
			continue;
		}

		const who = `${row.email} in ${row.organization}`;
		yield problemRow(membershipRow(row), who, row.problem);
	}
}

function* followUpRows(report: Report): Generator<BrowserRow> {
	for (const {nextStep, problem, subjects} of followUps(report)) {
		yield {
			cells: [String(subjects.length), neutralise(nextStep)],
			details: (columns) =>
				factLines(
					[
						{label: 'to do', text: neutralise(nextStep)},
						{label: 'because', text: neutralise(problem)},
						{label: 'for', text: neutralise(subjects.join(', '))},
					],
					columns,
				),
		};
	}
}
