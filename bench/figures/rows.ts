import {execFileSync} from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as delay} from 'node:timers/promises';
import {buildBare} from '../build.ts';
import {type Figure, type Result} from '../figure.ts';
import {newHome} from '../program.ts';
import {percentile} from '../stopwatch.ts';
import {Terminal} from '../terminal.ts';

const writer = path.join(import.meta.dirname, '../huge-report.ts');

/** Milliseconds between two keys: Ink draws at most thirty times a second, and a person presses more slowly than that. */
const pause = 50;

/** Keys of one kind. Of 400, the slowest 20 were mostly those during which the engine compiled, more or fewer from run to run. */
const longSession = 1000;

const down = '\u{1B}[B';
const up = '\u{1B}[A';
const end = '\u{1B}[F';
const home = '\u{1B}[H';
const tab = '\t';
const enter = '\r';
const escape = '\u{1B}';
const backspace = '\u{7F}';

/** The one after the other never leaves the mark where it is. */
const moves = [down, '\u{1B}[6~', end, home];

/** How soon a key shows in a report of many rows, beside the smallest list with Ink. */
export const rows: Figure = {
	name: 'rows',
	title: 'Keys in a long report, against the smallest Ink list',
	async measure({program, isQuick, say}) {
		const count = isQuick ? 1000 : 1_000_000;
		const presses = isQuick ? 8 : longSession;
		const {script, folder} = program;
		const list = await buildBare('list', path.join(folder, 'list'));
		const place = newHome(program);
		say(`writing a run of ${count} customers`);
		execFileSync(process.execPath, [writer, place, String(count)]);
		const found = await inTerminal([list, String(count)], place, async (bare) =>
			inTerminal([script], place, async (app) => {
				await bare.waitFor('1 to ');
				return pressInReport({app, bare}, presses, say);
			}),
		);
		const ofKeys = (what: string, {app, bare}: Times): Result[] => [
			{
				what: `${what}: from key to screen, ${count} rows, p95`,
				value: percentile(app, 0.95),
				unit: 'ms',
				bar: {most: 50},
				isTimed: true,
				from: `${app.length} keys, p50 ${percentile(app, 0.5).toFixed(1)} ms`,
			},
			{
				what: `${what}: p95 / p95 of the smallest Ink list`,
				value: percentile(app, 0.95) / percentile(bare, 0.95),
				unit: '×',
				bar: {most: 1.5},
				isTimed: true,
				from: `${percentile(app, 0.95).toFixed(1)} ms / ${percentile(bare, 0.95).toFixed(1)} ms; p50 ${percentile(app, 0.5).toFixed(1)} ms / ${percentile(bare, 0.5).toFixed(1)} ms`,
			},
		];
		const waits = (what: string, milliseconds: number): Result => ({
			what,
			value: milliseconds / 1000,
			unit: 's',
			isTimed: true,
		});
		return [
			...ofKeys('moving', found.moved),
			...ofKeys('next tab', found.turned),
			...ofKeys('a letter of a filter', found.typed),
			...ofKeys('moving while it sorts', found.movedMeanwhile),
			waits('until the report is open', found.opened),
			waits('until all rows are looked through', found.searched),
		];
	},
};

/** The app on the report, and the smallest list. */
type Terminals = {
	readonly app: Terminal;
	readonly bare: Terminal;
};

/** Milliseconds from each key to what it shows. */
type Times = Readonly<Record<keyof Terminals, readonly number[]>>;

type Found = {
	readonly moved: Times;
	readonly turned: Times;
	readonly typed: Times;
	readonly movedMeanwhile: Times;
	/** Milliseconds. */
	readonly opened: number;
	readonly searched: number;
};

async function pressInReport(
	terminals: Terminals,
	presses: number,
	say: (words: string) => void,
): Promise<Found> {
	const {app} = terminals;
	say('opening its report');
	const opened = await openReport(app);
	say('pressing keys');
	const turned = await pressAll(terminals, presses, [tab], chosenTab);
	await turnTo(app, 'customers');
	const moved = await pressAll(terminals, presses, moves, markedRow);
	await app.timeOf('/', (text) => text.includes('filter ›'));
	const letters = ['9', backspace];
	const typed = await pressAll(terminals, presses, letters, filterText);
	const searched = await app.timeOf(
		'999',
		(text) => text.includes('filter › 999') && isWhole(text),
	);
	await app.timeOf(enter, (text) => text.includes('filter   999'));
	await app.timeOf(escape, (text) => !text.includes('filter   999'));
	await app.timeOf('s', (text) => text.includes('▲'));
	// By email, which takes the longest.
	await app.timeOf('s', (text) => text.includes('Email ▲'));
	const movedMeanwhile = await pressAll(
		terminals,
		presses / 2,
		[down, up],
		markedRow,
	);
	return {moved, turned, typed, movedMeanwhile, opened, searched};
}

/** From home through the list of runs; gives the milliseconds until the report was there. */
async function openReport(terminal: Terminal): Promise<number> {
	await terminal.waitFor('Reports');
	await terminal.timeOf(down, (text) => text.includes('❯ Reports'));
	await terminal.timeOf(enter, (text) => text.includes('The newest first'));
	return terminal.timeOf(enter, (text) => text.includes('[summary]'));
}

async function turnTo(terminal: Terminal, name: string): Promise<void> {
	while (chosenTab(terminal.text()) !== name) {
		const before = chosenTab(terminal.text());
		await terminal.timeOf(tab, (text) => chosenTab(text) !== before);
	}
}

/**
Presses so many keys, the ones given over and over, and waits after each until what it changes is another. After each a key goes to the smallest list, so that a slow spell of the machine hits both.
*/
async function pressAll(
	{app, bare}: Terminals,
	presses: number,
	keys: readonly string[],
	whatChanges: (text: string) => string | undefined,
): Promise<Times> {
	const times = {app: [] as number[], bare: [] as number[]};

	for (let press = 0; press < presses; press++) {
		const key = keys[press % keys.length]!;
		times.app.push(await timeOf(app, key, whatChanges));
		const move = moves[press % moves.length]!;
		times.bare.push(await timeOf(bare, move, markedRow));
	}

	return times;
}

async function timeOf(
	terminal: Terminal,
	key: string,
	whatChanges: (text: string) => string | undefined,
): Promise<number> {
	const before = whatChanges(terminal.text());
	const taken = await terminal.timeOf(
		key,
		(text) => whatChanges(text) !== before,
	);
	await delay(pause);
	return taken;
}

function markedRow(text: string): string | undefined {
	return /^ *❯.*$/mv.exec(text)?.[0];
}

function chosenTab(text: string): string | undefined {
	return /\[(?<name>[ a-z]+)\]/v.exec(text)?.groups?.['name'];
}

function filterText(text: string): string | undefined {
	return /filter ›.*$/mv.exec(text)?.[0].trim();
}

/** Whether all rows were looked through. */
function isWhole(text: string): boolean {
	return !text.includes('looking…');
}

async function inTerminal<Gained>(
	args: readonly string[],
	place: string,
	work: (terminal: Terminal) => Promise<Gained>,
): Promise<Gained> {
	const terminal = new Terminal(
		args,
		Object.fromEntries([['JSM_FERRY_HOME', place]]),
	);

	try {
		return await work(terminal);
	} finally {
		terminal.kill();
	}
}
