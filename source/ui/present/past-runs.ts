import {neutralise} from '../../text/neutralise.ts';

/** How an earlier run ended, and whether that still holds. Verdicts are untrusted. */
type Outcome = {
	readonly verdict?: string;
	readonly undo?: 'begun' | 'finished';
	readonly undoVerdict?: string;
	/** How many things the undo left. */
	readonly undoLeft?: number;
};

/** How an earlier run ended: its own verdict, unless it was killed before it had one, or that of its undo. */
export function outcomeText(run: Outcome): string {
	const {
		verdict = 'Broken off in the middle: a resume first asks what had happened.',
	} = run;
	return run.undo === undefined ? neutralise(verdict) : undoText(run);
}

/** What has become of a run since it was undone: in one sentence, and what to do about it. */
export function undoneWords(
	run: Outcome | undefined,
): readonly [verdict: string, next: string] | undefined {
	if (run?.undo === undefined) {
		return undefined;
	}

	if (run.undo === 'begun') {
		return [undoText(run), 'Undo goes on with what is left.'];
	}

	return [
		undoText(run),
		(run.undoLeft ?? 0) > 0
			? 'Undo lists what is left, with the reason, and tries it once more.'
			: 'Nothing of it is left to be done.',
	];
}

function undoText({undo, undoVerdict}: Outcome): string {
	return undoVerdict === undefined
		? undo === 'finished'
			? 'Undone.'
			: 'Undone in part.'
		: neutralise(undoVerdict);
}

/** `northwind → contoso`. */
export function pairText(source: string, destination: string): string {
	return `${neutralise(source)} → ${neutralise(destination)}`;
}

/** Runs with the text in what is shown of them, in any case. */
export function runsNamed<
	Run extends Outcome & {
		readonly id: string;
		readonly source: string;
		readonly destination: string;
	},
>(runs: readonly Run[], text: string): readonly Run[] {
	const wanted = text.toLowerCase();
	return runs.filter((run) =>
		`${run.id} ${pairText(run.source, run.destination)} ${outcomeText(run)}`
			.toLowerCase()
			.includes(wanted),
	);
}
