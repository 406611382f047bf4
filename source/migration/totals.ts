import {type ActivityTotals} from './activity/activity-totals.ts';

/** R5, after the run. *Waiting*: the run was stopped before it came to it. */
export const customerOutcomes = [
	'created',
	'linked',
	'unchanged',
	'skipped',
	'attention',
	'failed',
	'waiting',
] as const;

export type CustomerOutcome = (typeof customerOutcomes)[number];

/** R9 and R10, after the run. */
export const organizationOutcomes = [
	'created',
	'renamed',
	'merged',
	'mapped',
	'linked',
	'unchanged',
	'skipped',
	'attention',
	'failed',
	'waiting',
] as const;

export type OrganizationOutcome = (typeof organizationOutcomes)[number];

/** What became of memberships, project links and project access, each counted one by one. */
export type Additions = {
	readonly added: number;
	readonly present: number;
	readonly notPossible: number;
};

/** Each chosen customer is counted exactly once, and so is each chosen organization. */
export type Totals = {
	readonly customers: Readonly<Record<CustomerOutcome, number>> & {
		readonly chosen: number;
		/** Those with an account on the destination, whatever else is to do. */
		readonly there: number;
	};
	readonly organizations: Readonly<Record<OrganizationOutcome, number>> & {
		readonly chosen: number;
		readonly there: number;
	};
	readonly memberships: Additions;
	readonly projectLinks: Additions;
	readonly projectAccess: Additions;
	/** Only where activity was to be linked. */
	readonly activity?: ActivityTotals;
};
