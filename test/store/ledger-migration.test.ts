import fs from 'node:fs';
import {expect, test} from 'vitest';
import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {schemaVersion} from '../../source/store/ledger-migration.ts';
import {openDatabase} from '../../source/store/ledger-opening.ts';
import {migrations} from '../../source/store/ledger-schema.ts';
import {contoso, northwind, planOf} from '../contract/ledger-fixtures.ts';
import {copyAsKilled, modeOf, now, temporaryHome} from './temporary-home.ts';
import {factsOf} from './thrown.ts';

const nextMigrations = [
	...migrations,
	"ALTER TABLE run ADD COLUMN note TEXT NOT NULL DEFAULT ''",
];

/** A ledger of this program's version with one run in it. */
function usedLedger(): string {
	const file = ledgerFile(temporaryHome());
	const ledger = openLedger(file, {now});
	ledger.forPair(northwind, contoso).startRun(planOf());
	ledger.close();
	return file;
}

test('an older ledger is brought to the new version with all it holds', () => {
	const file = usedLedger();

	const {database} = openDatabase(file, nextMigrations, now());

	expect(schemaVersion(database)).toBe(migrations.length + 1);
	expect(database.all('SELECT id, note FROM run')).toEqual([
		{id: '2026-11-22-a1', note: ''},
	]);
	database.close();
});

test('a copy from before is kept, private and usable by the older program', () => {
	const file = usedLedger();

	const {database, keptCopy = ''} = openDatabase(file, nextMigrations, now());
	database.close();

	expect(keptCopy).toBe(
		`${file}.version-${migrations.length}-2026-11-22T10-15-30.123Z`,
	);
	expect(modeOf(keptCopy)).toBe('600');
	const copy = openLedger(keptCopy, {now});
	expect(copy.lastRun()?.id).toBe('2026-11-22-a1');
	copy.close();
});

test('no copy is made of a new ledger, nor of one that needs no change', () => {
	const file = ledgerFile(temporaryHome());

	for (let time = 0; time < 2; time++) {
		const ledger = openLedger(file, {now});
		expect(ledger.keptCopy).toBeUndefined();
		ledger.close();
	}
});

test('a migration that fails leaves the ledger at its version', () => {
	const file = usedLedger();
	const failing = [...nextMigrations, 'ALTER TABLE nowhere ADD COLUMN x'];

	expect(() => openDatabase(file, failing, now())).toThrow('nowhere');

	const ledger = openLedger(file, {now});
	expect(ledger.lastRun()?.id).toBe('2026-11-22-a1');
	ledger.close();
});

test('a ledger of a newer program is refused and left byte by byte', () => {
	const file = usedLedger();
	openDatabase(file, nextMigrations, now()).database.close();
	const bytes = fs.readFileSync(file);

	expect(factsOf(() => openLedger(file, {now}))).toEqual({
		code: 'ledger-newer',
		path: file,
		version: migrations.length + 1,
		known: migrations.length,
	});

	expect(fs.readFileSync(file)).toEqual(bytes);
});

test('a newer ledger left by a kill keeps its log untouched too', () => {
	const file = usedLedger();
	const {database} = openDatabase(file, nextMigrations, now());
	database.write('kill', () => database.run("UPDATE run SET note = 'mine'"));
	const left = copyAsKilled(file);
	database.close();
	const [bytes, log] = [fs.readFileSync(left), fs.readFileSync(`${left}-wal`)];

	expect(factsOf(() => openLedger(left, {now})).code).toBe('ledger-newer');

	expect(log.length).toBeGreaterThan(0);
	expect(fs.readFileSync(left)).toEqual(bytes);
	expect(fs.readFileSync(`${left}-wal`)).toEqual(log);
});

test('a ledger of version 1 keeps its runs and gains room for what follows them', () => {
	const file = ledgerFile(temporaryHome());
	const old = openDatabase(file, migrations.slice(0, 1), now()).database;
	old.run(
		"INSERT INTO site VALUES ('a', 'https://a.example', 'A'), ('b', 'https://b.example', 'B')",
	);
	old.run("INSERT INTO pair VALUES (1, 'a', 'b')");
	old.run(
		"INSERT INTO run (id, pair, started_at) VALUES ('2026-11-22-a1', 1, '2026-11-22T10:00:00Z')",
	);
	old.close();

	const ledger = openLedger(file, {now});

	expect(ledger.keptCopy).toContain('.version-1-');
	const run = ledger.lastRun();
	expect(run).toMatchObject({id: '2026-11-22-a1', source: {name: 'A'}});
	expect(run?.undo).toBeUndefined();
	ledger.act(run!, 'undo').begin();
	expect(ledger.lastRun()?.undo).toBe('begun');
	ledger.close();
});
