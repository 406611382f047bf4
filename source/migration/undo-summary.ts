import {type CallCounts} from './calls.ts';
import {type Ending} from './run-summary.ts';
import {type SiteErrorFacts} from './site-error.ts';
import {type Kept, type StillThere} from './undo-kept.ts';
import {type UndoCounts, type UndoPlan} from './undo-plan.ts';
import {undoVerdict} from './undo-verdict.ts';

/** How an undo ended, in numbers and one sentence. */
export type UndoSummary = {
	readonly run: string;
	readonly ending: Ending;
	readonly verdict: string;
	/** 0: all that could be taken back is, and was looked for in vain. 4: some rows failed or are still there. 6: the destination refused. 130: stopped. */
	readonly exitCode: 0 | 4 | 6 | 130;
	/** Taken back by now, also by an undo that was broken off before. */
	readonly takenBack: UndoCounts;
	readonly kept: readonly Kept[];
	readonly failed: number;
	/** Taken back, as the destination said, and yet there. Missing where the undo did not come to looking. */
	readonly unexplained?: number;
	/** Why it was broken off. */
	readonly error?: SiteErrorFacts;
	readonly calls: CallCounts;
	readonly seconds: number;
};

/** How the work ended, before it is put in numbers. */
export type UndoEnd = {
	readonly ending: Ending;
	readonly error?: SiteErrorFacts;
	readonly takenBack: UndoCounts;
	readonly stillThere?: readonly StillThere[];
	readonly calls: CallCounts;
	readonly seconds: number;
};

/** Puts the end of an undo in numbers and words. */
export function summarizeUndo(
	{run, destination}: UndoPlan,
	tally: {readonly kept: readonly Kept[]; readonly failed: number},
	{ending, error, takenBack, stillThere, calls, seconds}: UndoEnd,
): UndoSummary {
	const {kept, failed} = tally;
	const unexplained = stillThere?.length;
	const numbers = {takenBack, kept: kept.length, failed, unexplained};
	return {
		run,
		ending,
		verdict: undoVerdict(run, destination.name, ending, numbers),
		exitCode: exitCodeOf(ending, failed + (unexplained ?? 0)),
		takenBack,
		kept,
		failed,
		...(unexplained !== undefined && {unexplained}),
		...(error && {error}),
		calls,
		seconds,
	};
}

function exitCodeOf(ending: Ending, troubles: number): UndoSummary['exitCode'] {
	if (ending !== 'finished') {
		return ending === 'stopped' ? 130 : 6;
	}

	return troubles === 0 ? 0 : 4;
}
