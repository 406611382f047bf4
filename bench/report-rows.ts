import {PassThrough} from 'node:stream';
import process from 'node:process';
import {setImmediate} from 'node:timers/promises';
import {render} from 'ink';
import {createElement} from 'react';
import {type Plan, type PlannedCustomer} from '../source/migration/plan.ts';
import {Report} from '../source/migration/report.ts';
import {type RunSummary} from '../source/migration/run-summary.ts';
import {RunState} from '../source/migration/run-state.ts';
import {tally} from '../source/migration/tally.ts';
import {defaultChoices} from '../source/migration/choices.ts';
import {App} from '../source/ui/app.tsx';
import {type AppServices} from '../source/ui/services.ts';
import {createSession} from '../source/ui/session.ts';
import {fullTheme} from '../source/ui/theme.ts';

/*
How long after a key the screen shows it, with so many memberships in the report: in this process, over Ink's real rendering, without a terminal. `npx rolldown bench/report-rows.ts …` bundles it, as for the gallery.
*/

const memberships = Number(process.argv[2] ?? 1_000_000);
const organizations = 1000;
const customers = 100_000;
const presses = 100;

const report = bigReport();
const stdin = Object.assign(new PassThrough(), {
	isTTY: true,
	setRawMode: () => stdin,
	ref: () => stdin,
	unref: () => stdin,
});
let written = 0;
let onFrame: (() => void) | undefined;
const stdout = Object.assign(new PassThrough(), {
	isTTY: true,
	columns: 80,
	rows: 24,
});
stdout.on('data', () => {
	written++;
	onFrame?.();
});
const clock = {
	now: () => new Date(),
	async wait(milliseconds: number, signal?: AbortSignal) {
		await new Promise<void>((resolve) => {
			const timer = setTimeout(resolve, milliseconds);
			signal?.addEventListener('abort', () => {
				clearTimeout(timer);
				resolve();
			});
		});
	},
};
const services = {
	isPractice: true,
	savedSites: () => [],
	pastRuns: () => [],
	lastChoices: () => ({}),
	notices: () => [],
	report: () => report,
	explain: (error: unknown) => ({
		problem: String(error),
		nextStep: '',
		exitCode: 1,
	}),
} as unknown as AppServices;
const session = createSession(services, clock);
const app = render(createElement(App, {session, theme: fullTheme}), {
	stdin: stdin as unknown as NodeJS.ReadStream,
	stdout: stdout as unknown as NodeJS.WriteStream,
	exitOnCtrlC: false,
	interactive: true,
	incrementalRendering: true,
});

session.dispatch({type: 'run-opened', run: 'big'});
await until(() => session.getSnapshot().report.isRead);
session.dispatch({type: 'tab-chosen', table: 'report', tab: 3});
await rest();

console.log(`${memberships} rows, ${presses} keys each, milliseconds p50/p95/most`);
console.log('moving          ', await timeKeys(['\u{1B}[B', '\u{1B}[6~', '\u{1B}[F', '\u{1B}[H']));
await settled();
session.dispatch({type: 'filter-opened'});
console.log('typing a filter ', await timeKeys(['7', '\u{7F}']));
session.dispatch({type: 'filter-kept'});
await settled();
session.dispatch({type: 'table-sorted', table: 'report', by: 'next'});
session.dispatch({type: 'table-sorted', table: 'report', by: 'next'});
const sorting = performance.now();
console.log('while it sorts  ', await timeKeys(['\u{1B}[B', '\u{1B}[A']));
await until(() => session.getSnapshot().tables.report.rows?.isDone === true);
console.log('sorted after    ', Math.round(performance.now() - sorting));
session.dispatch({type: 'facets-opened', table: 'report'});
const counting = performance.now();
await until(() => session.getSnapshot().tables.report.counts?.isDone === true);
console.log('counted after   ', Math.round(performance.now() - counting));
session.close();
app.unmount();

async function settled(): Promise<void> {
	await until(() => session.getSnapshot().tables.report.rows?.isDone !== false);
}

async function timeKeys(keys: readonly string[]): Promise<string> {
	const times: number[] = [];

	for (let press = 0; press < presses; press++) {
		const begun = performance.now();
		const shown = new Promise<void>((resolve) => {
			onFrame = resolve;
		});
		stdin.write(keys[press % keys.length]);
		// A key at the end of a list may change nothing on screen.
		await Promise.race([shown, clock.wait(1000)]);
		times.push(performance.now() - begun);
		// Ink draws at most thirty times a second; a person presses more slowly than that.
		await clock.wait(40);
	}

	const sorted = times.toSorted((one, other) => one - other);
	return [0.5, 0.95, 1]
		.map((part) =>
			sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!.toFixed(1),
		)
		.join(' / ');
}

async function until(isWanted: () => boolean): Promise<void> {
	while (!isWanted()) {
		await setImmediate();
	}
}

async function rest(): Promise<void> {
	let before = -1;

	while (before !== written) {
		before = written;
		await clock.wait(100);
	}
}

function bigReport(): {readonly report: Report; readonly summary: RunSummary} {
	const people: PlannedCustomer[] = Array.from(
		{length: customers},
		(_, index) =>
			({
				id: `c${index}`,
				name: `Customer ${index}`,
				email: `customer-${(index * 7919) % customers}@domain-${index % 50}.example`,
				type: 'portal-only',
				status: 'active',
				fate: 'create',
				reasons: [],
			}) as unknown as PlannedCustomer,
	);
	const size = Math.ceil(memberships / organizations);
	const plan = {
		version: 1,
		source: {id: 's', name: 'Northwind', url: 'https://s.example'},
		destination: {id: 'd', name: 'Contoso', url: 'https://d.example'},
		choices: defaultChoices,
		decisions: {},
		projects: [],
		customers: people,
		organizations: Array.from({length: organizations}, (_, index) => ({
			id: `o${index}`,
			name: `Organization ${index}`,
			fate: 'link',
			destination: {id: `d${index}`, name: `Organization ${index}`},
			members: {
				add: [],
				present: Array.from(
					{length: size},
					(__, place) => `c${(index * size + place) % customers}`,
				),
				notPossible: [],
			},
			links: {add: [], present: [], notPossible: []},
		})),
		access: [],
		leftOut: {agents: [], apps: [], deleted: []},
		deletedContent: [],
		remembered: {customers: 0, organizations: 0},
		destinationHolds: {accounts: 0, organizations: 0},
		leftSource: {customers: [], organizations: [], memberships: []},
	} as unknown as Plan;
	const state = new RunState(plan);
	const none = {reads: 0, writes: 0, throttled: 0, retried: 0};
	return {
		report: new Report(plan, state),
		summary: {
			run: 'big',
			ending: 'finished',
			verdict: 'All is there.',
			exitCode: 0,
			...tally(plan, state),
			calls: {source: none, destination: none},
			seconds: 1,
		},
	};
}
