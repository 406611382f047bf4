import {type Plan} from './plan.ts';
import {plannedAccount} from './planned-account.ts';
import {type Ledger} from './ports.ts';
import {type RunState} from './run-state.ts';

/** What the plan links is a fact before anything is written, and worth more than this run. */
export function rememberLinks(
	{customers, organizations}: Plan,
	ledger: Ledger,
): void {
	ledger.remember({
		customers: customers.flatMap((customer) =>
			linkTo(customer.id, plannedAccount(customer)),
		),
		organizations: organizations
			.filter(({fate}) => ['link', 'unchanged'].includes(fate))
			.flatMap(({id, destination}) => linkTo(id, destination?.id)),
	});
}

/** What is the same as another of the source has no event of its own; it is where that one is. */
export function rememberJoined(
	{customers, organizations}: Plan,
	state: RunState,
	ledger: Ledger,
): void {
	ledger.remember({
		customers: customers
			.filter(({sameAs}) => sameAs !== undefined)
			.flatMap(({id}) => linkTo(id, state.customerId(id))),
		organizations: organizations
			.filter(({sameAs}) => sameAs !== undefined)
			.flatMap((organization) =>
				linkTo(organization.id, state.organizationId(organization)),
			),
	});
}

function linkTo(
	id: string,
	destinationId: string | undefined,
): ReadonlyArray<readonly [string, string]> {
	return destinationId === undefined ? [] : [[id, destinationId]];
}
