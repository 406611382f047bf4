import {
	type MembershipPlace,
	MembershipIndex,
} from '../../migration/membership-index.ts';
import {type PlannedOrganization} from '../../migration/plan.ts';
import {
	type CustomerRow,
	type MembershipRow,
	type OrganizationRow,
	type Report,
} from '../../migration/report.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type BrowserRow, type RowSource, type Subject} from './browser.ts';
import {accountPage, organizationPage} from './pages.ts';
import {
	customerRow,
	membershipRow,
	organizationRow,
	problemRow,
} from './report-rows.ts';
import {rowsOf} from './row-sources.ts';

/** The rows of a report by their places, each made when it is looked at. */
export class ReportSources {
	readonly memberships: MembershipIndex;
	readonly #report: Report;
	/** Of accounts that are no customers. */
	readonly #names: ReadonlyMap<string, string>;

	constructor(report: Report) {
		const {agents, apps, deleted} = report.plan.leftOut;
		this.#report = report;
		this.memberships = new MembershipIndex(report.plan.organizations);
		this.#names = new Map(
			[agents, apps, deleted].flat().map(({id, name}) => [id, name]),
		);
	}

	customers(): RowSource {
		return rowsOf(this.#report.plan.customers, (customer) =>
			this.#customerRow(this.#report.customer(customer)),
		);
	}

	organizations(): RowSource {
		return rowsOf(this.#report.plan.organizations, (organization) =>
			this.#organizationRow(this.#report.organization(organization)),
		);
	}

	/** All of them or, where a range is given, those of one organization. */
	membershipRows(index: MembershipIndex = this.memberships): RowSource {
		return {
			total: index.total,
			isWhole: true,
			at: (number) => {
				const place = index.at(number);
				return place && this.#membershipRow(place);
			},
		};
	}

	/** Customers with a problem; which ones is for the caller to say. */
	customerProblems(isWanted: (row: CustomerRow) => boolean): RowSource {
		const {customers} = this.#report.plan;
		return {
			total: customers.length,
			isWhole: false,
			at: (place) => {
				const row = this.#report.customer(customers[place]!);
				return isWanted(row)
					? problemRow(
							this.#customerRow(row),
							row.email === '' ? row.name : row.email,
							row.problem,
						)
					: undefined;
			},
		};
	}

	organizationProblems(isWanted: (row: OrganizationRow) => boolean): RowSource {
		const {organizations} = this.#report.plan;
		return {
			total: organizations.length,
			isWhole: false,
			at: (place) => {
				const row = this.#report.organization(organizations[place]!);
				return isWanted(row)
					? problemRow(this.#organizationRow(row), row.name, row.problem)
					: undefined;
			},
		};
	}

	failedMemberships(): RowSource {
		return {
			total: this.memberships.total,
			isWhole: false,
			at: (number) => {
				const place = this.memberships.at(number)!;
				const row = this.#report.membership(place);
				return row.outcome === 'failed'
					? problemRow(
							this.#membershipRow(place),
							`${this.#whoIs(row)} in ${row.organization}`,
							row.problem,
						)
					: undefined;
			},
		};
	}

	/** Whoever has no email to show is called by his name. */
	#whoIs({email, customer}: MembershipRow): string {
		return email === ''
			? (this.#report.planned(customer)?.name ??
					this.#names.get(customer) ??
					customer)
			: email;
	}

	#customerRow(row: CustomerRow): BrowserRow {
		const {destination} = this.#report.plan;
		const {destinationId} = row;
		return customerRow(
			row,
			destinationId === undefined
				? undefined
				: accountPage(destination, destinationId),
		);
	}

	#organizationRow(row: OrganizationRow): BrowserRow {
		return organizationRow(row, this.#pageOf(row));
	}

	/** An organization has a page in each project that it is linked to, and none without. */
	#pageOf({destinationId, projects}: OrganizationRow): string | undefined {
		const [project] = projects;
		return destinationId === undefined || project === undefined
			? undefined
			: organizationPage(this.#report.plan.destination, project, destinationId);
	}

	#membershipRow(place: MembershipPlace): BrowserRow {
		const row = this.#report.membership(place);
		const email = this.#whoIs(row);
		return membershipRow(
			{...row, email},
			this.#memberSubject(place.organization, row, email),
		);
	}

	#memberSubject(
		{id}: PlannedOrganization,
		{customer, organization}: MembershipRow,
		who: string,
	): Subject {
		const planned = this.#report.planned(customer);
		const account = planned && this.#report.destinationId(planned.id);
		return {
			customer,
			organization: id,
			label: neutralise(`${who} in ${organization}`),
			...(account !== undefined && {
				page: accountPage(this.#report.plan.destination, account),
			}),
		};
	}
}
