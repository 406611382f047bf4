import {once} from 'node:events';
import process from 'node:process';
import {Worker} from 'node:worker_threads';
import {expect, test, vi} from 'vitest';
import {childPath, startChild} from './child.ts';
import {type Contest} from './children/contend.ts';
import {temporaryHome} from './temporary-home.ts';

// Processes take their time to start where many do at once.
vi.setConfig({testTimeout: 60_000});

test('the second process is refused until the first has released', async () => {
	const home = temporaryHome();
	const first = startChild('hold-lock.ts', home);
	expect(await first.line()).toBe('held');

	expect(await startChild('hold-lock.ts', home).line()).toBe('locked');

	first.endInput();
	expect(await first.rest()).toEqual(['released']);
	expect(await startChild('hold-lock.ts', home).line()).toBe('held');
});

test('the lock of a process ended by kill -9 is taken over', async () => {
	const home = temporaryHome();
	const first = startChild('hold-lock.ts', home);
	await first.line();
	await first.kill();

	expect(await startChild('hold-lock.ts', home).line()).toBe('held');
});

test('of many that find the lock of a dead process one gets it', async () => {
	const home = temporaryHome();
	const first = startChild('hold-lock.ts', home);
	await first.line();
	await first.kill();

	const children = Array.from({length: 8}, () =>
		startChild('hold-lock.ts', home),
	);

	const told = await Promise.all(children.map(async (child) => child.line()));
	expect(told.filter((line) => line === 'held')).toHaveLength(1);
	expect(told.filter((line) => line === 'locked')).toHaveLength(7);
});

test('nobody ever holds the lock together with somebody else', async () => {
	const counts = new Int32Array(new SharedArrayBuffer(8));
	const contest: Contest = {
		home: temporaryHome(),
		pid: process.pid,
		times: 300,
		counts,
	};
	const workers = Array.from(
		{length: 4},
		() => new Worker(childPath('contend.ts'), {workerData: contest}),
	);

	const company = await Promise.all(
		workers.map(async (worker) => once(worker, 'message')),
	);

	expect(company.flat()).toEqual([0, 0, 0, 0]);
	expect(counts[1]).toBeGreaterThan(0);
});
