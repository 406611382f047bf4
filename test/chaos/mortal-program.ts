import {once} from 'node:events';
import path from 'node:path';
import {text as readText} from 'node:stream/consumers';
import {setTimeout as delay} from 'node:timers/promises';
import {pathToFileURL} from 'node:url';
import {
	type ObservedExchange,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';
import {spawnProgram} from '../helpers/program.ts';
import {assertNoToken} from '../helpers/secrets.ts';
import {type Death} from './death.ts';
import {writes} from './faults.ts';

/** A process that is over: killed, or by itself with an exit code. */
export type Over = {
	/** Undefined where it was killed. */
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
};

/** Where a program lives, and dies. */
export type Surroundings = {
	readonly source: PracticeSite;
	readonly destination: PracticeSite;
	readonly environment: Readonly<Record<string, string>>;
};

/** Milliseconds after which a program is taken for hanging. Faults make it wait for seconds. */
const patience = 120_000;

const momentVariable = 'CHAOS_MOMENT';

const assassin = pathToFileURL(
	path.join(import.meta.dirname, 'die-at-commit.ts'),
).href;

/** Runs the built program until it ends, or is killed at the moment of its death with SIGKILL, which no process can answer. */
export async function runMortal(
	args: readonly string[],
	surroundings: Surroundings,
	death?: Death,
): Promise<Over> {
	const child = spawnProgram(args, mannerOf(surroundings, death));
	const ended = new AbortController();
	const kill = () => {
		child.kill('SIGKILL');
	};

	let isHanging = false;
	const limit = setTimeout(() => {
		isHanging = true;
		kill();
	}, patience);
	const stopWatching = watch(surroundings, death, ended.signal, kill);
	child.stdin.end();
	const [stdout, stderr, [code]] = await Promise.all([
		readText(child.stdout),
		readText(child.stderr),
		once(child, 'close') as Promise<[number | undefined]>,
	]);
	clearTimeout(limit);
	stopWatching();
	ended.abort();

	if (isHanging) {
		throw new Error(`The program hangs: ${args.join(' ')}\n${stdout}${stderr}`);
	}

	assertNoToken({stdout, stderr}, surroundings.environment['JSM_FERRY_HOME']);
	return {exitCode: code ?? undefined, stdout, stderr};
}

function mannerOf({environment}: Surroundings, death: Death | undefined) {
	return death?.at === 'commit'
		? {
				environment: {
					...environment,
					[momentVariable]: String(death.moment),
				},
				nodeOptions: ['--import', assassin],
			}
		: {environment};
}

/** Kills when the moment has come. Returns how to stop waiting for it. */
function watch(
	{source, destination}: Surroundings,
	death: Death | undefined,
	signal: AbortSignal,
	kill: () => void,
): () => void {
	switch (death?.at) {
		case 'write': {
			return death.when === 'before'
				? killBefore(destination, death.nth, kill)
				: killAfter(destination, death.nth, kill);
		}

		case 'call': {
			let calls = 0;
			return listen([source, destination], () => {
				calls++;

				if (calls === death.nth) {
					void killLater(death.laterMs, signal, kill);
				}
			});
		}

		case 'time': {
			void killLater(death.ms, signal, kill);
			return () => undefined;
		}

		case 'commit':
		case undefined: {
			return () => undefined;
		}
	}
}

/** A call that is lost before it has an effect looks to the site like one that never came, so the process dies before it. */
function killBefore(
	destination: PracticeSite,
	call: number,
	kill: () => void,
): () => void {
	for (const operation of writes) {
		destination.scriptFault({fault: 'drop-before', operation, call});
	}

	return listen([destination], ({operation, fault}) => {
		if (fault === 'drop-before' && writes.includes(operation)) {
			kill();
		}
	});
}

function killAfter(
	destination: PracticeSite,
	nth: number,
	kill: () => void,
): () => void {
	const counts = new Map<string, number>();
	return listen([destination], ({operation}) => {
		const count = (counts.get(operation) ?? 0) + 1;
		counts.set(operation, count);

		if (writes.includes(operation) && count === nth) {
			kill();
		}
	});
}

/** The sites tell of an exchange before the answer leaves. */
function listen(
	sites: readonly PracticeSite[],
	listener: (exchange: ObservedExchange) => void,
): () => void {
	const stops = sites.map((site) => site.onExchange(listener));
	return () => {
		for (const stop of stops) {
			stop();
		}
	};
}

async function killLater(
	milliseconds: number,
	signal: AbortSignal,
	kill: () => void,
): Promise<void> {
	try {
		await delay(milliseconds, undefined, {signal});
		kill();
	} catch {
		// It was over sooner.
	}
}
