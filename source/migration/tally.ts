import {tallyActivity} from './activity/tally-activity.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from './plan.ts';
import {count} from './count.ts';
import {countBy} from './count-by.ts';
import {type RunState} from './run-state.ts';
import {
	type Additions,
	type CustomerOutcome,
	type OrganizationOutcome,
	type Totals,
	customerOutcomes,
	organizationOutcomes,
} from './totals.ts';

/** Counts what became of everything planned. */
export function tally(plan: Plan, state: RunState): Totals {
	return {
		customers: {
			chosen: plan.customers.length,
			there: count(
				plan.customers,
				({id}) => state.customerId(id) !== undefined,
			),
			...countBy(customerOutcomes, plan.customers, (customer) =>
				customerOutcome(customer, state),
			),
		},
		organizations: {
			chosen: plan.organizations.length,
			there: count(
				plan.organizations,
				(organization) => state.organizationId(organization) !== undefined,
			),
			...countBy(organizationOutcomes, plan.organizations, (organization) =>
				organizationOutcome(organization, state),
			),
		},
		memberships: sumAdditions(
			plan.organizations.map(({id, members}) => ({
				added: count(members.add, (customer) => state.isMember(id, customer)),
				planned: members.add.length,
				present: members.present.length,
				notPossible: members.notPossible.length,
			})),
		),
		projectLinks: sumAdditions(
			plan.organizations.map(({id, links}) => ({
				added: count(links.add, ({key}) => state.isLinked(id, key)),
				planned: links.add.length,
				present: links.present.length,
				notPossible: links.notPossible.length,
			})),
		),
		projectAccess: sumAdditions(
			plan.access.map(({to, add, present, notPossible}) => ({
				added: count(add, (customer) =>
					state.hasAccess(to?.key ?? '', customer),
				),
				planned: add.length,
				present: present.length,
				notPossible: notPossible.length,
			})),
		),
		...(plan.activity && {activity: tallyActivity(plan.activity, state)}),
	};
}

export function customerOutcome(
	customer: PlannedCustomer,
	state: RunState,
): CustomerOutcome {
	const maker = customer.sameAs ?? customer.id;
	const hasFailed = state.customerFailure(maker) !== undefined;

	switch (customer.fate) {
		case 'create': {
			if (hasFailed) {
				return 'failed';
			}

			if (state.customerId(customer.id) === undefined) {
				return 'waiting';
			}

			return state.isCreated(customer.id) ? 'created' : 'linked';
		}

		case 'link': {
			if (state.customerId(customer.id) !== undefined) {
				return 'linked';
			}

			return hasFailed ? 'failed' : 'waiting';
		}

		case 'unchanged': {
			// What an earlier run left undone for him was tried again.
			return hasFailed ? 'failed' : 'unchanged';
		}

		case 'attention': {
			return 'attention';
		}

		case 'skip': {
			return 'skipped';
		}
	}
}

export function organizationOutcome(
	organization: PlannedOrganization,
	state: RunState,
): OrganizationOutcome {
	const {id, fate, decision} = organization;

	switch (fate) {
		case 'create': {
			if (state.organizationFailure(id) !== undefined) {
				return 'failed';
			}

			if (state.organizationId(organization) === undefined) {
				return 'waiting';
			}

			return decision?.type === 'rename' ? 'renamed' : 'created';
		}

		case 'link': {
			return outcomeOfJoining(organization, state);
		}

		case 'unchanged':
		case 'attention': {
			return fate;
		}

		case 'skip': {
			return 'skipped';
		}

		case 'conflict': {
			return 'waiting';
		}
	}
}

function outcomeOfJoining(
	organization: PlannedOrganization,
	state: RunState,
): OrganizationOutcome {
	const {sameAs, decision} = organization;

	if (state.organizationId(organization) === undefined) {
		const hasFailed = state.organizationFailure(sameAs ?? '') !== undefined;
		return hasFailed ? 'failed' : 'waiting';
	}

	if (decision?.type === 'merge') {
		return 'merged';
	}

	return decision?.type === 'map' ? 'mapped' : 'linked';
}

/** What was planned but not added, although the run is over, was not possible. */
function sumAdditions(
	parts: ReadonlyArray<Additions & {readonly planned: number}>,
): Additions {
	let added = 0;
	let present = 0;
	let notPossible = 0;

	for (const part of parts) {
		added += part.added;
		present += part.present;
		notPossible += part.notPossible + part.planned - part.added;
	}

	return {added, present, notPossible};
}
