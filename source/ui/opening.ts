import {type Side} from '../migration/events.ts';
import {type OpeningAction} from './actions.ts';
import {beginAct, openAct} from './acting.ts';
import {pickNamed} from './choosing-sites.ts';
import {reduceJourney} from './journey.ts';
import {checkSaved, typeSite} from './managing-sites.ts';
import {type SessionState} from './session-state.ts';
import {emptyField, fieldWith} from './text-field.ts';
import {walk} from './wizard.ts';

/** Opens what stands beside the journey. */
export function reduceOpening(
	state: SessionState,
	action: OpeningAction,
): SessionState {
	switch (action.type) {
		case 'act-opened': {
			return openAct(state, action.kind);
		}

		case 'act-repeated': {
			return repeatAct(state, action.choice);
		}

		case 'run-followed': {
			const {run} = action;
			const opened = reduceJourney(state, {type: 'run-opened', run});
			return reduceJourney(opened, {type: 'went-to', route: 'next'});
		}

		case 'run-resumed': {
			return resumeRun(state, action.run);
		}

		case 'token-keeping': {
			return {...state, keepingToken: action.side};
		}

		case 'token-kept': {
			return noteKept(state, action.side, action.isKept);
		}

		case 'site-adding': {
			return typeSite(state, action.site);
		}

		case 'saved-site-checked': {
			return checkSaved(state, action.site);
		}

		case 'pilot-asked': {
			const {limit} = state.choices;
			const pilot = limit === undefined ? emptyField : fieldWith(String(limit));
			return {
				...state,
				scopeQuestion: 'pilot',
				fields: {...state.fields, pilot},
			};
		}

		case 'pilot-chosen': {
			const {limit} = action;
			return {
				...state,
				scopeQuestion: undefined,
				choices: {...state.choices, limit},
			};
		}

		case 'placeholders-asked': {
			const placeholders = fieldWith(state.choices.placeholders.join(', '));
			return {
				...state,
				scopeQuestion: 'placeholders',
				fields: {...state.fields, placeholders},
			};
		}

		case 'placeholders-named': {
			const {placeholders} = action;
			return {
				...state,
				scopeQuestion: undefined,
				choices: {...state.choices, placeholders},
			};
		}
	}
}

function repeatAct(
	state: SessionState,
	choice: Extract<OpeningAction, {readonly type: 'act-repeated'}>['choice'],
): SessionState {
	const {request} = state.act;
	return request === undefined
		? state
		: beginAct(state, {...request, ...(choice !== undefined && {choice})});
}

function resumeRun(state: SessionState, id: string): SessionState {
	const run = state.home.runs.find((one) => one.id === id);

	if (run === undefined) {
		return state;
	}

	const wizard = walk(state.wizard, {
		type: 'task-begun',
		task: {type: 'resume', run: id},
		first: 'destination',
	});
	return pickNamed({...state, wizard}, 'destination', run.destination);
}

function noteKept(
	state: SessionState,
	side: Side,
	isKept: boolean,
): SessionState {
	const after = {
		...state,
		keepingToken: undefined,
		notice: isKept
			? 'The token is in the keychain.'
			: 'The keychain did not take the token; it is asked each time.',
	};
	const {stage, attempt} = state.sites[side];

	if (!isKept || stage.type !== 'connected') {
		return after;
	}

	const site = {...stage.site, canKeepToken: false};
	return {
		...after,
		sites: {...state.sites, [side]: {attempt, stage: {...stage, site}}},
	};
}
