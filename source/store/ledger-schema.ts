/** Marks a SQLite file as a ledger of ours: `JSMF` in ASCII. */
export const ledgerMark = 0x4a_53_4d_46;

/**
What makes a ledger of each version from the one before, beginning with an empty file. An entry is never changed once released.
*/
export const migrations: readonly string[] = [
	`
	CREATE TABLE site (
		id TEXT PRIMARY KEY,
		url TEXT NOT NULL,
		name TEXT NOT NULL
	) STRICT, WITHOUT ROWID;

	CREATE TABLE pair (
		number INTEGER PRIMARY KEY,
		source TEXT NOT NULL REFERENCES site (id),
		destination TEXT NOT NULL REFERENCES site (id),
		UNIQUE (source, destination)
	) STRICT;

	CREATE TABLE customer (
		pair INTEGER NOT NULL REFERENCES pair (number),
		source_id TEXT NOT NULL,
		destination_id TEXT NOT NULL,
		to_revoke INTEGER NOT NULL DEFAULT 0,
		PRIMARY KEY (pair, source_id)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE organization (
		pair INTEGER NOT NULL REFERENCES pair (number),
		source_id TEXT NOT NULL,
		destination_id TEXT NOT NULL,
		PRIMARY KEY (pair, source_id)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE decision (
		pair INTEGER NOT NULL REFERENCES pair (number),
		organization TEXT NOT NULL,
		decision TEXT NOT NULL,
		PRIMARY KEY (pair, organization)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE run (
		number INTEGER PRIMARY KEY,
		id TEXT NOT NULL UNIQUE,
		pair INTEGER NOT NULL REFERENCES pair (number),
		started_at TEXT NOT NULL,
		finished_at TEXT,
		summary TEXT
	) STRICT;

	CREATE TABLE plan_part (
		run TEXT NOT NULL REFERENCES run (id),
		number INTEGER NOT NULL,
		lines BLOB NOT NULL,
		PRIMARY KEY (run, number)
	) STRICT;

	CREATE TABLE step (
		run TEXT NOT NULL REFERENCES run (id),
		number INTEGER NOT NULL,
		step TEXT NOT NULL,
		events TEXT,
		PRIMARY KEY (run, number)
	) STRICT, WITHOUT ROWID;

	CREATE INDEX open_step ON step (run) WHERE events IS NULL;
	`,
	`
	CREATE TABLE act (
		run TEXT NOT NULL REFERENCES run (id),
		kind TEXT NOT NULL,
		started_at TEXT NOT NULL,
		finished_at TEXT,
		summary TEXT,
		PRIMARY KEY (run, kind)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE act_step (
		run TEXT NOT NULL,
		kind TEXT NOT NULL,
		number INTEGER NOT NULL,
		step TEXT NOT NULL,
		events TEXT,
		PRIMARY KEY (run, kind, number),
		FOREIGN KEY (run, kind) REFERENCES act (run, kind)
	) STRICT, WITHOUT ROWID;

	CREATE TABLE tick (
		run TEXT NOT NULL REFERENCES run (id),
		item TEXT NOT NULL,
		ticked_at TEXT NOT NULL,
		PRIMARY KEY (run, item)
	) STRICT, WITHOUT ROWID;
	`,
];
