import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {buildBare} from '../build.ts';
import {type Figure} from '../figure.ts';
import {newHome} from '../program.ts';
import {measureInTurns} from '../stopwatch.ts';
import {Terminal} from '../terminal.ts';

/** How soon the program is there, against Node alone and against the smallest program with Ink. */
export const start: Figure = {
	name: 'start',
	title: 'Starting, against Node alone and against the smallest Ink program',
	async measure({program, isQuick}) {
		const {script, folder} = program;
		const hello = await buildBare('hello', path.join(folder, 'hello'));
		const home = newHome(program);
		const works = {
			node: async () => timeOf(['--eval', '0']),
			help: async () => timeOf([script, '--help']),
			version: async () => timeOf([script, '--version']),
			hello: async () => firstFrame([hello], 'Hello', home),
			home: async () => firstFrame([script], 'New copy', home),
		};
		// The first round fills the disk's and the compiler's caches.
		await measureInTurns(works, 1);
		const taken = await measureInTurns(works, isQuick ? 7 : 21);
		const ratio = (one: keyof typeof works, other: keyof typeof works) => ({
			value: taken[one] / taken[other],
			unit: '×' as const,
			isTimed: true,
			from: `${taken[one].toFixed(0)} ms / ${taken[other].toFixed(0)} ms`,
		});
		return [
			{what: '--help / node -e 0', ...ratio('help', 'node'), bar: {most: 2}},
			{what: '--version / node -e 0', ...ratio('version', 'node')},
			{
				what: 'first frame / bundled bare Ink hello',
				...ratio('home', 'hello'),
				bar: {most: 1.5},
			},
		];
	},
};

function timeOf(args: readonly string[]): number {
	const begun = performance.now();
	execFileSync(process.execPath, args);
	return performance.now() - begun;
}

/** Milliseconds until a terminal has been told the text. */
async function firstFrame(
	args: readonly string[],
	text: string,
	home: string,
): Promise<number> {
	const begun = performance.now();
	const terminal = new Terminal(
		args,
		Object.fromEntries([['JSM_FERRY_HOME', home]]),
	);

	try {
		await terminal.waitFor(text);
		const taken = performance.now() - begun;
		// Left as by a user, since only a program that ends keeps what it compiled.
		terminal.press('q');
		await terminal.waitForEnd();
		return taken;
	} finally {
		terminal.kill();
	}
}
