import {MembershipIndex, memberAt} from '../../migration/membership-index.ts';
import {type OpenThing} from '../../migration/open-things.ts';
import {type Report} from '../../migration/report.ts';
import {neutralise} from '../../text/neutralise.ts';
import {activityTable} from './activity-table.ts';
import {type BrowserRow, type BrowserTable, domainsOf} from './browser.ts';
import {factLines} from './facts.ts';
import {leftOutRows, leftSourceRows} from './left-rows.ts';
import {OrganizationsOf} from './organizations-of.ts';
import {
	customerColumns,
	followUpColumns,
	leftOutColumns,
	leftSourceColumns,
	membershipColumns,
	organizationColumns,
	problemColumns,
} from './report-columns.ts';
import {membershipOutcomes} from './report-rows.ts';
import {ReportSources} from './report-sources.ts';
import {joinRows, rowsOf} from './row-sources.ts';

export const reportTabs = [
	'summary',
	'customers',
	'organizations',
	'memberships',
	'attention',
	'errors',
	'left source',
	'left out',
	'what next',
	'requests',
] as const;

export type ReportTab = (typeof reportTabs)[number];

/** What became of everything, a table for each tab. */
export function reportTable(
	report: Report,
	tab: Exclude<ReportTab, 'summary'>,
): BrowserTable {
	const sources = new ReportSources(report);

	switch (tab) {
		case 'customers': {
			return customersTable(report, sources);
		}

		case 'organizations': {
			return organizationsTable(report, sources);
		}

		case 'memberships': {
			return membershipsTable(report, sources, sources.memberships);
		}

		case 'attention': {
			return {
				columns: problemColumns,
				rows: joinRows(
					sources.customerProblems(isInNeed),
					sources.organizationProblems(isInNeed),
				),
				emptyText: 'Nothing needs attention.',
			};
		}

		case 'errors': {
			return {
				columns: problemColumns,
				rows: joinRows(
					sources.customerProblems(({outcome}) => outcome === 'failed'),
					sources.organizationProblems(({outcome}) => outcome === 'failed'),
					sources.failedMemberships(),
				),
				emptyText: 'No errors.',
			};
		}

		case 'left source': {
			return {
				columns: leftSourceColumns,
				rows: leftSourceRows(report),
				emptyText: 'Nothing copied earlier has left the source since.',
			};
		}

		case 'left out': {
			const rows = leftOutRows(report);
			return {
				columns: leftOutColumns,
				rows,
				facets: {
					outcome: (place) => rows.at(place)?.cells.slice(0, 1) ?? [],
					domain: (place) => domainsOf(rows.at(place)?.cells[1] ?? ''),
				},
				emptyText: 'Nobody was left out: all accounts met are customers.',
			};
		}

		case 'what next': {
			return {
				columns: followUpColumns,
				rows: rowsOf(report.openThings, (one) => followUpRow(one)),
				emptyText: 'Nothing is left to do.',
			};
		}

		case 'requests': {
			return activityTable(report);
		}
	}
}

/** The members of one organization, by its source id. */
export function membersTable(report: Report, id: string): BrowserTable {
	const own = report.plan.organizations.filter(
		(organization) => organization.id === id,
	);
	return membershipsTable(
		report,
		new ReportSources(report),
		new MembershipIndex(own),
	);
}

function isInNeed(row: {
	readonly problem?: string;
	readonly outcome: string;
}): boolean {
	return row.problem !== undefined && row.outcome !== 'failed';
}

function customersTable(report: Report, sources: ReportSources): BrowserTable {
	const {customers, organizations} = report.plan;
	const organizationsOf = new OrganizationsOf(organizations);
	return {
		columns: customerColumns,
		rows: sources.customers(),
		facets: {
			outcome: (place) => [report.customerOutcome(customers[place]!)],
			organization: (place) => organizationsOf.of(customers[place]!.id),
			domain: (place) => domainsOf(customers[place]!.email ?? ''),
		},
		prepareFacets: () => organizationsOf.prepare(),
		emptyText: 'No customers were chosen.',
	};
}

function organizationsTable(
	report: Report,
	sources: ReportSources,
): BrowserTable {
	const {organizations} = report.plan;
	return {
		columns: organizationColumns,
		rows: sources.organizations(),
		facets: {
			outcome: (place) => [report.organizationOutcome(organizations[place]!)],
		},
		emptyText: 'No organization was related to the chosen projects.',
	};
}

function membershipsTable(
	report: Report,
	sources: ReportSources,
	index: MembershipIndex,
): BrowserTable {
	return {
		columns: membershipColumns,
		rows: sources.membershipRows(index),
		facets: {
			outcome: (number) => [
				membershipOutcomes[report.membership(index.at(number)!).outcome],
			],
			organization: (number) => [index.at(number)!.organization.name],
			domain(number) {
				const {organization, position} = index.at(number)!;
				const customer = memberAt(organization.members, position);
				return domainsOf(report.planned(customer)?.email ?? '');
			},
		},
		emptyText: 'No organization has members.',
	};
}

function followUpRow({nextStep, problem, subjects}: OpenThing): BrowserRow {
	return {
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
