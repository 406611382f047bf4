// Variables of the environment have names of their own kind.
/* eslint-disable @typescript-eslint/naming-convention -- They are not ours. */
import {type ChildProcessWithoutNullStreams, spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {text as readText} from 'node:stream/consumers';
import {inject, onTestFinished} from 'vitest';
import {type PracticeSites} from '../../source/practice/practice-sites.ts';
import {temporaryHome} from '../store/temporary-home.ts';
import {assertNoToken} from './secrets.ts';

/** What the program prints in one line with `--json`. */
export type PrintedEvent = Readonly<Record<string, unknown>> & {
	readonly type: string;
	readonly at: string;
};

/** A run of the program that is over. */
export type Ended = {
	/** Undefined where a signal ended it. */
	readonly exitCode: number | undefined;
	readonly stdout: string;
	readonly stderr: string;
};

export type Manner = {
	readonly environment?: Readonly<Record<string, string>>;
	/** Options for Node itself. */
	readonly nodeOptions?: readonly string[];
	readonly signal?: AbortSignal;
	/** What is piped in. */
	readonly input?: string;
};

/** Milliseconds after which a program is taken for hanging. */
const patience = 60_000;

/** Runs the built program without a terminal, as scripts do, until it ends by itself. Neither its output nor its home may hold a token then. */
export async function runProgram(
	args: readonly string[],
	manner: Manner = {},
): Promise<Ended> {
	const child = spawnProgram(args, manner);
	const limit = setTimeout(() => {
		child.kill('SIGKILL');
	}, patience);
	manner.signal?.addEventListener('abort', () => {
		child.kill('SIGTERM');
	});
	child.stdin.on('error', () => {
		// It may end without reading.
	});
	child.stdin.end(manner.input ?? '');
	const [stdout, stderr, [exitCode]] = await Promise.all([
		readText(child.stdout),
		readText(child.stderr),
		once(child, 'close') as Promise<[number | undefined]>,
	]);
	clearTimeout(limit);
	assertNoToken({stdout, stderr}, manner.environment?.['JSM_FERRY_HOME']);
	return {exitCode: exitCode ?? undefined, stdout, stderr};
}

/** Every line of standard output. Anything but a JSON object with `type` and `at` is an error. */
export function printedEvents({
	stdout,
}: Pick<Ended, 'stdout'>): readonly PrintedEvent[] {
	return stdout
		.split('\n')
		.slice(0, -1)
		.map((line) => {
			const event = JSON.parse(line) as PrintedEvent;

			if (
				typeof event.type !== 'string' ||
				new Date(event.at).toISOString() !== event.at
			) {
				throw new Error(`This line is no event: ${line}`);
			}

			return event;
		});
}

/** How to reach a site, as `practice --json` tells. */
export type PrintedLogin = {
	readonly url: string;
	readonly email: string;
	readonly token: string;
};

export type LoginPair = {
	readonly source: PrintedLogin;
	readonly destination: PrintedLogin;
};

/** Starts `jsm-ferry practice --json` and waits until it serves. It is gone when the test is. */
export async function startPractice(
	...args: readonly string[]
): Promise<LoginPair> {
	return startPracticeAs({}, ...args);
}

/** The same, in a manner of its own. */
export async function startPracticeAs(
	{environment, ...manner}: Manner,
	...args: readonly string[]
): Promise<LoginPair> {
	const child = spawnProgram(['practice', '--json', ...args], {
		...manner,
		environment: {JSM_FERRY_HOME: temporaryHome(), ...environment},
	});
	const ended = once(child, 'close');
	child.stderr.pipe(process.stderr);
	onTestFinished(async () => {
		child.kill('SIGKILL');
		await ended;
	});
	const lines = createInterface({input: child.stdout});
	const [first] = (await once(lines, 'line')) as [string];
	return JSON.parse(first) as LoginPair;
}

/** Everything in the environment that a copy between two sites needs, with a home of its own. */
export function environmentFor(
	{source, destination}: LoginPair | PracticeSites,
	home = temporaryHome(),
) {
	return {
		JSM_FERRY_FROM_EMAIL: source.email,
		JSM_FERRY_FROM_TOKEN: source.token,
		JSM_FERRY_TO_EMAIL: destination.email,
		JSM_FERRY_TO_TOKEN: destination.token,
		JSM_FERRY_HOME: home,
	};
}

/** The options that name both sites. */
export function between({
	source,
	destination,
}: LoginPair | PracticeSites): readonly string[] {
	return ['--from', source.url, '--to', destination.url];
}

/** Starts the built program as a process of its own. It knows nothing of the environment of the tests. */
export function spawnProgram(
	args: readonly string[],
	{
		environment = {JSM_FERRY_HOME: temporaryHome()},
		nodeOptions = [],
	}: Manner = {},
): ChildProcessWithoutNullStreams {
	return spawn(process.execPath, [...nodeOptions, inject('program'), ...args], {
		env: {
			// The keychain of whoever runs the tests is none of their business.
			JSM_FERRY_KEYCHAIN: 'off',
			...environment,
			PATH: process.env['PATH'],
		},
	});
}
