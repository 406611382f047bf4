import {type Explanation} from '../migration/explain.ts';
import {type Plan} from '../migration/plan.ts';
import {type Check} from '../migration/verification.ts';

/** What can be saved to a file from where it is shown. */
export type Saved =
	| {readonly what: 'plan'; readonly plan: Plan}
	| {
			readonly what: 'checks';
			readonly run: string;
			readonly checks: readonly Check[];
	  };

/** Saving to a file, until the admin has seen where it went. */
export type SavingState =
	| {readonly type: 'none'}
	| {readonly type: 'writing'; readonly saved: Saved}
	| {
			readonly type: 'written';
			readonly what: Saved['what'];
			readonly place: string;
	  }
	| {readonly type: 'failed'; readonly explanation: Explanation};

export type SavingAction =
	| {readonly type: 'save-asked'; readonly saved: Saved}
	| {
			readonly type: 'save-written';
			readonly what: Saved['what'];
			readonly place: string;
	  }
	| {readonly type: 'save-failed'; readonly explanation: Explanation}
	| {readonly type: 'save-left'};

export const notSaving: SavingState = {type: 'none'};

export function reduceSaving(action: SavingAction): SavingState {
	switch (action.type) {
		case 'save-asked': {
			return {type: 'writing', saved: action.saved};
		}

		case 'save-written': {
			return {type: 'written', what: action.what, place: action.place};
		}

		case 'save-failed': {
			return {type: 'failed', explanation: action.explanation};
		}

		case 'save-left': {
			return notSaving;
		}
	}
}
