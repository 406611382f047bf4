import {spawn} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import {type PracticeSites} from './practice.ts';
import {type Usage, watch} from './watch.ts';

/** The built program and a folder for what it keeps. */
export type Program = {
	readonly script: string;
	readonly folder: string;
};

/** An object that the program printed with `--json`. */
export type PrintedEvent = Readonly<Record<string, unknown>> & {
	readonly type: string;
};

export type Finished = Usage & {
	readonly seconds: number;
	/** Seconds from the start to the first event of each type. */
	readonly marks: ReadonlyMap<string, number>;
};

export type RunOptions = {
	readonly command: 'plan' | 'copy';
	readonly sites: PracticeSites;
	/** Where settings and ledger live; a new one begins without memory. */
	readonly home: string;
	readonly arguments?: readonly string[];
	readonly onEvent?: (event: PrintedEvent) => void;
};

/** Runs the program as a script would, all projects and customers unless the arguments say otherwise, and waits for its end. */
export async function runProgram(
	{script}: Program,
	{command, sites, home, arguments: more = [], onEvent}: RunOptions,
): Promise<Finished> {
	const begun = performance.now();
	const marks = new Map<string, number>();
	const sinceStart = () => (performance.now() - begun) / 1000;
	const child = spawn(
		process.execPath,
		[script, command, ...siteArguments(sites), ...more],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
			env: {...process.env, ...environmentFor(sites, home)},
		},
	);
	const ended = Promise.withResolvers<number>();
	let isOver = false;
	child.once('exit', (code) => {
		isOver = true;
		ended.resolve(code ?? 1);
	});
	const usage = watch(child.pid ?? 0, () => isOver);

	for await (const line of createInterface({input: child.stdout})) {
		const event = JSON.parse(line) as PrintedEvent;
		const mark = markOf(event);

		if (!marks.has(mark)) {
			marks.set(mark, sinceStart());
		}

		onEvent?.(event);
	}

	const code = await ended.promise;

	if (code !== 0) {
		throw new Error(`jsm-ferry ${command} ended with exit code ${code}`);
	}

	const seconds = sinceStart();
	return {...(await usage), seconds, marks};
}

/** Phases begin one after the other with events of one type. */
function markOf({type, phase}: PrintedEvent): string {
	return typeof phase === 'string' ? `${type} ${phase}` : type;
}

function siteArguments({
	source,
	destination,
}: PracticeSites): readonly string[] {
	return [
		'--from',
		source.url,
		'--to',
		destination.url,
		'--duplicates',
		'rename',
		'--json',
	];
}

/** What a user would have set. */
export function environmentFor(
	{source, destination}: PracticeSites,
	home: string,
): Readonly<Record<string, string>> {
	return Object.fromEntries([
		['JSM_FERRY_HOME', home],
		['JSM_FERRY_FROM_EMAIL', source.email],
		['JSM_FERRY_FROM_TOKEN', source.token],
		['JSM_FERRY_TO_EMAIL', destination.email],
		['JSM_FERRY_TO_TOKEN', destination.token],
	]);
}

/** A folder for settings and ledger that nobody has used. */
export function newHome({folder}: Program): string {
	return fs.mkdtempSync(path.join(folder, 'home-'));
}
