import {
	type Account,
	type Reason,
	type ReasonType,
	reasonTypes,
} from './model.ts';

const noReasons: readonly Reason[] = [];

/**
Collects who is related to the chosen projects and why (R1). Memory grows with people, not with requests: one example of each reason is kept.
*/
export class Relations {
	readonly #reasons = new Map<string, readonly Reason[]>();
	readonly #seen = new Map<string, Account>();
	#indexed: ReadonlySet<string> = new Set();
	/** Lists bring many people for one reason; they share it. */
	#last: Reason = {type: 'project-list', example: ''};

	/** The example is what an admin would look up, such as `IT-204` or the name of an organization. */
	add(accountId: string, type: ReasonType, example: string): void {
		const reasons = this.#reasons.get(accountId);

		if (reasons === undefined) {
			this.#reasons.set(accountId, [this.#reason(type, example)]);
		} else if (reasons.every((reason) => reason.type !== type)) {
			// A list that is pushed to keeps room for sixteen more.
			this.#reasons.set(accountId, [...reasons, this.#reason(type, example)]);
		}
	}

	/** For accounts met with their details; those known by id alone are asked for later. */
	addAccount(account: Account, type: ReasonType, example: string): void {
		if (!this.#indexed.has(account.id)) {
			this.#seen.set(account.id, account);
		}

		this.add(account.id, type, example);
	}

	/** Takes in the index of all accounts. It is there long before the lists are, and whoever is in it need not be kept a second time. */
	addIndex(accounts: readonly Account[]): void {
		this.#indexed = new Set(accounts.map(({id}) => id));

		for (const id of this.#seen.keys()) {
			if (this.#indexed.has(id)) {
				this.#seen.delete(id);
			}
		}
	}

	/** Ids of those met whom the index does not have. It is of no use after that, and not kept. */
	takeUnlisted(): readonly string[] {
		const unlisted = [...this.ids()].filter((id) => !this.#indexed.has(id));
		this.#indexed = new Set();
		return unlisted;
	}

	has(accountId: string): boolean {
		return this.#reasons.has(accountId);
	}

	ids(): Iterable<string> {
		return this.#reasons.keys();
	}

	/** The account as a list showed it, unless the index has it. Such lists tell less than the index of all accounts. */
	seen(accountId: string): Account | undefined {
		return this.#seen.get(accountId);
	}

	/** In an order of their own: which was met first is chance where projects are read side by side. */
	reasons(accountId: string): readonly Reason[] {
		const reasons = this.#reasons.get(accountId) ?? noReasons;
		return reasons.length < 2
			? reasons
			: reasons.toSorted(
					(one, other) =>
						reasonTypes.indexOf(one.type) - reasonTypes.indexOf(other.type),
				);
	}

	#reason(type: ReasonType, example: string): Reason {
		if (this.#last.type !== type || this.#last.example !== example) {
			this.#last = {type, example};
		}

		return this.#last;
	}
}
