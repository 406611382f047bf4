import {editJobs} from './activity/edit-jobs.ts';
import {chunks} from './chunks.ts';
import {type Failure, type Phase, type PhaseTotals} from './events.ts';
import {type Plan, type PlannedAccess, type PlannedCustomer} from './plan.ts';
import {type RequestReader} from './ports.ts';
import {type RunState} from './run-state.ts';
import {type Step} from './step.ts';

/** Accounts a call. Atlassian documents no limit; so many are in use in the field. */
export const accountsPerCall = 50;

/** Steps that follow each other, each made when the one before it is done, since it may need what that one made. */
export type Job = Iterable<Step> | AsyncIterable<Step>;

/** The jobs of each phase. Left out are those that an interrupted run has done, and those that it may have done. Jobs of a phase may run side by side. */
export const phaseJobs: Readonly<
	Record<
		Phase,
		(
			plan: Plan,
			state: RunState,
			destination: RequestReader,
			signal: AbortSignal,
		) => Iterable<Job>
	>
> = {
	organizations: organizationJobs,
	customers: customerJobs,
	memberships: membershipJobs,
	projectLinks: linkJobs,
	projectAccess: accessJobs,
	activity: editJobs,
};

/** How much each phase has to do, whether or not some of it is done. */
export function phaseTotals(plan: Plan): PhaseTotals {
	const sum = <Item>(
		items: readonly Item[],
		count: (item: Item) => number,
	): number => {
		let total = 0;

		for (const item of items) {
			total += count(item);
		}

		return total;
	};

	return {
		organizations: sum(plan.organizations, ({fate}) =>
			Number(fate === 'create'),
		),
		customers: sum(plan.customers, ({fate}) => Number(fate === 'create')),
		memberships: sum(plan.organizations, ({members}) => members.add.length),
		projectLinks: sum(plan.organizations, ({links}) => links.add.length),
		projectAccess: sum(plan.access, ({add}) => add.length),
		activity: plan.activity?.requests.length ?? 0,
	};
}

function* organizationJobs(
	{organizations}: Plan,
	state: RunState,
): Generator<Job> {
	for (const organization of organizations) {
		const {id, name, newName} = organization;

		if (
			newName !== undefined &&
			state.organizationId(organization) === undefined &&
			!isUnknown(state.organizationFailure(id))
		) {
			yield [{kind: 'create-organization', organization: id, name, newName}];
		}
	}
}

function* customerJobs({customers}: Plan, state: RunState): Generator<Job> {
	for (const customer of customers) {
		if (
			(customer.fate === 'create' || customer.revoke === true) &&
			!isUnknown(state.customerFailure(customer.id))
		) {
			yield customerSteps(customer, state);
		}
	}
}

function* customerSteps(
	{id, email, name, fate, revoke}: PlannedCustomer,
	state: RunState,
): Generator<Step> {
	if (
		fate === 'create' &&
		email !== undefined &&
		state.customerId(id) === undefined
	) {
		yield {
			kind: 'create-customer',
			customer: id,
			email,
			name,
			...(revoke && {isRevokedNext: revoke}),
		};
	}

	const accountId = state.customerId(id);

	// Only an account that we made is revoked, never one that was found meanwhile (R6).
	if (
		revoke === true &&
		accountId !== undefined &&
		(state.isCreated(id) || fate === 'unchanged') &&
		!state.isRevoked(id)
	) {
		yield {
			kind: 'revoke-access',
			customer: id,
			email: email ?? name,
			accountId,
		};
	}
}

function* membershipJobs(
	{organizations}: Plan,
	state: RunState,
): Generator<Job> {
	for (const organization of organizations) {
		const destinationId = state.organizationId(organization);

		if (destinationId === undefined) {
			continue;
		}

		const {id, name, members} = organization;
		const missing = members.add.filter(
			(customer) =>
				!state.isMember(id, customer) &&
				!isUnknown(state.memberFailure(id, customer)),
		);

		for (const batch of chunks(state.people(missing), accountsPerCall)) {
			yield [
				{
					kind: 'add-members',
					organization: id,
					name,
					destinationId,
					members: batch,
				},
			];
		}
	}
}

function* linkJobs({organizations}: Plan, state: RunState): Generator<Job> {
	for (const organization of organizations) {
		const destinationId = state.organizationId(organization);

		if (destinationId === undefined) {
			continue;
		}

		const {id, name, links} = organization;

		for (const project of links.add) {
			if (
				!state.isLinked(id, project.key) &&
				!isUnknown(state.linkFailure(id, project.key))
			) {
				yield [
					{
						kind: 'link-organization',
						organization: id,
						name,
						destinationId,
						project,
					},
				];
			}
		}
	}
}

function* accessJobs({access}: Plan, state: RunState): Generator<Job> {
	for (const planned of access) {
		yield* accessSteps(planned, state);
	}
}

function* accessSteps(
	{to, add}: PlannedAccess,
	state: RunState,
): Generator<Job> {
	if (to === undefined) {
		return;
	}

	const missing = add.filter(
		(customer) =>
			!state.hasAccess(to.key, customer) &&
			!isUnknown(state.accessFailure(to.key, customer)),
	);

	for (const customers of chunks(state.people(missing), accountsPerCall)) {
		yield [{kind: 'add-project-customers', project: to, customers}];
	}
}

/** A call about it is still open in the ledger, so that it must not be sent again before that is settled. */
function isUnknown(failure: Failure | undefined): boolean {
	return failure?.code === 'outcome-unknown';
}
