import {type InviteChoice} from '../migration/plan-invite.ts';
import {type ActProgress, foldAct, noActProgress} from './act-progress.ts';
import {
	type ActEvent,
	type ActRequest,
	type ActSummary,
	type ExplainedError,
	type PreparedAct,
} from './services.ts';

/** What the customers to invite can be chosen by. */
export type InvitePart = keyof InviteChoice;

/** How far an act is: prepared, looked at, confirmed, carried out. A verification ends where it can be looked at. */
export type ActStage =
	| {readonly type: 'none'}
	| {readonly type: 'preparing'}
	| {readonly type: 'ready'; readonly act: PreparedAct}
	| {
			readonly type: 'choosing';
			readonly act: PreparedAct;
			readonly part: InvitePart;
	  }
	| {readonly type: 'confirming'; readonly act: PreparedAct}
	| {
			readonly type: 'working';
			readonly act: PreparedAct;
			/** The admin asked it to finish what is in flight and stop. */
			readonly isStopping: boolean;
	  }
	| {
			readonly type: 'done';
			readonly act: PreparedAct;
			readonly summary: ActSummary;
	  }
	| {readonly type: 'failed'; readonly explanation: ExplainedError};

/** An act that follows a run. */
export type ActState = {
	readonly stage: ActStage;
	readonly request?: ActRequest;
	readonly progress: ActProgress;
	/** When the work of this stage began, in milliseconds since 1970. */
	readonly since: number;
	/** Counts what was begun, so that a late answer to something earlier is known as such. */
	readonly attempt: number;
};

export type ActAction =
	| {readonly type: 'act-asked'; readonly request: ActRequest}
	| {
			readonly type: 'act-told';
			readonly attempt: number;
			readonly event: ActEvent;
	  }
	| {
			readonly type: 'act-prepared';
			readonly attempt: number;
			readonly act: PreparedAct;
	  }
	| {
			readonly type: 'act-failed';
			readonly attempt: number;
			readonly explanation: ExplainedError;
	  }
	/** Among whom to choose is asked, or back to the list without an answer. */
	| {readonly type: 'act-choosing'; readonly part?: InvitePart}
	| {readonly type: 'act-confirming'}
	| {readonly type: 'act-listed'}
	| {readonly type: 'act-confirmed'}
	| {readonly type: 'act-stop-asked'}
	| {
			readonly type: 'act-ended';
			readonly attempt: number;
			readonly summary: ActSummary;
	  }
	| {
			readonly type: 'item-ticked';
			readonly item: string;
			readonly isDone: boolean;
	  };

export const noAct: ActState = {
	stage: {type: 'none'},
	progress: noActProgress,
	since: 0,
	attempt: 0,
};

export function reduceAct(
	state: ActState,
	action: ActAction,
	now: number,
): ActState {
	const {stage} = state;

	switch (action.type) {
		case 'act-asked': {
			const begun = begin(state, {type: 'preparing'}, now);
			return {...begun, request: action.request};
		}

		case 'act-told': {
			return action.attempt === state.attempt
				? {...state, progress: foldAct(state.progress, action.event, now)}
				: state;
		}

		case 'act-prepared': {
			return stage.type === 'preparing' && action.attempt === state.attempt
				? {...state, stage: {type: 'ready', act: action.act}}
				: state;
		}

		case 'act-failed': {
			const {explanation, attempt} = action;
			return isActing(state) && attempt === state.attempt
				? {...state, stage: {type: 'failed', explanation}}
				: state;
		}

		case 'act-choosing': {
			const {part} = action;
			return 'act' in stage && part !== undefined
				? {...state, stage: {type: 'choosing', act: stage.act, part}}
				: state;
		}

		case 'act-confirming': {
			return stage.type === 'ready'
				? {...state, stage: {type: 'confirming', act: stage.act}}
				: state;
		}

		case 'act-listed': {
			return 'act' in stage
				? {...state, stage: {type: 'ready', act: stage.act}}
				: state;
		}

		case 'act-confirmed': {
			return stage.type === 'confirming'
				? begin(
						state,
						{type: 'working', act: stage.act, isStopping: false},
						now,
					)
				: state;
		}

		case 'act-stop-asked': {
			return stage.type === 'working'
				? {...state, stage: {...stage, isStopping: true}}
				: state;
		}

		case 'act-ended': {
			const {summary} = action;
			return stage.type === 'working' && action.attempt === state.attempt
				? {...state, stage: {type: 'done', act: stage.act, summary}}
				: state;
		}

		case 'item-ticked': {
			return 'act' in stage
				? {
						...state,
						stage: {...stage, act: withTick(stage.act, action)},
					}
				: state;
		}
	}
}

/** What is prepared or carried out right now. */
export function isActing({stage}: ActState): boolean {
	return stage.type === 'preparing' || stage.type === 'working';
}

/** What was only looked at is forgotten with its screen; how an act ended is kept for the last words. */
export function leaveAct(state: ActState): ActState {
	return state.stage.type === 'done' || state.stage.type === 'working'
		? state
		: {...noAct, attempt: state.attempt};
}

function begin(state: ActState, stage: ActStage, now: number): ActState {
	return {
		...state,
		stage,
		progress: noActProgress,
		since: now,
		attempt: state.attempt + 1,
	};
}

function withTick(
	act: PreparedAct,
	{item, isDone}: {readonly item: string; readonly isDone: boolean},
): PreparedAct {
	return act.kind === 'follow-up'
		? {
				...act,
				items: act.items.map((one) =>
					one.id === item ? {...one, isDone} : one,
				),
			}
		: act;
}
