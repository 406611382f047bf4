import fs from 'node:fs';
import {findDamage} from './ledger-check.ts';
import {LedgerDatabase} from './ledger-database.ts';
import {migrate} from './ledger-migration.ts';
import {type SetAside, moveAside} from './set-aside.ts';
import {onFile} from './system-error.ts';

export type OpenedDatabase = {
	readonly database: LedgerDatabase;
	/** A damaged ledger that was moved away; the one opened is empty. */
	readonly setAside?: SetAside;
	/** A copy from before the schema was changed. */
	readonly keptCopy?: string;
};

/**
Opens a ledger's file, makes sure that it is whole, and brings it to the newest version. A damaged one is moved aside and an empty one opened in its place.
*/
export function openDatabase(
	path: string,
	migrations: readonly string[],
	now: Date,
): OpenedDatabase {
	const damage = reserveFile(path) ?? findDamage(path, migrations);

	if (damage === undefined) {
		return openWhole(path, migrations, now);
	}

	const target = moveLedgerAside(path, now);
	reserveFile(path);
	return {
		...openWhole(path, migrations, now),
		setAside: {path: target, reason: damage},
	};
}

function openWhole(
	path: string,
	migrations: readonly string[],
	now: Date,
): OpenedDatabase {
	const database = new LedgerDatabase(path);

	try {
		database.prepareForUse();
		return {database, keptCopy: migrate(database, migrations, now)};
	} catch (error) {
		database.close();
		throw error;
	}
}

/**
Makes the file where there is none, before SQLite does: so it is private from its first byte, and SQLite gives the log beside it the same mode.

@returns What is wrong, where that can be seen without opening it.
*/
function reserveFile(path: string): string | undefined {
	return onFile(path, () => {
		fs.closeSync(fs.openSync(path, 'a', 0o600));
		// The log is looked at first, since a process that makes the ledger just now fills the file before the log.
		const log = fs.statSync(`${path}-wal`, {throwIfNoEntry: false});
		const isEmpty = fs.statSync(path).size === 0;
		// SQLite would delete the log of an empty file, and with it the only trace of what was there.
		return isEmpty && log !== undefined && log.size > 0
			? 'empty, although its log is not'
			: undefined;
	});
}

/** The file goes first: a log without its file is recognised the next time, a file without its log would pass for a whole one. */
function moveLedgerAside(path: string, now: Date): string {
	const target = moveAside(path, 'damaged', now);

	for (const companion of ['-wal', '-shm', '-journal']) {
		if (fs.existsSync(path + companion)) {
			onFile(path, () => {
				fs.renameSync(path + companion, target + companion);
			});
		}
	}

	return target;
}
