import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {expect, test} from 'vitest';
import {loadSqlite} from '../../source/store/load-sqlite.ts';

/** A process that warns while a module is loaded, as Node 22 does. */
function warningProcess(...warnings: ReadonlyArray<string | Error>) {
	const printed: unknown[] = [];
	const host = {
		emitWarning(warning: string | Error) {
			printed.push(warning);
		},
		getBuiltinModule() {
			for (const warning of warnings) {
				host.emitWarning(warning);
			}

			return {};
		},
	};
	return {host: host as unknown as typeof process, printed};
}

test('the warning about SQLite is not printed, any other is', () => {
	const {host, printed} = warningProcess(
		'SQLite is an experimental feature and might change at any time',
		'The disk is on fire',
		new Error('And the rest'),
	);

	loadSqlite(host);

	expect(printed).toEqual(['The disk is on fire', new Error('And the rest')]);
});

test('warnings are left as they were once SQLite is loaded', () => {
	const {emitWarning} = process;

	const sqlite = loadSqlite();

	expect(process.emitWarning).toBe(emitWarning);
	expect(
		new sqlite.DatabaseSync(':memory:').prepare('SELECT 1 AS one').get(),
	).toEqual({one: 1});
});

test('importing the ledger does not load SQLite, so that nothing can warn', () => {
	const ledger = new URL('../../source/store/ledger.ts', import.meta.url);
	const program = `
		await import(${JSON.stringify(ledger.href)});
		console.log(process.moduleLoadList.filter((name) => name.endsWith(' sqlite')));
	`;

	const {stdout} = spawnSync(
		process.execPath,
		['--input-type=module', '--eval', program],
		{encoding: 'utf8'},
	);

	expect(stdout).toBe('[]\n');
});
