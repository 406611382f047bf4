import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {spawn} from '@lydell/node-pty';
import {inject, onTestFinished} from 'vitest';
import {pasteOf, sequencesOf} from './keys.ts';
import {type PtyScreen, createPtyScreen} from './pty-screen.ts';
import {assertNoToken} from './secrets.ts';

export type PtyOptions = {
	readonly columns?: number;
	readonly rows?: number;
	/** Lines such as `NO_COLOR=1`. */
	readonly env?: readonly string[];
	/** Folder for settings and ledger; left out, a new one. */
	readonly home?: string;
};

/** The real program in a real terminal. */
export type PtyProgram = Pick<
	PtyScreen,
	| 'lines'
	| 'everything'
	| 'isAlternate'
	| 'isCursorVisible'
	| 'clearings'
	| 'hasColor'
> & {
	/** Presses keys one after the other; whatever is no name of a key is typed letter by letter. */
	readonly press: (...keys: readonly string[]) => void;
	readonly paste: (text: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	/** Waits until the screen shows a text. */
	readonly waitFor: (text: string | RegExp) => Promise<void>;
	/** Waits until the screen shows a text no more. */
	readonly waitUntilGone: (text: string) => Promise<void>;
	/** Waits until the screen is as wanted; the words say what for. */
	readonly waitUntil: (isWanted: () => boolean, words: string) => Promise<void>;
	/** Process id of the program. */
	readonly pid: number;
	/** Everything the program wrote, with all escape sequences. */
	readonly written: () => string;
	/** Waits until the program has ended and all it wrote is on screen. */
	readonly exit: () => Promise<number>;
};

/** Longest wait for content; the machine may be busy. */
const patienceMs = 20_000;

/** Starts `jsm-ferry` with these arguments. It is ended with the test, if it still runs. */
export async function startProgram(
	args: readonly string[],
	options: PtyOptions = {},
): Promise<PtyProgram> {
	const home = options.home ?? (await temporaryHome());
	return startInTerminal(process.execPath, [inject('program'), ...args], {
		...options,
		home,
	});
}

/** A folder for settings and ledger, removed after the test. */
export async function temporaryHome(): Promise<string> {
	const home = await mkdtemp(path.join(os.tmpdir(), 'jsm-ferry-home-'));
	onTestFinished(async () => {
		await rm(home, {recursive: true, force: true});
	});
	return home;
}

/** Starts any command in a terminal. */
export function startInTerminal(
	command: string,
	args: readonly string[],
	{columns = 80, rows = 24, env = [], home = ''}: PtyOptions,
): PtyProgram {
	const screen = createPtyScreen(columns, rows);
	const {promise: ended, resolve: end} = Promise.withResolvers<number>();
	let written = '';
	let hasEnded = false;
	const environment = environmentOf([`JSM_FERRY_HOME=${home}`, ...env]);
	const pty = spawn(command, [...args], {
		// It would stand above what the environment says.
		name: environment['TERM'],
		cols: columns,
		rows,
		env: environment,
	});
	pty.onData((data) => {
		written += data;
		screen.write(data);
	});
	pty.onExit(({exitCode}) => {
		hasEnded = true;
		end(exitCode);
	});
	screen.onReply((data) => {
		if (!hasEnded) {
			pty.write(data);
		}
	});
	onTestFinished(async () => {
		if (!hasEnded) {
			pty.kill('SIGKILL');
			await ended;
		}

		assertNoToken({terminal: written}, home);
	});

	const waitUntil = async (isWanted: () => boolean, words: string) =>
		waitForScreen({screen, ended}, isWanted, words);
	const shows = (text: string | RegExp) => {
		const all = screen.lines().join('\n');
		return typeof text === 'string' ? all.includes(text) : text.test(all);
	};

	return {
		...screen,
		pid: pty.pid,
		waitUntil,
		written: () => written,
		press(...keys) {
			pty.write(keys.flatMap((key) => sequencesOf(key)).join(''));
		},
		paste(text) {
			pty.write(pasteOf(text));
		},
		resize(newColumns, newRows) {
			screen.resize(newColumns, newRows);
			pty.resize(newColumns, newRows);
		},
		waitFor: async (text) =>
			waitUntil(() => shows(text), `${String(text)} on screen`),
		waitUntilGone: async (text) =>
			waitUntil(() => !shows(text), `no ${text} on screen`),
		async exit() {
			const code = await ended;
			await screen.flush();
			return code;
		},
	};
}

/** Nothing is inherited that is part of what is tested, such as colour and language. */
function environmentOf(
	lines: readonly string[],
): Readonly<Record<string, string>> {
	const {PATH: searchPath = '', TMPDIR: temporary = os.tmpdir()} = process.env;
	return Object.fromEntries(
		[
			`PATH=${searchPath}`,
			`TMPDIR=${temporary}`,
			'TERM=xterm-256color',
			'TZ=UTC',
			'LANG=en_GB.UTF-8',
			...lines,
		].map((line) => {
			const end = line.indexOf('=');
			return [line.slice(0, end), line.slice(end + 1)];
		}),
	);
}

type Watched = {
	readonly screen: PtyScreen;
	readonly ended: Promise<number>;
};

/** Looks after every change; gives up where none will come any more. */
async function waitForScreen(
	{screen, ended}: Watched,
	isWanted: () => boolean,
	words: string,
): Promise<void> {
	const {promise, resolve, reject} = Promise.withResolvers<undefined>();
	const giveUp = (why: string) => {
		reject(new Error(`${why} for ${words}:\n${screen.lines().join('\n')}`));
	};

	const check = () => {
		if (isWanted()) {
			resolve(undefined);
		}
	};

	const stop = screen.onChange(check);
	const timer = setTimeout(giveUp, patienceMs, 'Waited too long');
	const giveUpAtEnd = async () => {
		const code = await ended;
		await screen.flush();
		check();
		giveUp(`Ended with ${code} while waiting`);
	};

	check();
	void giveUpAtEnd();

	try {
		await promise;
	} finally {
		clearTimeout(timer);
		stop();
	}
}
