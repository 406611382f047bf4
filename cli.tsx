import os from 'node:os';
import process from 'node:process';
import {createInterface} from 'node:readline/promises';
import {Writable} from 'node:stream';
import {setTimeout as delay} from 'node:timers/promises';
import {CommanderError} from 'commander';
import packageJson from './package.json' with {type: 'json'};
import {type ExitCode, exitCodes} from './source/commands/command-error.ts';
import {explainError} from './source/commands/explain-error.ts';
import {type Run, createProgram} from './source/commands/program.ts';
import {type Shell} from './source/commands/shell.ts';
import {neutralise} from './source/text/neutralise.ts';

const {stdin, stdout, stderr} = process;

process.exitCode = await main();

async function main(): Promise<ExitCode> {
	let run: Run | undefined;
	const program = createProgram({
		...packageJson,
		app: async () => exitCodes.done,
		async demo(shell) {
			const {playDemo} = await import('./source/commands/demo.ts');
			return playDemo(shell);
		},
		choose(chosen) {
			run = chosen;
		},
	});

	try {
		await program.parseAsync();
		return (await run?.(createShell())) ?? exitCodes.done;
	} catch (error) {
		return explain(error);
	}
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
			`This should not have happened; please report it with these lines.\n${trace}\n`,
		);
		return exitCodes.bug;
	}

	const {problem, nextStep, exitCode} = explained;
	stderr.write(`${neutralise(problem)}\n${neutralise(nextStep)}\n`);
	return exitCode;
}

/** The real process, as commands see it. */
function createShell(): Shell {
	return {
		environment: process.env,
		out(text) {
			stdout.write(text);
		},
		err(text) {
			stderr.write(text);
		},
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

/** The first signal asks to finish what is in flight; the second one ends the process at once. */
function listenForStop(): AbortSignal {
	const stop = new AbortController();

	for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
		process.on(name, () => {
			if (stop.signal.aborted) {
				process.exit(exitCodes.stopped);
			}

			stop.abort();
			stderr.write(
				'\nStopping after what is in flight; once more ends at once.\n',
			);
		});
	}

	return stop.signal;
}
