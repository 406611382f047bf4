import os from 'node:os';
import process from 'node:process';
import {createInterface} from 'node:readline/promises';
import v8 from 'node:v8';
import {Writable} from 'node:stream';
import {setTimeout as delay} from 'node:timers/promises';
import {CommanderError} from 'commander';
import packageJson from './package.json' with {type: 'json'};
import {
	CommandError,
	type ExitCode,
	exitCodes,
} from './source/commands/command-error.ts';
import {explainError} from './source/commands/explain-error.ts';
import {
	type Run,
	type ScreenOptions,
	createProgram,
} from './source/commands/program.ts';
import {type Shell} from './source/commands/shell.ts';
import {type PracticeLogin} from './source/commands/site-desk.ts';
import {type Workplace} from './source/commands/workplace.ts';
import {neutralise} from './source/text/neutralise.ts';
import {createScrubber} from './source/text/scrub.ts';
import {type Theme} from './source/ui/theme.ts';

const {stdin, stdout, stderr} = process;
const scrubber = createScrubber();

/** Characters; Atlassian's tokens have about 200. */
const longestInput = 10_000;

// Most of what a page brings is garbage soon, and a large space for what is new only keeps it longer: 20,000 customers took 297 MB with it and 176 MB without.
v8.setFlagsFromString('--semi-space-growth-factor=1');

process.exitCode = await main();

async function main(): Promise<ExitCode> {
	let run: Run | undefined;
	let isOnScreen = false;
	const beginOnScreen = ({isTerminal}: Shell) => {
		isOnScreen = isTerminal;

		if (isOnScreen) {
			makeRoomForFrames();
		}
	};

	const program = createProgram({
		...packageJson,
		async app(shell, options) {
			beginOnScreen(shell);
			return runScreens(shell, options);
		},
		async demo(shell, options) {
			beginOnScreen(shell);
			return runDemo(shell, options);
		},
		choose(chosen) {
			run = chosen;
		},
	});

	try {
		await program.parseAsync();
		const shell = createShell();
		shell.signal.addEventListener('abort', () => {
			// On screen, the screen says it.
			if (!isOnScreen) {
				stderr.write(
					'\nStopping after what is in flight; once more ends at once.\n',
				);
			}
		});
		const running = run?.(shell);

		if (!isOnScreen) {
			keepHeapSmall();
		}

		return (await running) ?? exitCodes.done;
	} catch (error) {
		return explain(error);
	}
}

/** The collector lets the heap grow to several times what is in use before it looks again. The sites set the pace here, so there is time to look sooner and stay small. */
function keepHeapSmall(): void {
	v8.setFlagsFromString('--heap-growing-percent=30');
}

/** A frame makes several megabytes that are garbage at once. In the small space for what is new each key took seven collections, which took as long as the frame itself. */
function makeRoomForFrames(): void {
	v8.setFlagsFromString('--semi-space-growth-factor=2');
}

/** The interactive app on saved sites. */
async function runScreens(
	shell: Shell,
	options: ScreenOptions,
): Promise<ExitCode> {
	if (!shell.isTerminal) {
		throw new CommandError(
			'The screens need a terminal, and this is none.',
			'Start jsm-ferry in a terminal, or use its commands: see jsm-ferry --help.',
		);
	}

	const {openWorkplace} = await import('./source/commands/workplace.ts');
	const workplace = openWorkplace(shell);

	try {
		return await showScreens(workplace, shell, options);
	} finally {
		workplace.close();
	}
}

/** The interactive app on two practice sites; without a terminal, the demo plays itself. */
async function runDemo(
	shell: Shell,
	options: ScreenOptions,
): Promise<ExitCode> {
	const {playDemo, startDemo} = await import('./source/commands/demo.ts');

	if (!shell.isTerminal) {
		return playDemo(shell);
	}

	const demo = await startDemo(shell);

	try {
		const sites = [demo.source, demo.destination];
		return await showScreens(demo.workplace, shell, options, sites);
	} finally {
		await demo.stop();
	}
}

/** Shows the screens until the admin leaves; the last words stay on the normal screen. */
async function showScreens(
	workplace: Workplace,
	shell: Shell,
	options: ScreenOptions,
	practice?: readonly PracticeLogin[],
): Promise<ExitCode> {
	const [{createAppServices}, {runApp}, {windowFeatures}] = await Promise.all([
		import('./source/commands/app-services.ts'),
		import('./source/ui/run-app.tsx'),
		import('./source/ui/window-title.ts'),
	]);
	const services = createAppServices(workplace, shell, practice);

	try {
		const {clock, signal, environment} = shell;
		const running = runApp({
			services,
			clock,
			stdin,
			stdout,
			stderr,
			terminal: terminalOf(shell, options),
			window: windowFeatures(environment),
			isPrivate: options.privacy,
			signal,
		});
		// Behind the first frame, which would wait for collections otherwise.
		keepHeapSmall();
		const {exitCode, lastWords, crash} = await running;
		stdout.write(`${lastWords.join('\n')}\n`);

		if (crash !== undefined) {
			throw crash as Error;
		}

		return exitCode as ExitCode;
	} finally {
		services.close();
	}
}

/** What the terminal can show, as far as the environment tells. */
function terminalOf(
	{environment}: Shell,
	{screenReader = false}: ScreenOptions,
): Theme {
	const {
		NO_COLOR: noColor = '',
		TERM: term = '',
		LC_ALL: all = '',
		LC_CTYPE: characters = '',
		LANG: language = '',
		INK_SCREEN_READER: ink,
		JSM_FERRY_SCREEN_READER: own,
	} = environment;
	const locale = [all, characters, language].find((name) => name !== '') ?? '';
	return {
		hasColor: noColor === '' && term !== 'dumb',
		// The console of Linux knows few signs, and these locales know none.
		hasUnicode: term !== 'linux' && !/^(?:C|POSIX)$/v.test(locale),
		isScreenReader: screenReader || ink === 'true' || own === 'true',
	};
}

/** Says what went wrong. Only a bug shows where it happened. */
function explain(error: unknown): ExitCode {
	if (error instanceof CommanderError) {
		// Commander has said it already; help and version are no errors.
		return error.exitCode === 0 ? exitCodes.done : exitCodes.badInput;
	}

	const explained = explainError(error);

	if (explained === undefined) {
		const trace = error instanceof Error ? error.stack : String(error);
		stderr.write(
			`This should not have happened; please report it with these lines.\n${readable(trace?.split('\n') ?? [])}\n`,
		);
		return exitCodes.bug;
	}

	const {problem, nextStep, exitCode} = explained;
	stderr.write(`${readable([problem, nextStep])}\n`);
	return exitCode;
}

/** Lines without secrets and control characters. */
function readable(lines: readonly string[]): string {
	return lines.map((line) => neutralise(scrubber.scrub(line))).join('\n');
}

/** The real process, as commands see it. */
function createShell(): Shell {
	return {
		environment: process.env,
		out(text) {
			stdout.write(scrubber.scrub(text));
		},
		err(text) {
			stderr.write(scrubber.scrub(text));
		},
		scrubber,
		isTerminal: stdin.isTTY && stdout.isTTY,
		ask: async (question) => ask(question, stderr),
		async askSecret(question) {
			stderr.write(question);
			// Readline repeats what is typed, so it is given nothing to repeat it on.
			const nowhere = new Writable({
				write(_chunk, _encoding, done) {
					done();
				},
			});
			const answer = await ask('', nowhere);
			stderr.write('\n');
			return answer;
		},
		input: async () => readInput(),
		async tokens() {
			const {JSM_FERRY_KEYCHAIN: keychain} = process.env;
			const {openTokens} = await import('./source/store/tokens.ts');
			return keychain === 'off' ? undefined : openTokens();
		},
		clock: {
			now: () => new Date(),
			elapsed: () => performance.now(),
			async wait(milliseconds, signal) {
				try {
					await delay(milliseconds, undefined, {signal});
				} catch (error) {
					if (signal?.aborted !== true) {
						throw error;
					}
				}
			},
		},
		random: Math.random,
		signal: listenForStop(),
		pid: process.pid,
		host: os.hostname(),
	};
}

async function ask(question: string, output: Writable): Promise<string> {
	const questions = createInterface({
		input: stdin,
		output,
		terminal: true,
	});

	try {
		return await questions.question(question);
	} finally {
		questions.close();
	}
}

/** What is piped in; a token is short, so anything long is none. */
async function readInput(): Promise<string> {
	let input = '';

	for await (const piece of stdin.setEncoding('utf8')) {
		input += piece as string;

		if (input.length > longestInput) {
			throw new CommandError(
				'What came on standard input is too long for a token.',
				'Pipe the token alone.',
			);
		}
	}

	return input;
}

/** The first signal asks to finish what is in flight; the second one ends the process at once. */
function listenForStop(): AbortSignal {
	const stop = new AbortController();
	listenAlone(['SIGINT', 'SIGTERM', 'SIGHUP'], () => {
		if (stop.signal.aborted) {
			process.exit(exitCodes.stopped);
		}

		stop.abort();
	});
	return stop.signal;
}

/**
Listens to signals with nobody else. Packages listen, too, to clean up behind themselves, and one of them then sends the signal once more, which would count as the second. They clean up at the exit as well.
*/
function listenAlone(
	names: readonly NodeJS.Signals[],
	listener: () => void,
): void {
	for (const name of names) {
		process.removeAllListeners(name);
		process.on(name, listener);
	}

	process.on('newListener', (added: string | symbol, other: () => void) => {
		const name = names.find((one) => one === added);

		if (name !== undefined) {
			queueMicrotask(() => {
				process.off(name, other);
			});
		}
	});
}
