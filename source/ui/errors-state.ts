import {type FailedThing, type Progress} from '../migration/progress.ts';

/** What the admin does with the errors of a copy while they come. */
export type ErrorsState = {
	/** The one the arrows have chosen; without it, the newest. */
	readonly marked?: FailedThing;
	/** The one that is read. */
	readonly opened?: FailedThing;
	/** What failed is tried again as soon as the run has come to its end. */
	readonly isRetryWanted: boolean;
};

export type ErrorsAction =
	| {readonly type: 'error-marked'; readonly failure: FailedThing | undefined}
	| {readonly type: 'error-opened'; readonly failure: FailedThing}
	| {readonly type: 'error-left'}
	| {readonly type: 'retry-asked'; readonly isWanted: boolean};

export const noErrors: ErrorsState = {isRetryWanted: false};

export function reduceErrors(
	errors: ErrorsState,
	action: ErrorsAction,
): ErrorsState {
	switch (action.type) {
		case 'error-marked': {
			return {...errors, marked: action.failure};
		}

		case 'error-opened': {
			const {failure} = action;
			return {...errors, marked: failure, opened: failure};
		}

		case 'error-left': {
			return {...errors, opened: undefined};
		}

		case 'retry-asked': {
			return {...errors, isRetryWanted: action.isWanted};
		}
	}
}

/** Where the mark is among the errors that are kept. It stays with its error while others come, and with the oldest once its own is no longer kept. */
export function markedError(
	{marked}: ErrorsState,
	{failures}: Pick<Progress, 'failures'>,
): number {
	return marked === undefined
		? failures.length - 1
		: Math.max(failures.indexOf(marked), 0);
}
