import {spawnSync} from 'node:child_process';
import process from 'node:process';
import {expect, test, vi} from 'vitest';
import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {openSettings} from '../../source/store/settings.ts';
import {childPath} from './child.ts';
import {now, temporaryHome} from './temporary-home.ts';

// Processes take their time to start where many do at once.
vi.setConfig({testTimeout: 60_000});

/** Linux lets a process mount file systems that only it sees. Where that is not allowed, these tests can't be run. */
const canMount =
	spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', '/mnt'])
		.status === 0;

/** Runs one of the programs in `children` after a shell command has mounted what it needs on `$home`. Returns what it prints, line by line. */
function runMounted(
	mount: string,
	home: string,
	program: string,
): readonly string[] {
	const {stdout, stderr} = spawnSync(
		'unshare',
		[
			'-rm',
			'sh',
			'-c',
			`home=$0; ${mount} && exec "$@"`,
			home,
			process.execPath,
			childPath(program),
			home,
		],
		{encoding: 'utf8'},
	);
	expect(stderr).toBe('');
	return stdout.trim().split('\n');
}

test.skipIf(!canMount)(
	'a full disk is told, loses nothing, and the ledger goes on when there is room',
	() => {
		const told = runMounted(
			'mount -t tmpfs -o size=2m none "$home"',
			temporaryHome(),
			'fill-disk.ts',
		);

		const [full, after] = told.map((line) => JSON.parse(line) as unknown);
		expect(full).toEqual({code: 'disk-full'});
		const {answered, kept} = after as Record<string, number>;
		expect(answered).toBeGreaterThan(10);
		expect(after).toEqual({answered, kept});
		expect(kept).toBe(answered);
	},
);

test.skipIf(!canMount)(
	'a home on a read-only disk is told by each part',
	() => {
		const home = temporaryHome();
		openSettings(home, {now});
		openLedger(ledgerFile(home), {now}).close();

		const told = runMounted(
			'mount --bind "$home" "$home" && mount -o remount,ro,bind "$home"',
			home,
			'use-home.ts',
		);

		expect(told).toEqual([
			'home: home-not-writable',
			'settings: not-writable',
			'ledger: not-writable',
			'lock: not-writable',
		]);
	},
);

test.skipIf(!canMount)('a home on a disk without any room is told', () => {
	const told = runMounted(
		'mount -t tmpfs -o size=4k,nr_inodes=2 none "$home" && echo > "$home/last"',
		temporaryHome(),
		'use-home.ts',
	);

	expect(told).toEqual([
		'home: disk-full',
		'settings: disk-full',
		'ledger: disk-full',
		'lock: disk-full',
	]);
});
