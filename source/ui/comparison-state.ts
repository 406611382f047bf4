import {type RunChange} from '../migration/compare-runs.ts';
import {type Explanation} from '../migration/explain.ts';
import {type Comparing} from './present/comparing.ts';

/** Two runs beside each other. */
export type ComparisonState = {
	/** The run that was marked first, while the other is looked for. */
	readonly marked?: string;
	/** Ids of the two. */
	readonly earlier?: string;
	readonly later?: string;
	/** How far it has come; missing before and afterwards. */
	readonly comparing?: Comparing;
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
	| {readonly type: 'comparison-told'; readonly comparing: Comparing}
	/** Before it was there: then nobody waits for it any more. */
	| {readonly type: 'comparison-left'}
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
			const comparing = {stage: 'earlier'} as const;
			return {earlier, later, comparing, attempt: attempt + 1};
		}

		case 'comparison-told': {
			return {...comparison, comparing: action.comparing};
		}

		case 'comparison-left': {
			return comparison.comparing === undefined ? comparison : {attempt};
		}

		case 'comparison-read': {
			return {...comparison, comparing: undefined, changes: action.changes};
		}

		case 'comparison-failed': {
			const {explanation} = action;
			return {...comparison, comparing: undefined, explanation};
		}
	}
}
