import fs from 'node:fs';
import {isDeepStrictEqual} from 'node:util';
import {LedgerDatabase} from './ledger-database.ts';
import {schemaVersion} from './ledger-migration.ts';
import {ledgerMark} from './ledger-schema.ts';
import {isRefusal} from './sqlite-error.ts';
import {StoreError} from './store-error.ts';
import {onFile} from './system-error.ts';

type SchemaRow = {readonly name: string};

/** Tables and indexes as SQLite keeps them: word for word as they were made. */
type Schema = readonly SchemaRow[];

/** Bytes up to which indexes are compared with their tables too; beyond, that would take seconds. */
const largestFullCheck = 64 * 1024 * 1024;

/**
Examines a ledger's file and leaves every byte of it as it is.

@returns What is wrong with it, in technical terms; undefined where it is whole.
@throws StoreError `ledger-newer` when a newer program has written it: what this one does not know it could spoil.
*/
export function findDamage(
	path: string,
	migrations: readonly string[],
): string | undefined {
	const schemas = schemasOf(migrations);
	let database: LedgerDatabase | undefined;

	try {
		// A journal is only there when the making of the file was broken off, and to take that back it has to be written.
		const isReadOnly = !fs.existsSync(`${path}-journal`);
		database = new LedgerDatabase(path, {readOnly: isReadOnly});
		return examine(database, schemas);
	} catch (error) {
		// All that is asked here is sound, so what SQLite has against it is the file's doing.
		if (isRefusal(error)) {
			return error.message;
		}

		if (error instanceof StoreError && error.facts.code === 'ledger-damaged') {
			return error.facts.reason;
		}

		throw error;
	} finally {
		database?.close();
	}
}

function examine(
	database: LedgerDatabase,
	schemas: readonly Schema[],
): string | undefined {
	// Another process may be making the ledger just now: version and tables have to be of one moment.
	const {mark, version, tables} = database.read(() => ({
		mark: markOf(database),
		version: schemaVersion(database),
		tables: schemaOf(database),
	}));

	// A file without tables is one whose making was broken off.
	if (mark !== ledgerMark && tables.length > 0) {
		return 'a database of another program';
	}

	const {path} = database;
	const known = schemas.length - 1;

	if (version > known) {
		throw new StoreError({code: 'ledger-newer', path, version, known});
	}

	if (!hasSchema(tables, schemas, version)) {
		return `other tables than a ledger of version ${version} has`;
	}

	const size = onFile(path, () => fs.statSync(path).size);
	const row = database.first<Record<string, string>>(
		`PRAGMA ${size > largestFullCheck ? 'quick_check' : 'integrity_check'}(1)`,
	);
	const [finding] = Object.values(row ?? {});
	return finding === 'ok' ? undefined : finding;
}

function markOf(database: LedgerDatabase): number | undefined {
	return database.first<{readonly mark: number}>(
		'SELECT application_id AS mark FROM pragma_application_id',
	)?.mark;
}

function schemaOf(database: LedgerDatabase): Schema {
	return database.all<SchemaRow>(
		'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name',
	);
}

/** What a ledger of each version holds, from the empty one on. It is made anew and not written down, so that there is one description of it. */
function schemasOf(migrations: readonly string[]): readonly Schema[] {
	const model = new LedgerDatabase(':memory:');

	try {
		return [
			schemaOf(model),
			...migrations.map((sql) => {
				model.execute(sql);
				return schemaOf(model);
			}),
		];
	} finally {
		model.close();
	}
}

/** Whether the tables of ours are those of this version. Others are let be: a tool that optimises what it opens leaves some. */
function hasSchema(
	tables: Schema,
	schemas: readonly Schema[],
	version: number,
): boolean {
	const ours = new Set(schemas.flat().map(({name}) => name));
	return isDeepStrictEqual(
		tables.filter(({name}) => ours.has(name)),
		schemas[version],
	);
}
