import {type RunChange} from '../migration/compare-runs.ts';
import {type Explanation} from '../migration/explain.ts';

/** Two runs beside each other. */
export type ComparisonState = {
	/** The run that was marked first, while the other is looked for. */
	readonly marked?: string;
	/** Ids of the two. */
	readonly earlier?: string;
	readonly later?: string;
	/** Missing until both are read. */
	readonly changes?: readonly RunChange[];
	/** Why there are none. */
	readonly explanation?: Explanation;
	readonly attempt: number;
};

export type ComparisonAction =
	/** The first of two; marked again, it is left. */
	| {readonly type: 'run-marked'; readonly run: string}
	| {
			readonly type: 'comparison-asked';
			readonly earlier: string;
			readonly later: string;
	  }
	| {
			readonly type: 'comparison-read';
			readonly changes: readonly RunChange[];
	  }
	| {
			readonly type: 'comparison-failed';
			readonly explanation: Explanation;
	  };

export const noComparison: ComparisonState = {attempt: 0};

export function reduceComparison(
	comparison: ComparisonState,
	action: ComparisonAction,
): ComparisonState {
	const {attempt} = comparison;

	switch (action.type) {
		case 'run-marked': {
			const {run} = action;
			return {
				attempt,
				...(run !== comparison.marked && {marked: run}),
			};
		}

		case 'comparison-asked': {
			const {earlier, later} = action;
			return {earlier, later, attempt: attempt + 1};
		}

		case 'comparison-read': {
			return {...comparison, changes: action.changes};
		}

		case 'comparison-failed': {
			return {...comparison, explanation: action.explanation};
		}
	}
}
