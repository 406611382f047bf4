import fs from 'node:fs';
import {LedgerDatabase} from './ledger-database.ts';
import {schemaVersion} from './ledger-migration.ts';
import {ledgerMark} from './ledger-schema.ts';
import {StoreError} from './store-error.ts';
import {onFile} from './system-error.ts';

/** Bytes up to which indexes are compared with their tables too; beyond, that would take seconds. */
const largestFullCheck = 64 * 1024 * 1024;

/**
Examines a ledger's file and leaves every byte of it as it is.

@returns What is wrong with it, in technical terms; undefined where it is whole.
@throws StoreError `ledger-newer` when a newer program has written it: what this one does not know it could spoil.
*/
export function findDamage(path: string, known: number): string | undefined {
	let database: LedgerDatabase | undefined;

	try {
		// A journal is only there when the making of the file was broken off, and to take that back it has to be written.
		const isReadOnly = !fs.existsSync(`${path}-journal`);
		database = new LedgerDatabase(path, {readOnly: isReadOnly});
		return examine(database, known);
	} catch (error) {
		if (error instanceof StoreError && error.facts.code === 'ledger-damaged') {
			return error.facts.reason;
		}

		throw error;
	} finally {
		database?.close();
	}
}

function examine(database: LedgerDatabase, known: number): string | undefined {
	if (!isLedger(database)) {
		return 'a database of another program';
	}

	const {path} = database;
	const version = schemaVersion(database);

	if (version > known) {
		throw new StoreError({code: 'ledger-newer', path, version, known});
	}

	const size = onFile(path, () => fs.statSync(path).size);
	const row = database.first<Record<string, string>>(
		`PRAGMA ${size > largestFullCheck ? 'quick_check' : 'integrity_check'}(1)`,
	);
	const [finding] = Object.values(row ?? {});
	return finding === 'ok' ? undefined : finding;
}

/** A file without tables is one whose making was broken off. */
function isLedger(database: LedgerDatabase): boolean {
	const row = database.first<{readonly id: number; readonly tables: number}>(
		'SELECT application_id AS id, (SELECT count(*) FROM sqlite_schema) AS tables FROM pragma_application_id',
	);
	return row?.id === ledgerMark || row?.tables === 0;
}
