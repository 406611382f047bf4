import {
	type Account,
	type Reason,
	type ReasonType,
	reasonTypes,
} from './model.ts';
import {TextMap} from './text-map.ts';
import {TextSet} from './text-set.ts';

const noReasons: readonly Reason[] = [];

/**
Collects who is related to the chosen projects and why (R1). Memory grows with people, not with requests: one example of each reason is kept, and what stands for many is kept once.
*/
export class Relations {
	readonly #reasons = new TextMap<readonly Reason[]>();
	readonly #seen = new Map<string, Account>();
	/** Ids of the index of all accounts. */
	#indexed = new TextSet();
	/** Lists bring many people for one reason; they share it. */
	#last: Reason = {type: 'project-list', example: ''};
	/** Lists of reasons with that one added, by what they were without it. */
	readonly #withLast = new Map<readonly Reason[], readonly Reason[]>();

	/**
	The example is what an admin would look up, such as `IT-204` or the name of an organization.

	@returns The id to keep, as `idOf` gives it.
	*/
	add(accountId: string, type: ReasonType, example: string): string {
		const id = this.idOf(accountId);
		const reasons = this.#reasons.get(id) ?? noReasons;

		if (reasons.every((reason) => reason.type !== type)) {
			this.#reasons.set(id, this.#with(reasons, type, example));
		}

		return id;
	}

	/** For accounts met with their details; those known by id alone are asked for later. */
	addAccount(account: Account, type: ReasonType, example: string): string {
		if (!this.#indexed.has(account.id)) {
			this.#seen.set(account.id, account);
		}

		return this.add(account.id, type, example);
	}

	/** Takes in the index of all accounts. It is there long before the lists are, and whoever is in it need not be kept a second time. */
	addIndex(accounts: readonly Account[]): void {
		for (const {id} of accounts) {
			this.#indexed.add(id);
			this.#seen.delete(id);
		}
	}

	/** One text for an id wherever it is met: every page brings its own, and those of all lists together would be more than all else about a customer. */
	idOf(accountId: string): string {
		return (
			this.#reasons.keyOf(accountId) ??
			this.#indexed.textOf(accountId) ??
			accountId
		);
	}

	/** Ids of those met whom the index does not have. It is of no use after that, and not kept. */
	takeUnlisted(): readonly string[] {
		const unlisted = [...this.ids()].filter((id) => !this.#indexed.has(id));
		this.#indexed = new TextSet();
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
		return this.#reasons.get(accountId) ?? noReasons;
	}

	#with(
		reasons: readonly Reason[],
		type: ReasonType,
		example: string,
	): readonly Reason[] {
		if (this.#last.type !== type || this.#last.example !== example) {
			this.#last = {type, example};
			this.#withLast.clear();
		}

		const known = this.#withLast.get(reasons);

		if (known !== undefined) {
			return known;
		}

		const added = [...reasons, this.#last].toSorted(
			(one, other) =>
				reasonTypes.indexOf(one.type) - reasonTypes.indexOf(other.type),
		);
		this.#withLast.set(reasons, added);
		return added;
	}
}
