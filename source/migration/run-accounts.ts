import {type AccountStatus} from './model.ts';
import {type Plan, type PlannedCustomer} from './plan.ts';
import {type RunState} from './run-state.ts';
import {TextMap} from './text-map.ts';

/** What is noted of an account is its place here, and 0 before. */
const statuses = [undefined, 'active', 'inactive', 'deleted'] as const;

/**
The accounts on the destination that customers of a run have: whose they are, and what the destination says of them. There may be a million, so a status takes a byte.
*/
export class RunAccounts {
	readonly #customers: readonly PlannedCustomer[];
	readonly #state: RunState;
	/** Places of customers in the plan. */
	readonly #places = new TextMap<number>();
	/** Of the accounts of these customers. */
	readonly #statuses: Uint8Array;

	constructor({customers}: Plan, state: RunState) {
		this.#customers = customers;
		this.#state = state;
		this.#statuses = new Uint8Array(customers.length);

		for (const [place, {id}] of customers.entries()) {
			const account = state.customerId(id);

			// Of those who share an account, whoever it was made for.
			if (
				account !== undefined &&
				(state.isCreated(id) || this.#places.get(account) === undefined)
			) {
				this.#places.set(account, place);
			}
		}
	}

	/** Notes what the destination says of an account; those of nobody in the run are passed over. */
	note(account: string, status: AccountStatus): void {
		const place = this.#places.get(account);

		if (place !== undefined) {
			this.#statuses[place] = statuses.indexOf(status);
		}
	}

	/** Nothing where the account was not seen so far. */
	statusOf(account: string): AccountStatus | undefined {
		const place = this.#places.get(account);
		return place === undefined ? undefined : statuses[this.#statuses[place]!];
	}

	/** Those that a list may tell of as they were before: not there, or active although they were revoked. Each once. */
	doubtful(): readonly string[] {
		const doubtful = new Set<string>();

		for (const {id} of this.#customers) {
			const account = this.#state.customerId(id);

			if (account === undefined) {
				continue;
			}

			if (
				this.statusOf(account) === undefined ||
				this.isReopened(id, account)
			) {
				doubtful.add(account);
			}
		}

		return [...doubtful];
	}

	/** Whether the account is active, although the run revoked its customer's access. */
	isReopened(customer: string, account: string): boolean {
		return (
			this.#state.isRevoked(customer) && this.statusOf(account) === 'active'
		);
	}

	/** The source id of the customer the account was created for, if this run created it. */
	createdFor(account: string): string | undefined {
		const place = this.#places.get(account);
		const id = place === undefined ? undefined : this.#customers[place]!.id;
		return id !== undefined && this.#state.isCreated(id) ? id : undefined;
	}
}
