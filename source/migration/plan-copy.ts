import {type ActivitySnapshot} from './activity/activity-snapshot.ts';
import {planActivity} from './activity/plan-activity.ts';
import {type Choices, type Decisions} from './choices.ts';
import {type AccountIndex, indexAccounts} from './match.ts';
import {type Memory} from './memory.ts';
import {
	type DestinationSnapshot,
	type ProjectPair,
	type SourceSnapshot,
} from './model.ts';
import {choosePilot, cutToPilot, organizationsOfPilot} from './pilot.ts';
import {type Plan, type PlannedCustomer} from './plan.ts';
import {planAccess} from './plan-access.ts';
import {planCustomers} from './plan-customers.ts';
import {planLeft} from './plan-left.ts';
import {locateWith} from './plan-members.ts';
import {planOrganizations} from './plan-organizations.ts';
import {SourcePeople} from './source-people.ts';

export type PlanInput = {
	readonly source: SourceSnapshot;
	readonly destination: DestinationSnapshot;
	readonly projects: readonly ProjectPair[];
	readonly memory: Memory;
	readonly choices: Choices;
	/** Those of this session; they go before remembered ones. */
	readonly decisions: Decisions;
	/** Only where activity is to be linked. */
	readonly activity?: ActivitySnapshot;
};

/** Plans a copy. It reads and writes nothing: the same input gives the same plan (R14). */
export function planCopy(input: PlanInput): Plan {
	const {source, destination, memory, choices} = input;
	const index = indexAccounts(destination.accounts);
	const customers = planCustomers(source.customers, {
		destination: index,
		memory,
		choices,
		canRevoke: destination.canRevoke,
	});

	if (choices.limit === undefined) {
		return withActivity(assemble(input, index, customers), input, index);
	}

	const pilot = choosePilot(customers, choices.limit);
	const cut = {...input, source: organizationsOfPilot(source, pilot)};
	const plan = cutToPilot(assemble(cut, index, customers), pilot);
	return withActivity(plan, input, index);
}

/** Last, since activity is linked to whoever the plan puts on the destination. */
function withActivity(
	plan: Plan,
	{activity, destination}: PlanInput,
	{byId}: AccountIndex,
): Plan {
	return activity === undefined
		? plan
		: {...plan, activity: planActivity(plan, activity, {...destination, byId})};
}

function assemble(
	input: PlanInput,
	index: AccountIndex,
	customers: readonly PlannedCustomer[],
): Plan {
	const {source, destination, projects, memory, choices} = input;
	const decisions = {...memory.decisions, ...input.decisions};
	const people = new SourcePeople(source, customers);
	const locate = locateWith(people, index);
	return {
		version: 1,
		source: source.site,
		destination: destination.site,
		choices,
		decisions,
		projects,
		destinationHolds: {
			accounts: index.byId.size,
			organizations: destination.organizations.length,
		},
		remembered: {
			customers: memory.customers.size,
			organizations: memory.organizations.size,
		},
		leftSource: planLeft(source, destination, memory, index),
		customers,
		organizations: planOrganizations({
			source,
			destination,
			memory,
			choices,
			decisions,
			comparison: {
				locate,
				projects,
				sourceAccount: (id) => people.account(id),
				destination: index,
			},
		}),
		access: planAccess(projects, source.access, destination.access, locate),
		leftOut: source.leftOut,
		deletedContent: source.deletedContent,
	};
}
