import {explainBreakOff} from '../migration/explain-break-off.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {neutralise} from '../text/neutralise.ts';

/** Why a run was broken off, in lines of plain text; none for any other end. */
export function breakOffText(
	summary: Pick<RunSummary, 'error' | 'tooManyErrors'>,
): readonly string[] {
	const explanation = explainBreakOff(summary);
	return explanation === undefined
		? []
		: [neutralise(`${explanation.problem} ${explanation.nextStep}`)];
}
