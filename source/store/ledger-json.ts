import {StoreError} from './store-error.ts';

/**
Reads JSON that the ledger holds. Its shape is trusted, since nobody but the ledger wrote it.

@throws StoreError `ledger-damaged` when it is no JSON: SQLite's own check does not look into values.
*/
export function fromLedger<Value>(text: string, path: string): Value {
	try {
		return JSON.parse(text) as Value;
	} catch (error) {
		throw new StoreError(
			{code: 'ledger-damaged', path, reason: 'a value is not JSON'},
			{cause: error},
		);
	}
}
