import {eventsOfUnknown} from '../migration/perform.ts';
import {Report} from '../migration/report.ts';
import {RunState} from '../migration/run-state.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {tally} from '../migration/tally.ts';
import {verdictOf} from '../migration/verdict.ts';
import {type LedgerFile} from '../store/ledger.ts';
import {type StoredRun} from '../store/run-overview.ts';
import {CommandError} from './command-error.ts';

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
	const run = findRun(ledger, id);
	const state = storedState(ledger, run);
	state.noteAutoJoined(run.summary?.autoJoined ?? []);
	return {
		report: new Report(run.plan, state),
		summary: run.summary ?? unfinishedSummary(run, state),
	};
}

/** What a run has done, as the ledger tells it; steps without an answer are told as such. */
export function storedState(
	ledger: LedgerFile,
	{id, plan}: Pick<StoredRun, 'id' | 'plan'>,
): RunState {
	const state = new RunState(plan);

	for (const {step, events = eventsOfUnknown(step)} of ledger.steps(id)) {
		for (const event of events) {
			state.fold(event);
		}
	}

	return state;
}

/**
The run of that id or, left out, the last one.

@throws CommandError where there is none.
*/
export function findRun(ledger: LedgerFile, id: string | undefined): StoredRun {
	const wanted = id ?? ledger.lastRun()?.id;

	if (wanted === undefined) {
		throw new CommandError(
			'There are no runs yet.',
			'Copy something with jsm-ferry copy, or try jsm-ferry demo.',
		);
	}

	const run = ledger.run(wanted);

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
