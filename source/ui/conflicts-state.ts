import {type Decision, type Decisions} from '../migration/choices.ts';
import {type Explanation} from '../migration/explain.ts';
import {type Conflict} from '../migration/plan.ts';
import {type DecisionFileStage} from './decision-file-state.ts';

/** What the admin is doing with the conflicts. Organizations are named by their source ids. */
export type ConflictStage =
	| DecisionFileStage
	| {readonly type: 'list'}
	| {readonly type: 'deciding'; readonly organization: string}
	| {readonly type: 'renaming'; readonly organization: string}
	/** Searching the organization to map onto. */
	| {
			readonly type: 'mapping';
			readonly organization: string;
			readonly explanation?: Explanation;
	  }
	/** Its members are being read. */
	| {
			readonly type: 'reading';
			readonly organization: string;
			readonly target: string;
	  }
	/** Who will see what is known; only the word is missing. */
	| {
			readonly type: 'map-ready';
			readonly organization: string;
			readonly target: string;
	  }
	| {readonly type: 'answering-all'; readonly among?: Among}
	| {readonly type: 'renaming-all'; readonly among?: Among}
	| {readonly type: 'merging-all'; readonly among?: Among};

/** Which of the conflicts that remain, where not all are meant: those of the very same name, or those that are only alike. */
export type Among = Conflict['certainty'];

/** One answer, to one conflict or to many at once, with what was decided on them before. */
type Act = ReadonlyMap<string, Decision | undefined>;

/** How far settling the conflicts is. */
export type ConflictsState = {
	readonly stage: ConflictStage;
	/** All decisions of the pair, by the id of the source organization. */
	readonly decisions: Decisions;
	/** For taking back, newest last. */
	readonly acts: readonly Act[];
};

export type ConflictsAction =
	| {readonly type: 'conflict-stage-entered'; readonly stage: ConflictStage}
	| {readonly type: 'decided'; readonly decisions: Decisions}
	| {readonly type: 'decision-taken-back'}
	/** Those known from earlier runs. */
	| {readonly type: 'decisions-known'; readonly decisions: Decisions};

export const noConflicts: ConflictsState = {
	stage: {type: 'list'},
	decisions: {},
	acts: [],
};

export function reduceConflicts(
	conflicts: ConflictsState,
	action: ConflictsAction,
): ConflictsState {
	const {decisions, acts} = conflicts;

	switch (action.type) {
		case 'conflict-stage-entered': {
			return {...conflicts, stage: action.stage};
		}

		case 'decided': {
			const act = new Map(
				Object.keys(action.decisions).map((id) => [id, decisions[id]]),
			);
			return {
				stage: {type: 'list'},
				decisions: {...decisions, ...action.decisions},
				acts: [...acts, act],
			};
		}

		case 'decision-taken-back': {
			const last = acts.at(-1);
			return last === undefined
				? conflicts
				: {
						stage: {type: 'list'},
						decisions: takeBack(decisions, last),
						acts: acts.slice(0, -1),
					};
		}

		case 'decisions-known': {
			return {...noConflicts, decisions: action.decisions};
		}
	}
}

/** What differs between two sets of decisions, for keeping it. */
export function changedDecisions(
	before: Decisions,
	after: Decisions,
): {readonly made: Decisions; readonly withdrawn: readonly string[]} {
	return {
		made: Object.fromEntries(
			Object.entries(after).filter(([id, decision]) => before[id] !== decision),
		),
		withdrawn: Object.keys(before).filter((id) => !Object.hasOwn(after, id)),
	};
}

function takeBack(decisions: Decisions, act: Act): Decisions {
	const others = Object.entries(decisions).filter(([id]) => !act.has(id));
	const earlier = [...act].flatMap(([id, decision]) =>
		decision === undefined ? [] : [[id, decision] as const],
	);
	return Object.fromEntries([...others, ...earlier]);
}
