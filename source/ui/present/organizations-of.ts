import {type PlannedOrganization} from '../../migration/plan.ts';

/** Which organizations each customer is in, by their names; collected once, and in steps, since there may be a million memberships. */
export class OrganizationsOf {
	readonly #organizations: readonly PlannedOrganization[];
	readonly #found = new Map<string, string[]>();
	#isComplete = false;

	constructor(organizations: readonly PlannedOrganization[]) {
		this.#organizations = organizations;
	}

	/**
	Collects what is not collected yet.

	@yields Nothing, after each membership.
	*/
	*prepare(): Generator<undefined, void, void> {
		if (this.#isComplete) {
			return;
		}

		this.#found.clear();

		for (const {name, members} of this.#organizations) {
			const {present, add, notPossible} = members;

			for (const list of [present, add]) {
				for (const customer of list) {
					this.#note(customer, name);
					yield undefined;
				}
			}

			for (const {customer} of notPossible) {
				this.#note(customer, name);
				yield undefined;
			}
		}

		this.#isComplete = true;
	}

	/** Nothing before it is prepared. */
	of(customer: string): readonly string[] {
		return this.#found.get(customer) ?? [];
	}

	#note(customer: string, name: string): void {
		const names = this.#found.get(customer);

		if (names === undefined) {
			this.#found.set(customer, [name]);
		} else {
			names.push(name);
		}
	}
}
