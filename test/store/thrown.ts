import {StoreError} from '../../source/store/store-error.ts';

/** The facts of the StoreError that the work throws; any other end fails the test. */
export function factsOf(work: () => unknown): StoreError['facts'] {
	try {
		work();
	} catch (error) {
		if (error instanceof StoreError) {
			return error.facts;
		}

		throw error;
	}

	throw new Error('Nothing was thrown');
}
