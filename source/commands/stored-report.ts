import {allParts} from '../migration/all-parts.ts';
import {type Advise} from '../migration/explain.ts';
import {eventsOfUnknown} from '../migration/perform.ts';
import {type Reading} from '../migration/reading.ts';
import {Report} from '../migration/report.ts';
import {runCustomers} from '../migration/run-customers.ts';
import {RunState} from '../migration/run-state.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {tally} from '../migration/tally.ts';
import {verdictOf} from '../migration/verdict.ts';
import {type LedgerFile} from '../store/ledger.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {CommandError} from './command-error.ts';

/** Steps that are folded between two looks at the keys. */
const stepsInPart = 200;

/** A run's report, made again from the ledger. */
export type StoredReport = {
	readonly report: Report;
	readonly summary: RunSummary;
};

/**
Makes the report of a run from its plan and its steps.

@throws CommandError where there is no such run.
*/
export function loadReport(
	ledger: LedgerFile,
	id: string | undefined,
): StoredReport {
	return allParts(readReport(ledger, id));
}

/**
The same in parts, each of which takes a few milliseconds: for whoever has keys to hear meanwhile.

@yields How far it has come, after each part.
*/
export function* readReport(
	ledger: LedgerFile,
	id: string | undefined,
): Generator<Reading | undefined, StoredReport, void> {
	const run = yield* readRun(ledger, id);
	const state = yield* readState(ledger, run);
	state.noteAutoJoined(run.summary?.autoJoined ?? []);
	return {
		report: new Report(run.plan, state),
		summary: run.summary ?? unfinishedSummary(run, state),
	};
}

/**
The same with what is left to do, which screens show in their own words.

@yields How far it has come, after each part.
*/
export function* readReportToBrowse(
	ledger: LedgerFile,
	id: string,
	advise: Advise,
): Generator<Reading | undefined, StoredReport, void> {
	const {report, summary} = yield* readReport(ledger, id);
	const {destination, customers, organizations} = report.plan;
	const advised = report.withAdvice(advise(destination));
	const total = customers.length + organizations.length;

	for (const done of advised.collectOpenThings()) {
		yield {stage: 'rows', done, total};
	}

	return {report: advised, summary};
}

type RunToRead = Pick<StoredRun, 'id' | 'plan' | 'steps'>;

/** What a run has done, as the ledger tells it; steps without an answer are told as such. */
export function storedState(ledger: LedgerFile, run: RunToRead): RunState {
	return allParts(readState(ledger, run));
}

function* readState(
	ledger: LedgerFile,
	{id, plan, steps}: RunToRead,
): Generator<Reading | undefined, RunState, void> {
	const state = new RunState(plan, yield* runCustomers(plan.customers));
	let folded = 0;

	for (const outcome of ledger.outcomes(id)) {
		for (const event of outcome.events ?? eventsOfUnknown(outcome.step)) {
			state.fold(event);
		}

		folded++;

		if (folded % stepsInPart !== 0) {
			continue;
		}

		// A copy under way elsewhere goes on making steps.
		const total = Math.max(steps, folded);
		yield {stage: 'steps', done: folded, total};
	}

	return state;
}

/**
The run of that id or, left out, the last one.

@throws CommandError where there is none.
*/
export function findRun(ledger: LedgerFile, id: string | undefined): StoredRun {
	return allParts(readRun(ledger, id));
}

function* readRun(
	ledger: LedgerFile,
	id: string | undefined,
): Generator<Reading, StoredRun, void> {
	const wanted = id ?? ledger.lastRun()?.id;

	if (wanted === undefined) {
		throw new CommandError(
			'There are no runs yet.',
			'Copy something with jsm-ferry copy, or try jsm-ferry demo.',
		);
	}

	const run = yield* ledger.runInParts(wanted);

	if (run === undefined) {
		throw new CommandError(
			`There is no run ${JSON.stringify(wanted)}.`,
			'See jsm-ferry runs.',
		);
	}

	return run;
}

/** A run that was killed never got to its own summary. */
function unfinishedSummary(run: StoredRun, state: RunState): RunSummary {
	const totals = tally(run.plan, state);
	const noCalls = {reads: 0, writes: 0, throttled: 0, retried: 0};
	return {
		run: run.id,
		ending: 'broken-off',
		verdict: verdictOf(totals, run.destination.name, 'broken-off', undefined),
		exitCode: 4,
		...totals,
		calls: {source: noCalls, destination: noCalls},
		seconds: 0,
	};
}
