import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import process from 'node:process';
import {createInterface} from 'node:readline';

/** Who asks a practice site. */
export type SiteLogin = {
	readonly url: string;
	readonly email: string;
	readonly token: string;
};

/** Sizes and speed of practice sites; see `jsm-ferry practice --help`. */
export type PracticeOptions = {
	readonly scenario?: string;
	readonly customers?: number;
	readonly organizations?: number;
	readonly requests?: number;
	readonly latency?: number;
	/** Calls a second for each operation; left out, Jira's own limits. */
	readonly burst?: number;
};

/** Calls by operation, such as `POST /rest/servicedeskapi/customer`. */
export type Calls = Readonly<Record<string, number>>;

export type CallCounts = {
	readonly reads: number;
	readonly writes: number;
	readonly throttled: number;
	readonly byOperation: Calls;
};

/** Two practice sites in a process of their own, so that their memory and work are not ours. */
export type PracticeSites = {
	readonly source: SiteLogin;
	readonly destination: SiteLogin;
};

/** Starts practice sites without any faults, lets the work use them and stops them. */
export async function withPractice<Result>(
	script: string,
	options: PracticeOptions,
	work: (sites: PracticeSites) => Promise<Result>,
): Promise<Result> {
	const sites = await start(script, options);

	try {
		await clearFaults(sites.source);
		await clearFaults(sites.destination);
		return await work(sites);
	} finally {
		await sites.stop();
	}
}

async function start(
	script: string,
	options: PracticeOptions,
): Promise<PracticeSites & {readonly stop: () => Promise<void>}> {
	const flags = Object.entries(options).flatMap(([name, value]) => [
		`--${name}`,
		String(value),
	]);
	const child = spawn(
		process.execPath,
		[script, 'practice', '--json', ...flags],
		{stdio: ['ignore', 'pipe', 'ignore']},
	);
	const lines = createInterface({input: child.stdout});
	const [line] = (await Promise.race([
		once(lines, 'line'),
		once(child, 'exit').then(() => {
			throw new Error('The practice sites did not start.');
		}),
	])) as [string];
	const {source, destination} = JSON.parse(line) as PracticeSites;
	return {source, destination, stop: async () => stop(child)};
}

async function stop(child: ChildProcess): Promise<void> {
	const ended = once(child, 'exit');
	child.kill();
	await ended;
}

/** What a site was asked since it started, or since its calls were forgotten. */
export async function callsOf({url}: SiteLogin): Promise<CallCounts> {
	const answer = await fetch(new URL('/_practice/calls', url));
	return (await answer.json()) as CallCounts;
}

export async function forgetCalls({url}: SiteLogin): Promise<void> {
	await fetch(new URL('/_practice/calls', url), {method: 'DELETE'});
}

/** Switches off the faults that the scenario brings. */
export async function clearFaults({url}: SiteLogin): Promise<void> {
	await fetch(new URL('/_practice/faults', url), {method: 'DELETE'});
}

export type Limits = {
	/** Calls a second for each operation; left out, Jira's own limits. */
	readonly burst?: number;
	readonly latencyMs: number;
};

/** Sets the limits of a site that is running. */
export async function setLimits(
	{url}: SiteLogin,
	{burst, latencyMs}: Limits,
): Promise<void> {
	await fetch(new URL('/_practice/limits', url), {
		method: 'POST',
		headers: {'content-type': 'application/json'},
		body: `{"burst": ${burst ?? 'null'}, "latencyMs": ${latencyMs}}`,
	});
}
