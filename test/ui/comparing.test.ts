import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {type Reading} from '../../source/migration/reading.ts';
import {Report} from '../../source/migration/report.ts';
import {RunState} from '../../source/migration/run-state.ts';
import {tally} from '../../source/migration/tally.ts';
import {type Action} from '../../source/ui/actions.ts';
import {type Job} from '../../source/ui/jobs.ts';
import {
	type Comparing,
	comparingText,
	spokenComparing,
} from '../../source/ui/present/comparing.ts';
import {type FinishedRun, type PastRun} from '../../source/ui/services.ts';
import {work} from '../../source/ui/work.ts';
import {customer} from '../helpers/engine-people.ts';
import {planFor} from '../helpers/engine-snapshots.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {createUiServices} from '../helpers/ui-services.ts';

const halfway: Reading = {stage: 'steps', done: 412_000, total: 1_010_000};

test('a comparison tells which run is read and how far, and Back ends it', async () => {
	const read: Array<{readonly run: string; readonly signal: AbortSignal}> = [];
	const app = await startUiApp(
		usualSize,
		createUiServices({
			pastRuns: () => [pastRun('later', 1), pastRun('earlier', 0)],
			async report(run, _advise, signal, onReading) {
				read.push({run, signal});
				onReading?.(halfway);
				return read.length === 1 ? runOf(1) : untilAborted(signal);
			},
		}),
	);
	await openRuns(app);
	await app.press('d', 'down');
	await app.press('d');
	await app.waitFor('Reports › earlier → later');
	await app.press('?');
	await app.waitFor('close');
	await app.press('escape');
	await app.waitFor('Reading the later run… its steps, 412,000 of 1,010,000');
	expect(read.map(({run}) => run)).toEqual(['earlier', 'later']);
	await app.press('escape');
	await app.waitFor('The newest first');
	expect(read.map(({signal}) => signal.aborted)).toEqual([true, true]);
	await app.press('d', 'up');
	await app.press('d');
	await app.waitFor('Reading the earlier run… its steps, 412,000');
	expect(read.slice(2)).toMatchObject([
		{run: 'earlier', signal: {aborted: false}},
	]);
	app.close();
});

test('on a narrow screen nothing of that is cut away', async () => {
	const app = await startUiApp(
		{columns: 40, rows: 12},
		createUiServices({
			pastRuns: () => [pastRun('later', 1), pastRun('earlier', 0)],
			async report(_run, _advise, signal, onReading) {
				onReading?.(halfway);
				return untilAborted(signal);
			},
		}),
	);
	await openRuns(app);
	await app.press('d', 'down');
	await app.press('d');
	await app.waitFor('1,010,000');
	expect(app.lines().slice(2, 4)).toEqual([
		' Reading the earlier run… its steps,',
		' 412,000 of 1,010,000',
	]);
	app.close();
});

test('large runs that are alike are compared part by part, with keys heard between two', async () => {
	const {told, ways} = await compareLarge();
	const parts = told.map((action) =>
		action.type === 'comparison-told'
			? comparingText(action.comparing)
			: action.type,
	);
	expect(parts).toEqual([
		'Reading the earlier run…',
		'Reading the later run…',
		'Comparing the two runs… 25 %',
		'Comparing the two runs… 50 %',
		'Comparing the two runs… 75 %',
		'Comparing the two runs… 100 %',
		'comparison-read',
	]);
	expect(told.at(-1)).toMatchObject({changes: []});
	expect(ways).toBe(4);
});

test('a comparison that was left tells nothing more', async () => {
	const {told, ways} = await compareLarge(2);
	expect(told.map(({type}) => type)).toEqual(
		Array.from({length: 4}, () => 'comparison-told'),
	);
	expect(ways).toBe(2);
});

test.each([
	[{stage: 'earlier'}, 'Reading the earlier run…', 'Reading the earlier run…'],
	[
		{stage: 'later', reading: halfway},
		'Reading the later run… its steps, 412,000 of 1,010,000',
		'Reading the later run: its steps, 40 percent',
	],
	[
		{stage: 'rows', done: 0.386},
		'Comparing the two runs… 38 %',
		'Comparing the two runs: 30 percent',
	],
] satisfies ReadonlyArray<readonly [Comparing, string, string]>)(
	'%j reads %j',
	(comparing, text, spoken) => {
		expect(comparingText(comparing)).toBe(text);
		expect(spokenComparing(comparing)).toBe(spoken);
	},
);

/** Compares a run of 1,000 customers with itself; it is left when keys were heard so often. */
async function compareLarge(leaveAfter = Infinity): Promise<{
	readonly told: readonly Action[];
	readonly ways: number;
}> {
	const large = runOf(1000);
	const told: Action[] = [];
	const leaving = new AbortController();
	let ways = 0;
	const note = (action: Action) => {
		told.push(action);
	};

	const job: Job = {
		key: 'compare 1',
		type: 'compare',
		earlier: 'earlier',
		later: 'later',
	};
	await work(job, {
		services: createUiServices({report: async () => large}),
		signal: leaving.signal,
		settle: note,
		tell: note,
		async giveWay() {
			await setImmediate();
			ways++;

			if (ways === leaveAfter) {
				leaving.abort();
			}
		},
	});
	return {told, ways};
}

function runOf(customers: number): FinishedRun {
	const plan = planFor({
		source: {
			customers: Array.from({length: customers}, (_, index) =>
				customer(`person${index}`),
			),
		},
	});
	const state = new RunState(plan);
	const none = {reads: 0, writes: 0, throttled: 0, retried: 0};
	return {
		report: new Report(plan, state),
		summary: {
			...tally(plan, state),
			run: 'large',
			ending: 'finished',
			verdict: 'All is there.',
			exitCode: 0,
			calls: {source: none, destination: none},
			seconds: 1,
		},
	};
}

function pastRun(id: string, day: number): PastRun {
	return {
		id,
		source: 'Old',
		destination: 'New',
		startedAt: new Date(Date.UTC(2026, 10, 20 + day)),
		isUnfinished: false,
	};
}

async function untilAborted(signal: AbortSignal): Promise<undefined> {
	const {promise, reject} = Promise.withResolvers<undefined>();
	signal.addEventListener('abort', () => {
		reject(signal.reason as Error);
	});
	return promise;
}

async function openRuns(app: UiApp): Promise<void> {
	app.session.dispatch({type: 'home-chosen', choice: 'runs'});
	await app.waitFor('The newest first');
}
