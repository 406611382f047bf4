import {type ActivityCounts, countActivity} from './activity/count-activity.ts';
import {requestsPerLook} from './activity/edit-jobs.ts';
import {requestsPerCall} from './activity/verify-requests.ts';
import {type DecisionType} from './choices.ts';
import {count} from './count.ts';
import {countBy} from './count-by.ts';
import {
	type CustomerFate,
	type OrganizationFate,
	type Plan,
	type PlannedOrganization,
} from './plan.ts';
import {accountsPerCall} from './run-phases.ts';
import {sum} from './sum.ts';

/** How much is to be added, is there already, or can't be. */
export type PlannedAdditions = {
	readonly add: number;
	readonly present: number;
	readonly notPossible: number;
};

/** A plan in numbers. Each chosen customer and organization is counted once. */
export type PlanSummary = {
	readonly customers: Readonly<Record<CustomerFate, number>> & {
		readonly chosen: number;
	};
	/** A decided conflict is counted by what becomes of it; *conflict* is what is still undecided. */
	readonly organizations: Readonly<Record<OrganizationFate, number>> & {
		readonly chosen: number;
	};
	readonly decided: Readonly<Record<DecisionType, number>>;
	readonly memberships: PlannedAdditions;
	readonly projectLinks: PlannedAdditions;
	readonly projectAccess: PlannedAdditions;
	/** Only where activity is to be linked. */
	readonly activity?: ActivityCounts;
	/** Expected calls to the destination, verifying included. */
	readonly calls: {readonly reads: number; readonly writes: number};
};

/** A plan never changes, and screens show its numbers with every key. */
const summaries = new WeakMap<Plan, PlanSummary>();

/** Counts a plan, once. */
export function summarizePlan(plan: Plan): PlanSummary {
	const summary = summaries.get(plan) ?? countPlan(plan);
	summaries.set(plan, summary);
	return summary;
}

function countPlan(plan: Plan): PlanSummary {
	const {customers, organizations, access} = plan;
	const fates = countBy(
		['create', 'link', 'unchanged', 'skip', 'attention'],
		customers,
		({fate}) => fate,
	);
	return {
		customers: {chosen: customers.length, ...fates},
		organizations: {
			chosen: organizations.length,
			...countBy(
				['create', 'link', 'unchanged', 'skip', 'conflict', 'attention'],
				organizations,
				({fate}) => fate,
			),
		},
		decided: countBy(
			['rename', 'merge', 'map', 'skip'],
			organizations.flatMap(({decision}) => decision?.type ?? []),
			(type) => type,
		),
		memberships: additions(organizations.map(({members}) => members)),
		projectLinks: additions(organizations.map(({links}) => links)),
		projectAccess: additions(access),
		...(plan.activity && {activity: countActivity(plan.activity)}),
		calls: {
			reads: countReads(plan, fates.create),
			writes: countWrites(plan, fates.create),
		},
	};
}

/** Organizations that a copy can't go on without deciding. */
export function undecidedOrganizations(
	plan: Plan,
): readonly PlannedOrganization[] {
	return plan.organizations.filter(({fate}) => fate === 'conflict');
}

function countWrites(
	{customers, organizations, access, activity}: Plan,
	created: number,
): number {
	return sum([
		created,
		count(customers, ({revoke}) => revoke === true),
		count(organizations, ({fate}) => fate === 'create'),
		...organizations.map(({members}) => callsFor(members.add)),
		...organizations.map(({links}) => links.add.length),
		...access.map(({add}) => callsFor(add)),
		activity?.requests.length ?? 0,
	]);
}

/** Items a page, as Jira gives them. */
const accountsPerPage = 1000;
const itemsPerPage = 50;

/** The names once more, a look into each new organization, and the pages that verifying reads. */
function countReads(plan: Plan, created: number): number {
	const {organizations, projects, destinationHolds, activity} = plan;
	const edits = activity?.requests.length ?? 0;
	const made = count(organizations, ({fate}) => fate === 'create');
	const pagesOfOrganizations = (items: number) =>
		Math.max(Math.ceil(items / itemsPerPage), 1);
	return sum([
		pagesOfOrganizations(destinationHolds.organizations),
		made,
		Math.ceil((destinationHolds.accounts + created) / accountsPerPage) + 1,
		pagesOfOrganizations(destinationHolds.organizations + made),
		...organizations.map(({members}) =>
			pagesOfOrganizations(members.add.length + members.present.length),
		),
		// The linked organizations, the roles and the customer role of each counterpart.
		3 * count(projects, ({to}) => to !== undefined),
		// A look before the edits, and one after them.
		Math.ceil(edits / requestsPerLook) + Math.ceil(edits / requestsPerCall),
	]);
}

function callsFor(accounts: readonly string[]): number {
	return Math.ceil(accounts.length / accountsPerCall);
}

function additions(
	parts: ReadonlyArray<{
		readonly add: readonly unknown[];
		readonly present: readonly unknown[];
		readonly notPossible: readonly unknown[];
	}>,
): PlannedAdditions {
	return {
		add: sum(parts.map(({add}) => add.length)),
		present: sum(parts.map(({present}) => present.length)),
		notPossible: sum(parts.map(({notPossible}) => notPossible.length)),
	};
}
