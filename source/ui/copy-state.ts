import {type EngineEvent} from '../migration/events.ts';
import {type Plan} from '../migration/plan.ts';
import {
	type Progress,
	foldProgress,
	initialProgress,
} from '../migration/progress.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {type ExplainedError} from './services.ts';

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
};

export type CopyAction =
	| {
			readonly type: 'copy-begun';
			readonly task: CopyTask;
			readonly source: string;
			readonly destination: string;
	  }
	| {readonly type: 'copy-told'; readonly event: EngineEvent}
	| {readonly type: 'copy-stop-asked'}
	| {readonly type: 'copy-ended'; readonly summary: RunSummary}
	| {readonly type: 'copy-failed'; readonly explanation: ExplainedError};

export const noCopy: CopyState = {
	stage: {type: 'none'},
	source: '',
	destination: '',
	progress: initialProgress,
	attempt: 0,
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
	}
}

export function isRunning({stage}: CopyState): boolean {
	return stage.type === 'running';
}

/** Id of the run, as soon as there is one. */
export function runOf({task, progress}: CopyState): string | undefined {
	return progress.run ?? (task?.type === 'run' ? task.run : undefined);
}
