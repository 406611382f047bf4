import {spawn, spawnSync} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {expect, onTestFinished, test} from 'vitest';
import {isRunning, processBirth} from '../../source/store/process-birth.ts';

const isLinux = process.platform === 'linux';

test('this process runs, and one that has ended does not', () => {
	const {pid} = spawnSync(process.execPath, ['--version']);

	expect(isRunning(process.pid, processBirth(process.pid))).toBe(true);
	expect(isRunning(process.pid, undefined)).toBe(true);
	expect(isRunning(pid, undefined)).toBe(false);
});

test.skipIf(!isLinux)(
	'a process is told from a later one with its number',
	() => {
		expect(processBirth(process.pid)).toMatch(/^\d+$/v);
		expect(isRunning(process.pid, '1')).toBe(false);
	},
);

test.skipIf(!isLinux)(
	'a process that nobody has buried yet does not run',
	async () => {
		// The shell's child ends once the shell has become a program that never asks what became of it.
		const child = '(until grep -q sleep /proc/$$/comm; do :; done)';
		const parent = spawn('sh', ['-c', `${child} & echo $!; exec sleep 60`]);
		onTestFinished(() => {
			parent.kill();
		});
		const [told] = (await once(parent.stdout, 'data')) as [Uint8Array];
		const pid = Number(String(told));

		await expect.poll(() => isRunning(pid, undefined)).toBe(false);

		// Its number is still taken.
		expect(process.kill(pid, 0)).toBe(true);
	},
);
