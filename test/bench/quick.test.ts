import {execFile} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {expect, test} from 'vitest';

const bench = path.join(import.meta.dirname, '../../bench/bench.ts');

/** Runs some figures of the quick bench and gives what it prints. A bar on calls that is missed ends it with an error. */
async function runBench(...figures: readonly string[]): Promise<string> {
	const only = figures.flatMap((name) => ['--only', name]);
	const {promise, resolve, reject} = Promise.withResolvers<string>();
	execFile(
		process.execPath,
		[bench, '--quick', ...only],
		(error, stdout, stderr) => {
			if (error === null) {
				resolve(stdout);
			} else {
				reject(new Error(`${stdout}\n${stderr}`, {cause: error}));
			}
		},
	);
	return promise;
}

test(
	'a small copy takes hardly more calls than it must, and its second run writes nothing',
	{timeout: 120_000},
	async () => {
		const table = await runBench('calls', 'again', 'related');

		expect(table).toMatch(/calls \/ least possible.*≤ 1.02.*yes/v);
		expect(table).toMatch(/second run: writes.*0 calls.*yes/v);
		expect(table).toMatch(/calls that read requests.*≤ 1.02.*yes/v);
	},
);
