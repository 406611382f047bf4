import {type AccountIndex} from './match.ts';
import {type Memory} from './memory.ts';
import {type DestinationSnapshot, type SourceSnapshot} from './model.ts';
import {type LeftSource} from './plan.ts';

/** Tells what earlier runs copied, is still on the destination, and has left the source since (R13). Nothing is ever removed for it. */
export function planLeft(
	{gone, organizations}: SourceSnapshot,
	destination: DestinationSnapshot,
	memory: Memory,
	index: AccountIndex,
): LeftSource {
	const names = new Map(destination.organizations.map((one) => [one.id, one]));
	const details = new Map(destination.details.map((one) => [one.id, one]));
	const accountOf = (customer: string) =>
		index.byId.get(memory.customers.get(customer) ?? '');
	const left = new Set(gone.customers);
	return {
		customers: gone.customers.flatMap((customer) => {
			const account = accountOf(customer);
			return account === undefined
				? []
				: [{customer, email: account.email ?? account.name}];
		}),
		organizations: gone.organizations.flatMap((organization) => {
			const there = names.get(memory.organizations.get(organization) ?? '');
			return there === undefined ? [] : [{organization, name: there.name}];
		}),
		memberships: organizations.flatMap(({id, members}) => {
			const made = memory.memberships.get(id);
			const there = details.get(memory.organizations.get(id) ?? '');

			if (made === undefined || there === undefined) {
				return [];
			}

			const here = new Set(members);
			const membersThere = new Set(there.members);
			return [...made]
				.filter((customer) => !here.has(customer) && !left.has(customer))
				.flatMap((customer) => {
					const account = accountOf(customer);
					return account === undefined || !membersThere.has(account.id)
						? []
						: [
								{
									organization: id,
									name: there.name,
									customer,
									email: account.email ?? account.name,
								},
							];
				});
		}),
	};
}
