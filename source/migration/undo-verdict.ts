import {number, quantity} from './quantity.ts';
import {type Ending} from './run-summary.ts';
import {type UndoCounts} from './undo-plan.ts';

type Numbers = {
	readonly takenBack: UndoCounts;
	readonly kept: number;
	readonly failed: number;
	/** Missing where the undo did not come to looking. */
	readonly unexplained?: number;
};

/** One sentence that says whether all is well. Only a finished undo that looked again gets one that ends in *unexplained*. */
export function undoVerdict(
	run: string,
	destination: string,
	ending: Ending,
	{takenBack, kept, failed, unexplained}: Numbers,
): string {
	const gone = takenBackWords(takenBack);

	if (ending !== 'finished' || unexplained === undefined) {
		const verb = ending === 'stopped' ? 'Stopped' : 'Broken off';
		return `${verb}: of run ${run}, ${gone} are taken back from ${destination}; undo it again to go on from there.`;
	}

	const parts = [
		`${gone} are taken back from ${destination}`,
		...(kept > 0
			? [
					`${quantity(kept, 'thing')} ${kept === 1 ? 'stays' : 'stay'}, with the reason`,
				]
			: []),
		...(failed > 0 ? [`${number(failed)} failed`] : []),
	];
	return `Run ${run} is undone: ${parts.join(', ')}; ${number(unexplained)} unexplained.`;
}

/** Such as `3 customers, 2 organizations and 5 memberships`. */
export function takenBackWords(counts: UndoCounts): string {
	const parts = [
		...(counts['request-link'] > 0
			? [quantity(counts['request-link'], 'request link')]
			: []),
		quantity(counts.customer, 'customer'),
		quantity(counts.organization, 'organization'),
		quantity(counts.membership, 'membership'),
		quantity(counts['project-link'], 'project link'),
		...(counts.group > 0 ? [quantity(counts.group, 'group')] : []),
		`${quantity(counts['project-access'], 'place')} on customer lists`,
	];
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}
