import {type Explanation} from '../migration/explain.ts';
import {type DecisionFile, type DecisionFileReading} from './services.ts';

/** What the admin is doing with the file of decisions, while the conflicts are on screen. */
export type DecisionFileStage =
	| {
			readonly type: 'file';
			/** Missing until it was looked for. */
			readonly file?: DecisionFile;
			/** What comes next, for the mark of the menu. */
			readonly next?: DecisionFileStep;
	  }
	| {readonly type: 'file-writing'}
	/** It is written first where there is none yet. */
	| {readonly type: 'file-editing'; readonly isWritten: boolean}
	| {readonly type: 'file-reading'}
	/** Nothing was taken over, since these lines are wrong. */
	| {
			readonly type: 'file-wrong';
			readonly wrong: DecisionFileReading['wrong'];
	  }
	| {readonly type: 'file-failed'; readonly explanation: Explanation};

/** In the order of the menu. */
export const decisionFileSteps = ['write', 'edit', 'read'] as const;

export type DecisionFileStep = (typeof decisionFileSteps)[number];

const stageTypes: ReadonlySet<string> = new Set([
	'file',
	'file-writing',
	'file-editing',
	'file-reading',
	'file-wrong',
	'file-failed',
]);

export function isDecisionFileStage<Stage extends {readonly type: string}>(
	stage: Stage | DecisionFileStage,
): stage is DecisionFileStage {
	return stageTypes.has(stage.type);
}

/** The stage that Back leads to. */
export function outerFileStage(
	stage: DecisionFileStage,
): DecisionFileStage | {readonly type: 'list'} {
	switch (stage.type) {
		case 'file': {
			return {type: 'list'};
		}

		case 'file-wrong': {
			return {type: 'file', next: 'edit'};
		}

		case 'file-writing':
		case 'file-editing':
		case 'file-reading':
		case 'file-failed': {
			return {type: 'file'};
		}
	}
}
