import {indexById} from '../index-by-id.ts';
import {type Account} from '../model.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from '../plan.ts';
import {plannedAccount} from '../planned-account.ts';
import {type ReadonlyTextMap} from '../text-map.ts';

/** Where a customer or organization of the source is on the destination, as far as the plan goes. An id is missing where it is still to be made. */
export type Whereabout =
	| {readonly type: 'there'; readonly id?: string}
	| {readonly type: 'not-there'}
	/** An account that can't be set in fields. */
	| {readonly type: 'inactive'; readonly id?: string};

/** Knows where the customers and organizations of a plan will be when requests are edited. */
export class Whereabouts {
	readonly #customers: ReadonlyTextMap<PlannedCustomer>;
	readonly #organizations: ReadonlyTextMap<PlannedOrganization>;
	readonly #accounts: ReadonlyTextMap<Account>;

	constructor(
		{customers, organizations}: Plan,
		accounts: ReadonlyTextMap<Account>,
	) {
		this.#customers = indexById(customers);
		this.#organizations = indexById(organizations);
		this.#accounts = accounts;
	}

	/** Undefined for who is no customer of the plan, such as an agent. */
	customer(id: string): Whereabout | undefined {
		const planned = this.#customers.get(id);
		return planned && this.#placeOf(planned);
	}

	organization(id: string): Whereabout {
		const planned = this.#organizations.get(id);

		if (planned === undefined) {
			return {type: 'not-there'};
		}

		const {fate, sameAs, destination} = planned;

		if (sameAs !== undefined) {
			return this.organization(sameAs);
		}

		if (fate === 'create') {
			return {type: 'there'};
		}

		return destination !== undefined &&
			(fate === 'link' || fate === 'unchanged')
			? {type: 'there', id: destination.id}
			: {type: 'not-there'};
	}

	/** Whether the plan has the organization linked to a destination project when it is done. */
	isLinked(id: string, project: string): boolean {
		const {add = [], present = []} = this.#organizations.get(id)?.links ?? {};
		return [...add, ...present].some(({key}) => key === project);
	}

	#placeOf(planned: PlannedCustomer): Whereabout {
		const {fate, sameAs, revoke} = planned;

		if (sameAs !== undefined) {
			return this.customer(sameAs) ?? {type: 'not-there'};
		}

		if (fate === 'create') {
			return {type: revoke === true ? 'inactive' : 'there'};
		}

		const id = plannedAccount(planned);

		if (id === undefined) {
			return {type: 'not-there'};
		}

		const isActive = this.#accounts.get(id)?.status === 'active';
		return {type: isActive && revoke !== true ? 'there' : 'inactive', id};
	}
}
