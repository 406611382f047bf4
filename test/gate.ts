// Checks everything, as `npm test`: types and lint beside the tests, since each of them leaves a core idle.
import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {text as readText} from 'node:stream/consumers';

/** Where Linux has its files in memory. */
const memory = '/dev/shm';
/** Bytes; all that tests keep at a time takes a fraction of it. */
const enoughRoom = 2 ** 30;

const folder = fs.mkdtempSync(path.join(quickPlace(), 'jsm-ferry-tests-'));
process.exitCode = await checkAll();
fs.rmSync(folder, {recursive: true, force: true});

/** Ledgers are flushed all the time, and a disk that is still busy with an install takes long for it. */
function quickPlace(): string {
	try {
		const {bavail, bsize} = fs.statfsSync(memory);
		fs.accessSync(memory, fs.constants.W_OK);
		return bavail * bsize > enoughRoom ? memory : os.tmpdir();
	} catch {
		return os.tmpdir();
	}
}

async function checkAll(): Promise<number> {
	const [tests, ...quiet] = await Promise.all([
		runAloud('vitest run'),
		runQuietly('tsc'),
		runQuietly('xo'),
	]);

	for (const {said} of quiet) {
		process.stdout.write(said);
	}

	const failed = [...quiet, tests].filter(({code}) => code !== 0);

	for (const {command} of failed) {
		process.stderr.write(`${command} failed.\n`);
	}

	return failed.length > 0 ? 1 : 0;
}

async function runAloud(command: string) {
	const child = spawn(command, {
		shell: true,
		stdio: 'inherit',
		// eslint-disable-next-line @typescript-eslint/naming-convention -- A variable of the environment.
		env: {...process.env, TMPDIR: folder},
	});
	// Behind types and lint, which are one process each: ending last, they would leave a core idle.
	os.setPriority(child.pid!, os.constants.priority.PRIORITY_BELOW_NORMAL);
	const [code] = (await once(child, 'close')) as [number | undefined];
	return {command, code};
}

/** What it says is kept for the end, where nothing writes over it. */
async function runQuietly(command: string) {
	const child = spawn(command, {
		shell: true,
		stdio: ['ignore', 'pipe', 'pipe'],
	});
	const [out, error, [code]] = await Promise.all([
		readText(child.stdout),
		readText(child.stderr),
		once(child, 'close') as Promise<[number | undefined]>,
	]);
	return {command, code, said: out + error};
}
