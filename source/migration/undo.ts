import pMap from 'p-map';
import {chunks} from './chunks.ts';
import {streamEvents} from './event-stream.ts';
import {type MadeIndex, UndoJudge, indexMade} from './judge-undo.ts';
import {readWhole} from './look-again.ts';
import {type ActSetting, performAct} from './perform-act.ts';
import {type UndoSetting} from './prepare-undo.ts';
import {relayNotices} from './relay-notices.ts';
import {SiteError} from './site-error.ts';
import {type UndoEvent, type UndoneEvent} from './undo-events.ts';
import {type Kept} from './undo-kept.ts';
import {type Made, collectMade} from './undo-made.ts';
import {type UndoPlan} from './undo-plan.ts';
import {UndoTally} from './undo-tally.ts';
import {type UndoKind, type UndoStep, undoOrder} from './undo-step.ts';
import {undoHandler} from './undo-steps.ts';
import {type UndoEnd, summarizeUndo} from './undo-summary.ts';
import {subjectsOf} from './undo-subjects.ts';
import {type Released, readUsage, releasedBy} from './undo-usage.ts';
import {findStillThere} from './verify-undo.ts';

/** Batches in flight. */
const jobsInFlight = 8;

/** How many steps follow one look at how others use things. So few that the look is at most about a second old. */
const stepsPerLook: Readonly<Record<UndoKind, number>> = {
	'restore-request': 20,
	'leave-group': 25,
	'delete-group': 1,
	'remove-project-customers': 1,
	'unlink-organization': 25,
	'remove-members': 5,
	'delete-customer': 25,
	'delete-organization': 25,
};

/** What the work of an undo needs around it. */
type Working = UndoSetting & {
	readonly act: ActSetting<UndoStep, UndoneEvent>;
	readonly ours: MadeIndex;
	readonly canDeleteAccounts: boolean;
	readonly signal: AbortSignal;
	readonly keep: (kept: Kept) => void;
	/** Whom requests name only until the search index sees that they are as they were. */
	readonly released: Released;
};

/**
Takes back what a plan says (R17), newest first. How others use each thing is looked at again right before. On a stop signal what is in flight is finished and recorded; an undo that was stopped, broken off or killed goes on when it is prepared and run again. The last event is `undo-finished`.
*/
export function undoRun(
	plan: UndoPlan,
	setting: UndoSetting,
	signal: AbortSignal,
): AsyncGenerator<UndoEvent, ReturnType<typeof summarizeUndo>, void> {
	return streamEvents(async (emit) => {
		const {site, book, clock, run} = setting;
		const startedAt = clock.now().getTime();
		const made = collectMade(
			run.plan,
			setting.ledger.steps(run.id),
			setting.followUp?.steps(),
		);
		const tally = new UndoTally(book.steps(), plan.kept);
		emit({type: 'undo-started', run: run.id});
		book.begin();
		const end = await takeBack(plan, made, tally, {...setting, emit, signal});

		if (end.ending === 'finished') {
			book.forget(plan.found);
		}

		const summary = summarizeUndo(plan, tally, {
			...end,
			takenBack: tally.state.countsOf(made),
			calls: site.calls(),
			seconds: (clock.now().getTime() - startedAt) / 1000,
		});
		book.finish(summary);
		emit({type: 'undo-finished', ...summary});
		return summary;
	});
}

async function takeBack(
	plan: UndoPlan,
	made: Made,
	tally: UndoTally,
	setting: UndoSetting & {
		readonly emit: (event: UndoEvent) => void;
		readonly signal: AbortSignal;
	},
): Promise<Pick<UndoEnd, 'ending' | 'error' | 'stillThere'>> {
	const {site, clock, signal, emit} = setting;
	const tell = (event: UndoneEvent) => {
		tally.hear(event);
		emit(event);
	};

	const silence = relayNotices(site, 'destination', emit);

	try {
		const working: Omit<Working, 'released'> = {
			...setting,
			act: {
				...setting,
				tell,
				handler: undoHandler(site, leaving(plan), signal),
			},
			ours: indexMade(made),
			canDeleteAccounts: await site.canDeleteAccounts(signal),
			keep(kept) {
				tell({type: 'item-kept', ...kept});
			},
		};

		if (made.requests.length > 0) {
			site.permitEdits();
		}

		for (const kind of undoOrder) {
			emit({type: 'undo-phase-started', phase: kind});
			const released = releasedBy(tally.state.restoredOf(made));
			await workThrough(kind, plan, {...working, released});
		}

		if (signal.aborted) {
			return {ending: 'stopped'};
		}

		const stillThere = await findStillThere(site, tally.state.undoneOf(made), {
			clock,
			signal,
		});
		emit({type: 'undo-verified', stillThere});
		return {ending: 'finished', stillThere};
	} catch (error) {
		if (!(error instanceof SiteError)) {
			throw error;
		}

		return signal.aborted
			? {ending: 'stopped'}
			: {ending: 'broken-off', error: error.facts};
	} finally {
		silence();
	}
}

/** Accounts that are to be deleted. */
function leaving({steps}: UndoPlan): ReadonlySet<string> {
	return new Set(
		steps.flatMap((step) =>
			step.kind === 'delete-customer' ? [step.accountId] : [],
		),
	);
}

/** One job's fatal error halts the others at their next step; what is in flight is still finished and recorded. */
async function workThrough(
	kind: UndoKind,
	{steps}: UndoPlan,
	working: Working,
): Promise<void> {
	const halt = new AbortController();
	const signal = AbortSignal.any([working.signal, halt.signal]);
	const errors: unknown[] = [];
	const jobs = chunks(
		steps.filter((step) => step.kind === kind),
		stepsPerLook[kind],
	);

	await pMap(
		jobs,
		async (job) => {
			try {
				await workOn(job, {...working, signal});
			} catch (error) {
				errors.push(error);
				halt.abort();
			}
		},
		{concurrency: jobsInFlight},
	);

	// The first one halted the others.
	if (errors.length > 0) {
		throw errors[0] as Error;
	}
}

async function workOn(
	job: readonly UndoStep[],
	{site, clock, ours, canDeleteAccounts, act, keep, released, signal}: Working,
): Promise<void> {
	if (signal.aborted) {
		return;
	}

	const subjects = subjectsOf(job, ours);
	const judge = await readWhole(
		async () => {
			const usage = await readUsage(site, subjects, released, signal);
			return new UndoJudge(ours, usage, canDeleteAccounts);
		},
		(found) => !found.findsLeftovers(job),
		{clock, signal},
	);

	for (const planned of job) {
		if (signal.aborted) {
			return;
		}

		const {step, kept} = judge.judge(planned, 'right-before');

		for (const item of kept) {
			keep(item);
		}

		if (step !== undefined) {
			await performAct(step, act);
		}
	}
}
