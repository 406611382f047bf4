import {spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {inject, onTestFinished} from 'vitest';

export type PracticeReady = Readonly<
	Record<
		'source' | 'destination',
		{readonly url: string; readonly email: string; readonly token: string}
	>
>;

/** `jsm-ferry practice --json` as a process of its own, ended with the test. */
export async function startPracticeProcess(
	...args: readonly string[]
): Promise<PracticeReady> {
	const practice = spawn(
		process.execPath,
		[inject('program'), 'practice', '--json', ...args],
		{stdio: ['ignore', 'pipe', 'ignore']},
	);
	onTestFinished(async () => {
		const ended = once(practice, 'exit');
		practice.kill('SIGTERM');
		await ended;
	});
	const lines = createInterface(practice.stdout)[Symbol.asyncIterator]();
	const first = await lines.next();
	return JSON.parse(String(first.value)) as PracticeReady;
}
