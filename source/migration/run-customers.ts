import {type PlannedCustomer} from './plan.ts';
import {TextMap} from './text-map.ts';

/** A customer as a run knows him. */
export type RunCustomer = {
	/** Missing where the plan does not have him. */
	readonly planned?: PlannedCustomer;
	/** His account on the destination, where this run told of one. */
	account?: string;
	/** Whether his email was known when he was to be created. */
	isFound: boolean;
};

/** Customers that are taken in between two pauses. */
const customersInPart = 2000;

/**
The customers of a plan by their source ids, before the run.

@yields Nothing, after each part.
*/
export function* runCustomers(
	customers: readonly PlannedCustomer[],
): Generator<undefined, TextMap<RunCustomer>, void> {
	const found = new TextMap<RunCustomer>();

	for (const [index, planned] of customers.entries()) {
		// All fields from the beginning, so that they share one shape in memory.
		found.set(planned.id, {planned, account: undefined, isFound: false});

		if (index % customersInPart === customersInPart - 1) {
			yield undefined;
		}
	}

	return found;
}
