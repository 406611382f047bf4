import {
	type DatabaseSync,
	type SQLInputValue,
	type SQLOutputValue,
	type StatementSync,
	loadSqlite,
} from './load-sqlite.ts';
import {sqliteError} from './sqlite-error.ts';

/**
What a write survives at the least once it has returned. *Kill*: the end of this process, however sudden; the operating system has it. *Power cut*: it is on the disk, and so is all that was written before.
*/
export type Survival = 'kill' | 'power-cut';

/** Milliseconds to wait for another process: it writes for a few at a time, and for seconds only when it keeps a very large plan. */
const patience = 10_000;

/** Kibibytes of the file held in memory at the most. Ids come in no order, so keeping a million of them touches pages all over the file; those are in the system's memory, and four times as much of ours was no faster. */
const cacheSize = 4 * 1024;

/** Bytes of the write-ahead log that are kept for reuse after a large write. */
const keptLogSize = 64 * 1024 * 1024;

/** The connection to the ledger's file. Errors come out as StoreError where they are the world's, not ours. */
export class LedgerDatabase {
	readonly path: string;
	readonly #database: DatabaseSync;
	readonly #statements = new Map<string, StatementSync>();
	#survival: Survival | undefined;

	/** Read only, the file is safe even from the tidying up that comes with closing. */
	constructor(path: string, {readOnly = false} = {}) {
		this.path = path;
		const sqlite = loadSqlite();
		this.#database = this.#guard(
			() => new sqlite.DatabaseSync(path, {readOnly}),
		);
		this.execute(`PRAGMA busy_timeout = ${patience}`);
	}

	/** Makes the file one that several processes can use and that a kill can't harm. */
	prepareForUse(): void {
		this.execute('PRAGMA journal_mode = WAL');
		this.execute(`PRAGMA cache_size = -${cacheSize}`);
		this.execute(`PRAGMA journal_size_limit = ${keptLogSize}`);
		// On macOS a plain fsync leaves data in the drive's own memory.
		this.execute('PRAGMA fullfsync = ON');
		this.execute('PRAGMA checkpoint_fullfsync = ON');
	}

	/** Runs SQL without values, such as a schema. */
	execute(sql: string): void {
		this.#guard(() => {
			this.#database.exec(sql);
		});
	}

	/** Runs one statement. Returns how many rows it changed. */
	run(sql: string, ...values: readonly SQLInputValue[]): number {
		return this.#guard(() =>
			Number(this.#statement(sql).run(...values).changes),
		);
	}

	/** The first row, in the shape that the SQL selects; what is NULL is left out. */
	first<Row>(
		sql: string,
		...values: readonly SQLInputValue[]
	): Row | undefined {
		const row = this.#guard(() => this.#statement(sql).get(...values));
		return row && toRow<Row>(row);
	}

	/** All rows, as `first` gives one. */
	all<Row>(sql: string, ...values: readonly SQLInputValue[]): readonly Row[] {
		const rows = this.#guard(() => this.#statement(sql).all(...values));
		return rows.map((row) => toRow<Row>(row));
	}

	/** Does all of the work, or none of it where it throws. */
	write<Result>(survival: Survival, work: () => Result): Result {
		this.#survive(survival);
		this.run('BEGIN IMMEDIATE');

		try {
			const result = work();
			this.run('COMMIT');
			return result;
		} catch (error) {
			this.#rollBack();
			throw error;
		}
	}

	/** Reads the file as it is at one moment, whatever others write meanwhile. */
	read<Result>(work: () => Result): Result {
		this.run('BEGIN');

		try {
			return work();
		} finally {
			this.#rollBack();
		}
	}

	close(): void {
		this.#guard(() => {
			this.#database.close();
		});
	}

	/** Only flushing each commit survives a power cut, and it costs a wait for the disk. */
	#survive(survival: Survival): void {
		if (this.#survival === survival) {
			return;
		}

		this.execute(
			`PRAGMA synchronous = ${survival === 'power-cut' ? 'FULL' : 'NORMAL'}`,
		);
		this.#survival = survival;
	}

	#rollBack(): void {
		try {
			this.#database.exec('ROLLBACK');
		} catch {
			// SQLite has rolled back by itself where the disk is full or fails.
		}
	}

	#statement(sql: string): StatementSync {
		let statement = this.#statements.get(sql);

		if (statement === undefined) {
			statement = this.#database.prepare(sql);
			this.#statements.set(sql, statement);
		}

		return statement;
	}

	#guard<Result>(work: () => Result): Result {
		try {
			return work();
		} catch (error) {
			throw sqliteError(error, this.path);
		}
	}
}

function toRow<Row>(row: Record<string, SQLOutputValue>): Row {
	return Object.fromEntries(
		Object.entries(row).filter(([, value]) => value !== null),
	) as Row;
}
