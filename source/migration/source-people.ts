import {type Account, type SourceSnapshot} from './model.ts';
import {type MembershipObstacle, type PlannedCustomer} from './plan.ts';
import {TextMap} from './text-map.ts';

/** Someone who is no customer, and what keeps him from being a member. */
type Outsider = {
	readonly account: Account;
	readonly why: MembershipObstacle;
};

/** Everyone the source names, by id: as scanned and, where they are customers, as planned. */
export class SourcePeople {
	readonly #customers: readonly Account[];
	readonly #planned: readonly PlannedCustomer[];
	/** Both lists have one order, so one index of a million is enough for them. */
	readonly #positions = new TextMap<number>();
	readonly #outsiders = new Map<string, Outsider>();

	constructor(
		{customers, leftOut}: Pick<SourceSnapshot, 'customers' | 'leftOut'>,
		planned: readonly PlannedCustomer[],
	) {
		this.#customers = customers;
		this.#planned = planned;

		// Counted here, since a million pairs of position and account would be thrown away at once.
		let position = 0;

		for (const {id} of customers) {
			this.#positions.set(id, position);
			position++;
		}

		for (const [accounts, why] of [
			[leftOut.agents, 'agent'],
			[leftOut.apps, 'app'],
			[leftOut.deleted, 'deleted'],
		] as const) {
			for (const account of accounts) {
				this.#outsiders.set(account.id, {account, why});
			}
		}
	}

	planned(id: string): PlannedCustomer | undefined {
		return this.#planned[this.#positions.get(id) ?? -1];
	}

	account(id: string): Account | undefined {
		return (
			this.#outsiders.get(id)?.account ??
			this.#customers[this.#positions.get(id) ?? -1]
		);
	}

	/** Why someone who isn't planned can't be a member. */
	obstacle(id: string): MembershipObstacle {
		return this.#outsiders.get(id)?.why ?? 'not-copied';
	}
}
