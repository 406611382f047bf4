import {type Choices, type Decisions} from './choices.ts';
import {indexAccounts} from './match.ts';
import {type Memory} from './memory.ts';
import {
	type Account,
	type DestinationSnapshot,
	type ProjectPair,
	type SourceSnapshot,
} from './model.ts';
import {type Plan} from './plan.ts';
import {planAccess} from './plan-access.ts';
import {planCustomers} from './plan-customers.ts';
import {locateWith} from './plan-members.ts';
import {planOrganizations} from './plan-organizations.ts';

export type PlanInput = {
	readonly source: SourceSnapshot;
	readonly destination: DestinationSnapshot;
	readonly projects: readonly ProjectPair[];
	readonly memory: Memory;
	readonly choices: Choices;
	/** Those of this session; they go before remembered ones. */
	readonly decisions: Decisions;
};

/** Plans a copy. It reads and writes nothing: the same input gives the same plan (R14). */
export function planCopy({
	source,
	destination,
	projects,
	memory,
	choices,
	decisions,
}: PlanInput): Plan {
	const index = indexAccounts(destination.accounts);
	const customers = planCustomers(source.customers, {
		destination: index,
		memory,
		choices,
		canRevoke: destination.canRevoke,
	});
	const locate = locateWith(customers, source.leftOut, index);
	const comparison = {
		locate,
		projects,
		source: accountsById(source),
		destination: index,
	};
	return {
		version: 1,
		source: source.site,
		destination: destination.site,
		choices,
		projects,
		destinationHolds: {
			accounts: index.byId.size,
			organizations: destination.organizations.length,
		},
		customers,
		organizations: planOrganizations({
			source,
			destination,
			memory,
			choices,
			decisions: {...memory.decisions, ...decisions},
			comparison,
		}),
		access: planAccess(projects, source.access, destination.access, locate),
		leftOut: source.leftOut,
	};
}

function accountsById({
	customers,
	leftOut,
}: SourceSnapshot): ReadonlyMap<string, Account> {
	const {agents, apps, deleted} = leftOut;
	return new Map(
		[customers, agents, apps, deleted]
			.flat()
			.map((account) => [account.id, account]),
	);
}
