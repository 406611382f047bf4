import {CommanderError} from 'commander';
import {exitCodes} from '../../source/commands/command-error.ts';
import {explainError} from '../../source/commands/explain-error.ts';
import {type Run, createProgram} from '../../source/commands/program.ts';
import {type Shell} from '../../source/commands/shell.ts';
import {
	type Login,
	type PracticeOptions,
} from '../../source/practice/practice-sites.ts';
import {temporaryHome} from '../store/temporary-home.ts';
import {createMemoryShell} from './shell.ts';
import {createEngineClock} from './engine-clock.ts';
import {type Practice, withPractice} from './practice-client.ts';

/** How a command ended and what it said. */
export type Finished = {
	readonly exitCode: number;
	readonly out: string;
	readonly err: string;
	/** What `--json` printed. */
	readonly events: ReadonlyArray<Readonly<Record<string, unknown>>>;
};

/** A terminal beside two practice sites, with a home folder of its own. */
export type Desk = Practice & {
	readonly home: string;
	/** Runs a command line as the program does, with the administrators' logins in the environment. The test may listen to what it prints, and act. */
	run(args: readonly string[], more?: Partial<Shell>): Promise<Finished>;
	/** `--from` and `--to` for the two sites. */
	readonly sites: readonly string[];
};

/** Runs a test at such a desk. Waits pass at once, for the sites too. */
export async function atDesk(
	options: PracticeOptions,
	scene: (desk: Desk) => Promise<void>,
): Promise<void> {
	const clock = createEngineClock();
	const home = temporaryHome();
	await withPractice({now: clock.now, ...options}, async (practice) => {
		const {source, destination} = practice;
		const environment = environmentOf(home, practice);
		await scene({
			...practice,
			home,
			sites: ['--from', source.url, '--to', destination.url],
			run: async (args, more) =>
				runCommand(args, {environment, clock, ...more}),
		});
	});
}

/** The environment of someone who has a login to both sites. */
export function environmentOf(
	home: string,
	{source, destination}: Readonly<Record<'source' | 'destination', Login>>,
): Shell['environment'] {
	return Object.fromEntries([
		['JSM_FERRY_HOME', home],
		['JSM_FERRY_FROM_EMAIL', source.email],
		['JSM_FERRY_FROM_TOKEN', source.token],
		['JSM_FERRY_TO_EMAIL', destination.email],
		['JSM_FERRY_TO_TOKEN', destination.token],
	]);
}

async function runCommand(
	args: readonly string[],
	given: Pick<Shell, 'environment' | 'clock'> & Partial<Shell>,
): Promise<Finished> {
	const memory = createMemoryShell({environment: given.environment});
	const shell: Shell = {
		...memory,
		...given,
		out(text) {
			memory.out(text);
			given.out?.(text);
		},
		err(text) {
			memory.err(text);
			given.err?.(text);
		},
	};
	const exitCode = await parseAndRun(args, shell);
	const {out, err} = memory.said();
	return {
		exitCode,
		out,
		err,
		events: args.includes('--json') ? parse(out) : [],
	};
}

/** The same as the program's own main does, but for the process. */
async function parseAndRun(
	args: readonly string[],
	shell: Shell,
): Promise<number> {
	let run: Run | undefined;
	const noScreens = async () => exitCodes.bug;
	const program = createProgram({
		description: '',
		version: '0',
		app: noScreens,
		demo: noScreens,
		choose(chosen) {
			run = chosen;
		},
	});

	try {
		await program.parseAsync(args, {from: 'user'});
		return (await run?.(shell)) ?? exitCodes.done;
	} catch (error) {
		if (error instanceof CommanderError) {
			shell.err(error.message);
			return exitCodes.badInput;
		}

		const explained = explainError(error);

		if (explained === undefined) {
			throw error;
		}

		shell.err(`${explained.problem}\n${explained.nextStep}\n`);
		return explained.exitCode;
	}
}

function parse(out: string): Finished['events'] {
	return out
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Finished['events'][number]);
}
