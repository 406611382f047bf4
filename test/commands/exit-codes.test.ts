import {expect, onTestFinished, test} from 'vitest';
import {type PracticeSites} from '../../source/practice/practice-sites.ts';
import {withFront} from '../helpers/front.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {
	type Ended,
	type LoginPair,
	between,
	environmentFor,
	printedEvents,
	runProgram,
} from '../helpers/program.ts';
import {type Routes, json} from '../helpers/server.ts';

/*
Each exit code of the contract with scripts, once. Codes 2, 5 and 6 have a file of their own, bad-input.test.ts.
*/

type Copying = {
	readonly environment: Readonly<Record<string, string>>;
	readonly duplicates?: string;
	readonly signal?: AbortSignal;
};

async function copy(
	sites: LoginPair,
	{environment, duplicates = 'rename', signal}: Copying,
): Promise<Ended> {
	return runProgram(
		[
			'copy',
			...between(sites),
			'--projects',
			'all',
			'--duplicates',
			duplicates,
			'--yes',
			'--json',
		],
		{environment, signal},
	);
}

/** Resolves once the destination was written to. */
async function firstWrite({destination}: PracticeSites): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<void>();
	const look = setInterval(() => {
		if (destination.calls().writes > 0) {
			resolve();
		}
	}, 5);
	onTestFinished(() => {
		clearInterval(look);
	});
	await promise;
}

test('0: all that was chosen is accounted for and verified', async () => {
	await withPractice({scenario: 'first-steps'}, async (sites) => {
		const environment = environmentFor(sites);
		const {exitCode, stdout, stderr} = await copy(sites, {environment});
		expect([exitCode, stderr]).toEqual([0, '']);
		const types = printedEvents({stdout}).map(({type}) => type);
		expect(types).toContain('planned');
		expect(types).toContain('organization-renamed');
		expect(types).toContain('customer-created');
		expect(types.at(-1)).toBe('run-finished');
	});
});

test('1: what nobody foresaw shows where it happened, and asks to be reported', async () => {
	const broken =
		"import os from 'node:os';import {syncBuiltinESMExports} from 'node:module';os.hostname=()=>{throw new TypeError('no host')};syncBuiltinESMExports()";
	const {exitCode, stdout, stderr} = await runProgram(['runs', '--json'], {
		nodeOptions: ['--import', `data:text/javascript,${broken}`],
	});
	expect([exitCode, stdout]).toEqual([1, '']);
	expect(stderr).toMatch(
		/^This should not have happened; please report it with these lines\.\nTypeError: no host\n +at /v,
	);
});

test('3: undecided conflicts stop a copy before it writes', async () => {
	await withPractice({scenario: 'first-steps'}, async (sites) => {
		const environment = environmentFor(sites);
		const stopped = await copy(sites, {environment, duplicates: 'stop'});
		expect([stopped.exitCode, stopped.stderr]).toEqual([
			3,
			'1 organization collides with another and is not decided; nothing was written.\nDecide with --decisions FILE.csv or for all with --duplicates rename, merge or skip; or use the app, jsm-ferry.\n',
		]);
		expect(sites.destination.calls().writes).toBe(0);
	});
});

test('4: what failed is told, and the rest is copied', async () => {
	await withPractice({scenario: 'first-steps'}, async (sites) => {
		const refused = json({errorMessage: 'No more customers here.'}, 403);
		const routes = {'POST /rest/servicedeskapi/customer': refused};
		await withFront(sites.destination, routes, async (destination) => {
			const pair = {...sites, destination};
			const environment = environmentFor(pair);
			const {exitCode, stdout} = await copy(pair, {environment});
			const finished = printedEvents({stdout}).at(-1);
			expect(exitCode).toBe(4);
			expect(finished).toMatchObject({
				type: 'run-finished',
				exitCode: 4,
				customers: {created: 0},
				organizations: {failed: 0},
			});
			expect(finished?.['verdict']).toMatch(/ failed/v);
		});
	});
});

test('7: another run of the pair is under way', async () => {
	await withPractice({scenario: 'first-steps'}, async (sites) => {
		const begun = Promise.withResolvers<undefined>();
		const over = Promise.withResolvers<undefined>();
		const refuse = json({errorMessage: 'No more customers here.'}, 403);
		const routes: Routes = {
			'POST /rest/servicedeskapi/customer'(...call) {
				begun.resolve(undefined);
				void over.promise.then(() => {
					refuse(...call);
				});
			},
		};
		await withFront(sites.destination, routes, async (destination) => {
			const pair = {...sites, destination};
			const environment = environmentFor(pair);
			const running = copy(pair, {environment});
			await begun.promise;
			const {exitCode, stderr} = await copy(pair, {environment});
			over.resolve(undefined);
			expect(exitCode).toBe(7);
			expect(stderr).toMatch(
				/^Another run of this pair is under way: process \d+ of .+, since .+\.\nWait for it, or stop it with Ctrl-C there\.\n$/v,
			);
			await running;
		});
	});
});

test('130: stopped by the user, after what was in flight; resume goes on and ends in 0', async () => {
	await withPractice({latencyMs: 20}, async (sites) => {
		const environment = environmentFor(sites);
		const stop = new AbortController();
		const running = copy(sites, {environment, signal: stop.signal});
		await firstWrite(sites);
		stop.abort();
		const stopped = await running;
		expect(stopped.exitCode).toBe(130);
		expect(printedEvents(stopped).at(-1)).toMatchObject({
			type: 'run-finished',
			ending: 'stopped',
			exitCode: 130,
		});

		const unconfirmed = await runProgram(['resume', '--json'], {environment});
		expect([unconfirmed.exitCode, unconfirmed.stdout]).toEqual([2, '']);
		expect(unconfirmed.stderr).toBe(
			'Nothing was written, since nobody confirmed.\nAdd --yes to go on without being asked.\n',
		);

		const resumed = await runProgram(['resume', '--yes', '--json'], {
			environment,
		});
		expect([resumed.exitCode, resumed.stderr]).toEqual([0, '']);
		expect(printedEvents(resumed).at(-1)).toMatchObject({
			type: 'run-finished',
			ending: 'finished',
			customers: {waiting: 0, failed: 0},
		});
	});
});
