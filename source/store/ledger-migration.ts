import fs from 'node:fs';
import {type LedgerDatabase} from './ledger-database.ts';
import {ledgerMark} from './ledger-schema.ts';
import {unusedPath} from './set-aside.ts';
import {onFile} from './system-error.ts';

/** The version of the schema; 0 for an empty file. */
export function schemaVersion(database: LedgerDatabase): number {
	const row = database.first<{readonly version: number}>(
		'SELECT user_version AS version FROM pragma_user_version',
	);
	return row?.version ?? 0;
}

/**
Brings a ledger to the newest version, all of it or nothing.

@returns Where a copy from before is kept; undefined where there was nothing to keep.
*/
export function migrate(
	database: LedgerDatabase,
	migrations: readonly string[],
	now: Date,
): string | undefined {
	const version = schemaVersion(database);

	if (version >= migrations.length) {
		return undefined;
	}

	const copy = version === 0 ? undefined : keepCopy(database, version, now);

	database.write('power-cut', () => {
		const missing = migrations.slice(schemaVersion(database));

		// Another process may have done it since.
		if (missing.length === 0) {
			return;
		}

		for (const sql of missing) {
			database.execute(sql);
		}

		database.execute(`PRAGMA application_id = ${ledgerMark}`);
		database.execute(`PRAGMA user_version = ${migrations.length}`);
	});

	return copy;
}

function keepCopy(
	database: LedgerDatabase,
	version: number,
	now: Date,
): string {
	const copy = unusedPath(database.path, `version-${version}`, now);
	onFile(copy, () => {
		// SQLite copies into an empty file too, and so the copy is as private as the ledger.
		fs.writeFileSync(copy, '', {flag: 'wx', mode: 0o600});
	});

	try {
		database.run('VACUUM INTO ?', copy);
	} catch (error) {
		fs.rmSync(copy, {force: true});
		throw error;
	}

	return copy;
}
