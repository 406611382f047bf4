import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {expect, test, vi} from 'vitest';
import {ledgerFile} from '../../source/store/home.ts';
import {childPath} from './child.ts';
import {temporaryHome} from './temporary-home.ts';

// Under a tracer everything takes longer.
vi.setConfig({testTimeout: 60_000});

/** Only a tracer of system calls sees what was flushed to the disk. */
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;

/** What the program in `children` told, with whether the disk had been flushed since it told the last thing. */
function flushesOf(program: string): ReadonlyMap<string, boolean> {
	const home = temporaryHome();
	const trace = path.join(home, 'trace');
	spawnSync('strace', [
		'-f',
		'-o',
		trace,
		'-e',
		'trace=write,fsync,fdatasync',
		process.execPath,
		childPath(program),
		ledgerFile(home),
	]);
	const flushes = new Map<string, boolean>();
	let isFlushed = false;

	for (const call of fs.readFileSync(trace, 'utf8').split('\n')) {
		const told = /write\(1, "(?<what>.+)\\n"/v.exec(call)?.groups?.['what'];
		isFlushed ||= /(?:fsync|fdatasync)\(/v.test(call);

		if (told === undefined) {
			continue;
		}

		flushes.set(told, isFlushed);
		isFlushed = false;
	}

	return flushes;
}

test.skipIf(!canTrace)(
	'what can not be found out again is flushed to the disk, what can is not',
	() => {
		expect(Object.fromEntries(flushesOf('act-once.ts'))).toEqual({
			opened: true,
			'run started': true,
			'customer sent': false,
			'customer answered': false,
			'organization sent': true,
			'organization answered': true,
			'inactive customer sent': true,
			'inactive customer answered': false,
			'revocation sent': true,
			'revocation answered': false,
			'links remembered': true,
			'decision kept': true,
			'run finished': true,
			'undo begun': true,
			'request set back': false,
			'request answered': false,
			'deletion sent': true,
		});
	},
);
