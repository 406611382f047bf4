import {setImmediate} from 'node:timers/promises';
import {expect, test} from 'vitest';
import {type Reading} from '../../source/migration/reading.ts';
import {readingText, spokenReading} from '../../source/ui/present/reading.ts';
import {type SteadyWork, stepsAtOnce} from '../../source/ui/steady-work.ts';
import {workOnTables} from '../../source/ui/table-work.ts';
import {startUiApp, usualSize} from '../helpers/ui-app.ts';
import {createUiServices} from '../helpers/ui-services.ts';

const halfway: Reading = {stage: 'steps', done: 412_000, total: 1_010_000};

test('a report that takes long to read tells how far it is, and Back ends the reading', async () => {
	const signals: AbortSignal[] = [];
	const app = await startUiApp(
		usualSize,
		createUiServices({
			pastRuns: () => [
				{
					id: '2026-11-20-a1',
					source: 'Old',
					destination: 'New',
					startedAt: new Date(Date.UTC(2026, 10, 20)),
					isUnfinished: false,
				},
			],
			async report(_run, _advise, signal, onReading) {
				signals.push(signal);
				onReading?.(halfway);
				const {promise, reject} = Promise.withResolvers<undefined>();
				signal.addEventListener('abort', () => {
					reject(signal.reason as Error);
				});
				return promise;
			},
		}),
	);
	app.session.dispatch({type: 'home-chosen', choice: 'runs'});
	await app.waitFor('The newest first');
	await app.press('enter');
	await app.waitFor('Reading the report… its steps, 412,000 of 1,010,000');
	await app.press('escape');
	await app.waitFor('The newest first');
	expect(signals.map(({aborted}) => aborted)).toEqual([true]);
	await app.press('enter');
	await app.waitFor('Reading the report…');
	expect(signals.map(({aborted}) => aborted)).toEqual([true, false]);
	app.close();
});

test.each([
	[undefined, 'Reading the report…', 'Reading the report…'],
	[
		{stage: 'plan', done: 43, total: 260},
		'Reading the report… the plan, 16 %',
		'Reading the report: the plan, 10 percent',
	],
	[
		halfway,
		'Reading the report… its steps, 412,000 of 1,010,000',
		'Reading the report: its steps, 40 percent',
	],
	[
		{stage: 'rows', done: 500, total: 1000},
		'Reading the report… what is left to do, 500 of 1,000 rows',
		'Reading the report: what is left to do, 50 percent',
	],
] as const)('%j reads %j', (reading, text, spoken) => {
	expect(readingText(reading)).toBe(text);
	expect(spokenReading(reading)).toBe(spoken);
});

test('while rows are sorted, a key is heard after each hundred steps', async () => {
	const happened: string[] = [];
	const rows: SteadyWork = {
		done: 0,
		get isDone() {
			return happened.length >= 8;
		},
		work(steps) {
			expect(steps).toBeLessThanOrEqual(100);
			happened.push('sorted');
		},
	};
	const pressKeys = async () => {
		while (!rows.isDone) {
			await setImmediate();
			happened.push('heard a key');
		}
	};

	const {signal} = new AbortController();
	const job = {type: 'look-at-rows', table: 'report', rows} as const;
	const listening = pressKeys();
	await workOnTables(job, {
		services: createUiServices(),
		signal,
		settle() {
			happened.push('settled');
		},
		tell() {
			// Only the order matters here.
		},
		giveWay: async () => setImmediate(),
	});
	await listening;
	expect(stepsAtOnce).toBe(100);
	expect(happened.join(', ')).toMatch(
		/^(?:heard a key, )?(?:sorted, heard a key, )+settled$/v,
	);
});
