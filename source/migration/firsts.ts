import {type PlannedCustomer} from './plan.ts';

/** Customers by something that only one of them can have, and those who come second. */
export type Firsts<Key> = {
	readonly byKey: Pick<CustomersByKey<Key>, 'get'>;
	/** Nearly always empty, so asking it is cheaper than finding the first of everyone's key. */
	readonly seconds: ReadonlySet<PlannedCustomer>;
};

/** A map that suits the keys. */
type CustomersByKey<Key> = {
	get(key: Key): PlannedCustomer | undefined;
	set(key: Key, customer: PlannedCustomer): void;
};

/** Of all with one key the first in order is first, unless a later one should replace it. There is a key for each customer, in the same order, or undefined in its place, and a map to fill. */
export function firstsOf<Key>(
	customers: readonly PlannedCustomer[],
	keys: ReadonlyArray<Key | undefined>,
	shouldReplace: (customer: PlannedCustomer, first: PlannedCustomer) => boolean,
	byKey: CustomersByKey<Key>,
): Firsts<Key> {
	const seconds = new Set<PlannedCustomer>();

	for (const [index, customer] of customers.entries()) {
		const key = keys[index];

		if (key === undefined) {
			continue;
		}

		const first = byKey.get(key);

		if (first === undefined) {
			byKey.set(key, customer);
		} else if (shouldReplace(customer, first)) {
			byKey.set(key, customer);
			seconds.add(first);
		} else {
			seconds.add(customer);
		}
	}

	return {byKey, seconds};
}
