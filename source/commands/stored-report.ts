import {allParts} from '../migration/all-parts.ts';
import {type Advise} from '../migration/explain.ts';
import {eventsOfUnknown} from '../migration/perform.ts';
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

@yields Nothing, after each part.
*/
export function* readReport(
	ledger: LedgerFile,
	id: string | undefined,
): Generator<undefined, StoredReport, void> {
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

@yields Nothing, after each part.
*/
export function* readReportToBrowse(
	ledger: LedgerFile,
	id: string,
	advise: Advise,
): Generator<undefined, StoredReport, void> {
	const {report, summary} = yield* readReport(ledger, id);
	const advised = report.withAdvice(advise(report.plan.destination));
	yield* advised.collectOpenThings();
	return {report: advised, summary};
}

/** What a run has done, as the ledger tells it; steps without an answer are told as such. */
export function storedState(
	ledger: LedgerFile,
	run: Pick<StoredRun, 'id' | 'plan'>,
): RunState {
	return allParts(readState(ledger, run));
}

function* readState(
	ledger: LedgerFile,
	{id, plan}: Pick<StoredRun, 'id' | 'plan'>,
): Generator<undefined, RunState, void> {
	const state = new RunState(plan, yield* runCustomers(plan.customers));
	let folded = 0;

	for (const outcome of ledger.outcomes(id)) {
		for (const event of outcome.events ?? eventsOfUnknown(outcome.step)) {
			state.fold(event);
		}

		folded++;

		if (folded % stepsInPart === 0) {
			yield undefined;
		}
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
): Generator<undefined, StoredRun, void> {
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
