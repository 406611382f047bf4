import {
	type Stage,
	leastForDestination,
	leastForSource,
	leastForVerifying,
	leastForWriting,
} from './least-calls.ts';
import {
	type CallCounts,
	type Limits,
	type PracticeOptions,
	type PracticeSites,
	callsOf,
	forgetCalls,
	setLimits,
	withPractice,
} from './practice.ts';
import {type Finished, type Program, newHome, runProgram} from './program.ts';
import {Written} from './written.ts';

/** A copy, what it asked of the sites, and the least that it could have asked. */
export type MeasuredCopy = {
	readonly finished: Finished;
	readonly written: Written;
	readonly made: Readonly<Record<'source' | 'destination', CallCounts>>;
	readonly least: Readonly<
		Record<'source' | 'destination' | 'writing' | 'verifying', Stage>
	>;
};

/** Copies all customers between practice sites of their own. The sites are read before and after it, which counts for nothing. */
export async function measureCopy(
	program: Program,
	options: PracticeOptions,
): Promise<MeasuredCopy> {
	const {latency = 0, burst, ...sizes} = options;
	return withPractice(
		program.script,
		{...sizes, burst: unlimited},
		async (sites) => {
			const source = await leastForSource(sites);
			const destination = await leastForDestination(sites);
			await begin(sites, {burst, latencyMs: latency});
			const written = new Written();
			const finished = await runProgram(program, {
				command: 'copy',
				sites,
				home: newHome(program),
				arguments: ['--projects', 'all', '--customers', 'all', '--yes'],
				onEvent: written.fold,
			});
			const made = {
				source: await callsOf(sites.source),
				destination: await callsOf(sites.destination),
			};
			await begin(sites, {burst: unlimited, latencyMs: 0});
			const least = {
				source,
				destination,
				writing: leastForWriting(written, destination),
				verifying: await leastForVerifying(sites, written),
			};
			return {finished, written, made, least};
		},
	);
}

/** Calls a second that no limit is reached with. */
export const unlimited = 1_000_000;

async function begin(sites: PracticeSites, limits: Limits): Promise<void> {
	for (const site of [sites.source, sites.destination]) {
		await setLimits(site, limits);
		await forgetCalls(site);
	}
}
