import {streamEvents} from './event-stream.ts';
import {UndoJudge, indexMade} from './judge-undo.ts';
import {type FollowUpBook} from './follow-up-state.ts';
import {settleAct} from './perform-act.ts';
import {settleStep} from './perform.ts';
import {type Plan} from './plan.ts';
import {planUndo} from './plan-undo.ts';
import {type ActBook, type Clock, type Ledger, type UndoSite} from './ports.ts';
import {relayNotices} from './relay-notices.ts';
import {RunState} from './run-state.ts';
import {type UndoEvent, type UndoneEvent} from './undo-events.ts';
import {type Made, collectMade} from './undo-made.ts';
import {type UndoPlan} from './undo-plan.ts';
import {UndoState} from './undo-state.ts';
import {type UndoStep} from './undo-step.ts';
import {undoHandler} from './undo-steps.ts';
import {type UndoSummary} from './undo-summary.ts';
import {readUntouched, readUsage, releasedBy} from './undo-usage.ts';

/** What the ledger keeps of an undo. */
export type UndoBook = ActBook<UndoStep, UndoneEvent, UndoSummary> & {
	/** Forgets links, where they still are what is given: source and destination ids. */
	forget(links: UndoPlan['found']): void;
};

export type UndoSetting = {
	readonly run: {readonly id: string; readonly plan: Plan};
	readonly site: UndoSite;
	readonly ledger: Pick<Ledger, 'steps' | 'stepAnswered'>;
	readonly book: UndoBook;
	readonly clock: Clock;
	/** What a follow-up of the run made is taken back with it. */
	readonly followUp?: Pick<FollowUpBook, 'steps'>;
	/** Emails of those who were invited since. */
	readonly invited?: readonly string[];
};

/**
Finds out what an undo of a run would take back and what would stay. Nothing is written on the destination; steps of unknown outcome, of the run and of an earlier undo, are asked about first (R15).

@throws SiteError where the destination can't be read.
*/
export function prepareUndo(
	setting: UndoSetting,
	signal: AbortSignal,
): AsyncGenerator<UndoEvent, UndoPlan, void> {
	return streamEvents(async (emit) => {
		const silence = relayNotices(setting.site, 'destination', emit);

		try {
			await settle(setting, signal, emit);
			return await makePlan(setting, signal);
		} finally {
			silence();
		}
	});
}

async function settle(
	setting: UndoSetting,
	signal: AbortSignal,
	emit: (event: UndoEvent) => void,
): Promise<void> {
	const {site, book} = setting;
	const ofRun = await settleRun(setting, signal);
	const ofUndo = await settleAct({
		book,
		handler: undoHandler(site, new Set(), signal),
		tell: emit,
	});
	const asked = ofRun.asked + ofUndo.asked;

	if (asked === 0) {
		return;
	}

	emit({
		type: 'unknown-outcomes-settled',
		asked,
		hadHappened: ofRun.hadHappened + ofUndo.hadHappened,
	});
}

/** Steps that a killed run left open: what they made is to be taken back too. */
async function settleRun(
	{run, site, ledger}: UndoSetting,
	signal: AbortSignal,
): Promise<{readonly asked: number; readonly hadHappened: number}> {
	const open = [...ledger.steps(run.id)].filter(
		({events}) => events === undefined,
	);
	let happened = 0;

	for (const {number, step} of open) {
		const found = await settleStep(number, step, {
			run: run.id,
			ledger,
			destination: site,
			state: new RunState(run.plan),
			signal,
			emit() {
				// These are steps of the run; whoever follows an undo hears only how many.
			},
		});
		happened += Number(found === 'happened');
	}

	return {asked: open.length, hadHappened: happened};
}

async function makePlan(
	{run, site, ledger, book, invited, followUp}: UndoSetting,
	signal: AbortSignal,
): Promise<UndoPlan> {
	const made = collectMade(run.plan, ledger.steps(run.id), followUp?.steps());
	const state = new UndoState();

	for (const {events = []} of book.steps()) {
		for (const event of events) {
			state.fold(event);
		}
	}

	const left = state.leftOf(made);
	const untouched = await readUntouched(site, left.requests, signal);
	const released = releasedBy([...untouched, ...state.restoredOf(made)]);
	const [usage, canDeleteAccounts] = await Promise.all([
		readUsage(site, subjectsOf(left), released, signal),
		site.canDeleteAccounts(signal),
	]);
	const judge = new UndoJudge(indexMade(made), usage, canDeleteAccounts);
	return planUndo(run, left, judge, invited);
}

function subjectsOf({customers, organizations, links, groups, requests}: Made) {
	return {
		requests: requests.map(({request}) => request),
		groups: groups.map(({id}) => id),
		accounts: customers.map(({accountId}) => accountId),
		organizations: [...organizations, ...links].map(
			({destinationId}) => destinationId,
		),
	};
}
