import {allParts} from '../migration/all-parts.ts';
import {type Reading} from '../migration/reading.ts';
import {type Site} from '../migration/model.ts';
import {type Clock, type Ledger, type StepRecord} from '../migration/ports.ts';
import {type ActKind, type OpenedBook, openBook} from './ledger-acts.ts';
import {type LedgerDatabase} from './ledger-database.ts';
import {
	forgetDecisions,
	keepDecisions,
	keepLinks,
	readMemory,
} from './ledger-memory.ts';
import {openDatabase} from './ledger-opening.ts';
import {hasMet, pairNumber} from './ledger-pairs.ts';
import {
	findLastRun,
	finishRun,
	listRuns,
	listRunsOfPair,
	readRun,
	startRun,
} from './ledger-runs.ts';
import {migrations} from './ledger-schema.ts';
import {
	type StepOutcome,
	answerStep,
	readOutcomes,
	readSteps,
	readStepsNaming,
	sendStep,
} from './ledger-steps.ts';
import {type TickChange, keepTick, readTicks} from './ledger-ticks.ts';
import {type Pair} from './pair.ts';
import {type RunOverview, type StoredRun} from './run-overview.ts';
import {type SetAside} from './set-aside.ts';

/** The file with the memory of all pairs. Every method may throw a StoreError. */
export type LedgerFile = {
	/** The damaged ledger that was found and moved away; this one began empty. Its runs and decisions are not known here. */
	readonly setAside?: SetAside;
	/** Where a copy is from before this program changed the ledger to its own version. */
	readonly keptCopy?: string;
	/** What the engine remembers of a pair; a pair not seen before begins empty. */
	forPair(source: Site, destination: Site): Ledger;
	/** All runs, newest first. */
	runs(): readonly RunOverview[];
	/** Newest first. Only the ids of the sites matter. */
	runsOfPair(
		source: Pick<Site, 'id'>,
		destination: Pick<Site, 'id'>,
	): readonly RunOverview[];
	lastRun(): RunOverview | undefined;
	/** Whether something was planned or copied here from or to the site at that address. */
	hasMet(url: string): boolean;
	/** A run with its plan, which may be large. */
	run(id: string): StoredRun | undefined;
	/** The same, yielding after each part of the plan: to read a very large one takes seconds. */
	runInParts(id: string): Generator<Reading, StoredRun | undefined, void>;
	/** What became of the steps of a run, oldest first. */
	outcomes(run: string): Iterable<StepOutcome>;
	/** The steps of a run, oldest first. */
	steps(run: string): Iterable<StepRecord>;
	/** Those of a range of numbers that have an id of the source in them; it may stand for something else there. */
	stepsNaming(
		run: string,
		id: string,
		range: {readonly from: number; readonly to: number},
	): readonly StepRecord[];
	/** What is kept of an act that follows a run, of the shape that its engine gives it. */
	act<ActStep, ActEvent extends {readonly type: string}, ActSummary>(
		run: Pair & {readonly id: string},
		kind: ActKind,
	): OpenedBook<ActStep, ActEvent, ActSummary>;
	/** Ids of what a person has ticked off on the follow-up list of a run. */
	ticks(run: string): ReadonlySet<string>;
	/** Ticks an item off, or takes that back. */
	tick(change: TickChange): void;
	/** Nothing may be asked of the ledger afterwards. */
	close(): void;
};

/**
Opens the ledger, and makes it where there is none. A damaged one is moved aside, never lost.

@throws StoreError, such as `ledger-newer` when a newer program has written it.
*/
export function openLedger(
	file: string,
	{now}: Pick<Clock, 'now'>,
): LedgerFile {
	const {database, ...findings} = openDatabase(file, migrations, now());

	return {
		...findings,
		forPair: (source, destination) =>
			pairLedger(database, {source, destination}, now),
		runs: () => listRuns(database),
		runsOfPair: (source, destination) =>
			listRunsOfPair(database, source.id, destination.id),
		lastRun: () => findLastRun(database),
		hasMet: (url) => hasMet(database, url),
		run: (id) => allParts(readRun(database, id)),
		runInParts: (id) => readRun(database, id),
		outcomes: (run) => readOutcomes(database, run),
		steps: (run) => readSteps(database, run),
		stepsNaming: (run, id, range) => readStepsNaming(database, run, id, range),
		ticks: (run) => readTicks(database, run),
		tick(change) {
			keepTick(database, change, now());
		},
		act: ({id, source, destination}, kind) =>
			openBook(
				database,
				{run: id, pair: pairNumber(database, {source, destination}), kind},
				now,
			),
		close() {
			database.close();
		},
	};
}

function pairLedger(
	database: LedgerDatabase,
	sites: Pair,
	now: () => Date,
): Ledger {
	const pair = pairNumber(database, sites);

	return {
		memory: () => readMemory(database, pair),
		remember(links) {
			database.write('power-cut', () => {
				keepLinks(database, pair, links);
			});
		},
		decide(decisions) {
			database.write('power-cut', () => {
				keepDecisions(database, pair, decisions);
			});
		},
		withdraw(organizations) {
			database.write('power-cut', () => {
				forgetDecisions(database, pair, organizations);
			});
		},
		startRun: (plan) => startRun(database, pair, plan, now()),
		stepSent: (run, step) => sendStep(database, {run, pair}, step),
		stepAnswered(run, number, events) {
			answerStep(database, {run, pair, number}, events);
		},
		steps: (run) => readSteps(database, run),
		finishRun(run, summary) {
			finishRun(database, {run, pair}, summary, now());
		},
	};
}
