import {type PlannedCustomer} from './plan.ts';

/** Customers by something that only one of them can have, and those who come second. */
export type Firsts<Key> = {
	readonly byKey: ReadonlyMap<Key, PlannedCustomer>;
	/** Nearly always empty, so asking it is cheaper than finding the first of everyone's key. */
	readonly seconds: ReadonlySet<PlannedCustomer>;
};

/** Of all with one key the first in order is first, unless a later one should replace it. There is a key for each customer, in the same order, or undefined in its place. */
export function firstsOf<Key>(
	customers: readonly PlannedCustomer[],
	keys: ReadonlyArray<Key | undefined>,
	shouldReplace: (customer: PlannedCustomer, first: PlannedCustomer) => boolean,
): Firsts<Key> {
	const byKey = new Map<Key, PlannedCustomer>();
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
