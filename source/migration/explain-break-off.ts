import {type Explanation, explainFailure} from './explain.ts';
import {quantity} from './quantity.ts';
import {type RunSummary} from './run-summary.ts';

/** Why a run was broken off and what to do before it is resumed; undefined for any other end. The site's own words in it are untrusted. */
export function explainBreakOff({
	error,
	tooManyErrors,
}: Pick<RunSummary, 'error' | 'tooManyErrors'>): Explanation | undefined {
	if (tooManyErrors !== undefined) {
		const {count, failure} = tooManyErrors;
		const {problem} = explainFailure(
			failure,
			`Too many errors, ${quantity(count, 'call')} in a row failed alike`,
		);
		return {
			problem,
			nextStep:
				'Do something about the cause and resume; or resume with more errors allowed in a row (--max-errors).',
		};
	}

	return error && explainFailure(error, 'Broken off');
}
