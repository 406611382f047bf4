import {type EngineEvent} from '../migration/events.ts';
import {type Plan} from '../migration/plan.ts';
import {
	type Progress,
	foldProgress,
	initialProgress,
} from '../migration/progress.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {fullPace} from './copy-pace.ts';
import {
	type ErrorsAction,
	type ErrorsState,
	noErrors,
	reduceErrors,
} from './errors-state.ts';
import {
	type CopyPace,
	type ExplainedError,
	type PaceChange,
} from './services.ts';

/** What is carried out: a plan just reviewed, or the rest of an interrupted run. */
export type CopyTask =
	| {readonly type: 'plan'; readonly plan: Plan}
	| {readonly type: 'run'; readonly run: string};

/** A copy, from its beginning to its end; it goes on whatever is on screen. */
export type CopyState = {
	readonly stage:
		| {readonly type: 'none'}
		| {
				readonly type: 'running';
				/** The admin asked it to finish what is in flight and stop. */
				readonly isStopping: boolean;
		  }
		| {readonly type: 'ended'; readonly summary: RunSummary}
		| {readonly type: 'failed'; readonly explanation: ExplainedError};
	readonly task?: CopyTask;
	/** Names of the sites, for the screen. */
	readonly source: string;
	readonly destination: string;
	readonly progress: Progress;
	readonly attempt: number;
	readonly pace: CopyPace;
	readonly errors: ErrorsState;
};

export type CopyAction =
	| ErrorsAction
	| {
			readonly type: 'copy-begun';
			readonly task: CopyTask;
			readonly source: string;
			readonly destination: string;
	  }
	| {readonly type: 'copy-told'; readonly event: EngineEvent}
	| {readonly type: 'copy-stop-asked'}
	| {readonly type: 'copy-ended'; readonly summary: RunSummary}
	| {readonly type: 'copy-failed'; readonly explanation: ExplainedError}
	/** The session asks the destination for it, and tells what came of it. */
	| {readonly type: 'pace-asked'; readonly change: PaceChange}
	| {readonly type: 'pace-told'; readonly pace: CopyPace};

export const noCopy: CopyState = {
	stage: {type: 'none'},
	source: '',
	destination: '',
	progress: initialProgress,
	attempt: 0,
	pace: fullPace,
	errors: noErrors,
};

export function reduceCopy(
	copy: CopyState,
	action: CopyAction,
	now: number,
): CopyState {
	switch (action.type) {
		case 'copy-begun': {
			const {task, source, destination} = action;
			return {
				stage: {type: 'running', isStopping: false},
				task,
				source,
				destination,
				progress: initialProgress,
				attempt: copy.attempt + 1,
				// Whoever went slower has a reason that may still hold; a pause is over.
				pace: {...fullPace, share: copy.pace.share},
				errors: noErrors,
			};
		}

		case 'copy-told': {
			const progress = foldProgress(copy.progress, action.event, now);
			return {...copy, progress};
		}

		case 'copy-stop-asked': {
			return isRunning(copy)
				? {...copy, stage: {type: 'running', isStopping: true}}
				: copy;
		}

		case 'copy-ended': {
			return {...copy, stage: {type: 'ended', summary: action.summary}};
		}

		case 'copy-failed': {
			const {explanation} = action;
			return {...copy, stage: {type: 'failed', explanation}};
		}

		case 'pace-asked': {
			return copy;
		}

		case 'pace-told': {
			return {...copy, pace: action.pace};
		}

		case 'error-marked':
		case 'error-opened':
		case 'error-left':
		case 'retry-asked': {
			return {...copy, errors: reduceErrors(copy.errors, action)};
		}
	}
}

export function isRunning({stage}: CopyState): boolean {
	return stage.type === 'running';
}

/** Whether anything failed that trying again may mend. */
export function hasFailed({progress}: CopyState): boolean {
	return progress.failures.length > 0;
}

/** Id of the run, as soon as there is one. */
export function runOf({task, progress}: CopyState): string | undefined {
	return progress.run ?? (task?.type === 'run' ? task.run : undefined);
}
