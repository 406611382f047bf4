import fs from 'node:fs';
import {expect, onTestFinished, test} from 'vitest';
import {emptyMemory} from '../../source/migration/memory.ts';
import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {loadSqlite} from '../../source/store/load-sqlite.ts';
import {
	contoso,
	northwind,
	planOf,
	plannedCustomer,
} from '../contract/ledger-fixtures.ts';
import {copyAsKilled, now, temporaryHome} from './temporary-home.ts';
import {factsOf} from './thrown.ts';

/** A ledger with a run in it, closed, and where it is. */
function usedLedger(): string {
	const file = ledgerFile(temporaryHome());
	const ledger = openLedger(file, {now});
	const customers = Array.from({length: 2000}, (_, index) =>
		plannedCustomer(index),
	);
	const pair = ledger.forPair(northwind, contoso);
	pair.startRun(planOf({customers}));
	pair.remember({
		customers: customers.map(({id}) => [id, `${id}:there`] as const),
	});
	ledger.close();
	return file;
}

/** A ledger whose program was killed, so that its log is left beside it. */
function killedLedger(): string {
	const file = usedLedger();
	const ledger = openLedger(file, {now});
	ledger.forPair(northwind, contoso).decide({1: {type: 'skip'}});
	const killed = copyAsKilled(file);
	ledger.close();
	return killed;
}

function open(file: string) {
	const ledger = openLedger(file, {now});
	onTestFinished(() => {
		ledger.close();
	});
	return ledger;
}

/** Overwrites a part of a file, as a failing disk does. */
function spoil(file: string, position: number, bytes: Uint8Array): void {
	const descriptor = fs.openSync(file, 'r+');
	fs.writeSync(descriptor, bytes, 0, bytes.length, position);
	fs.closeSync(descriptor);
}

/** Changes a file as any tool for SQLite can. */
function changeWithTool(file: string, sql: string): void {
	const sqlite = loadSqlite();
	const database = new sqlite.DatabaseSync(file);
	database.exec(sql);
	database.close();
}

/** Where SQLite keeps the version of a schema and its format (https://sqlite.org/fileformat2.html). */
const versionPosition = 60;
const formatPosition = 44;

const damages: Readonly<
	Record<
		string,
		{readonly inflict: (file: string) => void; readonly reason: string}
	>
> = {
	'overwritten from the start': {
		inflict(file) {
			fs.writeFileSync(file, 'This was a ledger once. '.repeat(1000));
		},
		reason: 'SQLITE_NOTADB',
	},
	'with a spoilt page in its middle': {
		inflict(file) {
			spoil(file, 8 * 4096, new Uint8Array(4096).fill(0xff));
		},
		reason: 'btreeInitPage() returns error code 11',
	},
	'cut off': {
		inflict(file) {
			fs.truncateSync(file, 10 * 4096);
		},
		reason: 'SQLITE_CORRUPT',
	},
	'that passes for an empty one': {
		inflict(file) {
			spoil(file, versionPosition, Uint8Array.of(0, 0, 0, 0));
		},
		reason: 'other tables than a ledger of version 0 has',
	},
	'that passes for one from before the first': {
		inflict(file) {
			spoil(file, versionPosition, Uint8Array.of(0xff, 0xff, 0xff, 0xff));
		},
		reason: 'other tables than a ledger of version -1 has',
	},
	'with a letter changed in the name of a column': {
		inflict(file) {
			const name = fs.readFileSync(file).indexOf('destination_id TEXT');
			spoil(file, name, new TextEncoder().encode('b'));
		},
		reason: 'other tables than a ledger of version',
	},
	'in a format that SQLite never had': {
		inflict(file) {
			spoil(file, formatPosition, Uint8Array.of(0, 0, 0, 9));
		},
		reason: 'unsupported file format',
	},
};

for (const [damage, {inflict, reason}] of Object.entries(damages)) {
	test(`a ledger ${damage} is set aside and an empty one opened`, () => {
		const file = usedLedger();
		inflict(file);
		const damaged = fs.readFileSync(file);

		const ledger = open(file);

		const kept = `${file}.damaged-2026-11-22T10-15-30.123Z`;
		expect(ledger.setAside?.path).toBe(kept);
		expect(ledger.setAside?.reason).toContain(reason);
		expect(fs.readFileSync(kept)).toEqual(damaged);
		expect(ledger.forPair(northwind, contoso).memory()).toEqual(emptyMemory);
	});
}

test('once set aside, the fresh ledger is opened as a whole one', () => {
	const file = usedLedger();
	fs.truncateSync(file, 10 * 4096);
	const fresh = openLedger(file, {now});
	const run = fresh.forPair(northwind, contoso).startRun(planOf());
	fresh.close();

	const again = open(file);

	expect(again.setAside).toBeUndefined();
	expect(again.lastRun()?.id).toBe(run);
});

test('what other tools leave in a ledger does it no harm', () => {
	const file = usedLedger();
	changeWithTool(file, 'CREATE INDEX of_mine ON step (number); ANALYZE');

	const ledger = open(file);

	expect(ledger.setAside).toBeUndefined();
	expect(ledger.runs()).toHaveLength(1);
});

test('the log of a damaged ledger goes with it, byte by byte', () => {
	const file = killedLedger();
	spoil(file, 8 * 4096, new Uint8Array(4096).fill(0xff));
	const log = fs.readFileSync(`${file}-wal`);

	const {setAside: aside} = open(file);

	expect(log.length).toBeGreaterThan(0);
	expect(fs.readFileSync(`${aside?.path}-wal`)).toEqual(log);
});

test('an emptied ledger whose log is left is not taken for a new one', () => {
	const file = killedLedger();
	fs.truncateSync(file);
	const log = fs.readFileSync(`${file}-wal`);

	const {setAside: aside} = open(file);

	expect(aside?.reason).toBe('empty, although its log is not');
	expect(fs.readFileSync(`${aside?.path}-wal`)).toEqual(log);
});

test('an empty file is a new ledger', () => {
	const file = ledgerFile(temporaryHome());
	fs.writeFileSync(file, '');

	const ledger = open(file);

	expect(ledger.setAside).toBeUndefined();
	expect(ledger.runs()).toEqual([]);
});

test('a ledger whose making was broken off is made anew', () => {
	const file = ledgerFile(temporaryHome());
	const sqlite = loadSqlite();
	const maker = new sqlite.DatabaseSync(file);
	// Without room in memory the half-made pages reach the file.
	maker.exec('PRAGMA cache_size = 1; BEGIN; CREATE TABLE half (made TEXT)');
	maker.exec(`INSERT INTO half VALUES ('${'x'.repeat(100_000)}')`);
	const killed = ledgerFile(temporaryHome());
	fs.copyFileSync(file, killed);
	fs.copyFileSync(`${file}-journal`, `${killed}-journal`);
	maker.close();
	expect(fs.statSync(killed).size).toBeGreaterThan(0);

	const ledger = open(killed);

	expect(ledger.setAside).toBeUndefined();
	expect(ledger.runs()).toEqual([]);
});

test('the database of another program is set aside, not written to', () => {
	const file = ledgerFile(temporaryHome());
	changeWithTool(file, 'CREATE TABLE recipe (name TEXT)');
	const bytes = fs.readFileSync(file);

	const {setAside: aside} = open(file);

	expect(aside?.reason).toBe('a database of another program');
	expect(fs.readFileSync(aside?.path ?? '')).toEqual(bytes);
});

test('a plan that can not be unpacked is told as damage', () => {
	const file = usedLedger();
	changeWithTool(file, "UPDATE plan_part SET lines = x'1f8b00'");

	const ledger = open(file);

	expect(ledger.setAside).toBeUndefined();
	expect(factsOf(() => ledger.run('2026-11-22-a1'))).toEqual({
		code: 'ledger-damaged',
		path: file,
		reason: 'the plan of 2026-11-22-a1',
	});
});

test('a ledger that is a folder is refused', () => {
	const file = ledgerFile(temporaryHome());
	fs.mkdirSync(file);

	expect(factsOf(() => openLedger(file, {now}))).toEqual({
		code: 'unusable',
		path: file,
		reason: 'EISDIR',
	});
});
