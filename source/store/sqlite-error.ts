import {type FileErrorCode, StoreError} from './store-error.ts';

/** SQLite's primary result codes that are not mistakes of ours (https://sqlite.org/rescode.html). */
const reasons: Readonly<
	Record<number, {readonly code: FileErrorCode; readonly reason: string}>
> = {
	5: {code: 'ledger-busy', reason: 'SQLITE_BUSY'},
	6: {code: 'ledger-busy', reason: 'SQLITE_LOCKED'},
	8: {code: 'not-writable', reason: 'SQLITE_READONLY'},
	10: {code: 'unusable', reason: 'SQLITE_IOERR'},
	11: {code: 'ledger-damaged', reason: 'SQLITE_CORRUPT'},
	13: {code: 'disk-full', reason: 'SQLITE_FULL'},
	14: {code: 'unusable', reason: 'SQLITE_CANTOPEN'},
	26: {code: 'ledger-damaged', reason: 'SQLITE_NOTADB'},
};

/** Says what an error of SQLite means to us. Any other error is a mistake of ours and passes unchanged. */
export function sqliteError(error: unknown, path: string): unknown {
	if (!(error instanceof Error && 'errcode' in error)) {
		return error;
	}

	// The lower eight bits hold the primary code, the others say more than we act on.
	const known = reasons[Number(error.errcode) % 256];
	return known === undefined
		? error
		: new StoreError({...known, path}, {cause: error});
}

/** Whether SQLite refused what it was asked: a mistake in the question, or a file whose tables are not as they should be. */
export function isRefusal(error: unknown): error is Error {
	return (
		error instanceof Error &&
		'errcode' in error &&
		Number(error.errcode) % 256 === 1
	);
}
