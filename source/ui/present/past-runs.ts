import {quantity} from '../../migration/quantity.ts';
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

type UndoneWords = {
	readonly verdict: string;
	/** What to do about it. */
	readonly next: string;
	/** Both, where there is no room for them. */
	readonly inShort: string;
};

/** What has become of a run since it was undone. */
export function undoneWords(run: Outcome | undefined): UndoneWords | undefined {
	if (run?.undo === undefined) {
		return undefined;
	}

	const verdict = undoText(run);
	const {undo, undoLeft: left = 0} = run;

	if (undo === 'begun') {
		return {
			verdict,
			next: 'Undo goes on with what is left.',
			inShort: 'Undone in part.',
		};
	}

	return left > 0
		? {
				verdict,
				next: 'Undo lists what is left, with the reason, and tries it once more.',
				inShort: `Undone; ${quantity(left, 'thing')} left.`,
			}
		: {
				verdict,
				next: 'Nothing of it is left to be done.',
				inShort: 'Undone.',
			};
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
