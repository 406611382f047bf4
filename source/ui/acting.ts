import {type ActAction, leaveAct, reduceAct} from './act-state.ts';
import {isRunning} from './copy-state.ts';
import {openTab} from './opening-tables.ts';
import {pickNamed} from './choosing-sites.ts';
import {type ActKind, type ActRequest} from './services.ts';
import {type SessionState} from './session-state.ts';
import {routeOf, siteOf} from './state-facts.ts';
import {emptyField} from './text-field.ts';
import {walk} from './wizard.ts';

/** Changes an act, and what its screen has around it. */
export function changeAct(
	state: SessionState,
	action: ActAction,
): SessionState {
	const after = {...state, act: reduceAct(state.act, action, state.now)};

	switch (action.type) {
		case 'act-prepared': {
			const fields = {...state.fields, 'act-filter': emptyField};
			return openTab({...after, fields, isFiltering: false}, 'act', 0);
		}

		case 'act-choosing': {
			return {
				...after,
				fields: {...state.fields, 'act-choice': emptyField},
				cursors: {...state.cursors, 'act-choice': 0},
			};
		}

		case 'act-confirming': {
			return {
				...after,
				fields: {...state.fields, 'act-answer': emptyField},
				cursors: {...state.cursors, 'act-answer': 0},
			};
		}

		case 'act-ended': {
			return readHomeAgain({
				...after,
				// After an undo there is less to choose from, so the mark begins anew.
				cursors: {
					...state.cursors,
					details: 0,
					...(state.act.request?.kind === 'undo' && {next: 0}),
				},
			});
		}

		case 'item-ticked': {
			const {cursors} = state;
			return {...openTab(after, 'act', 0), cursors};
		}

		default: {
			return after;
		}
	}
}

/** Opens an act on the run whose report is shown. Where the token of its destination has to be typed, that is asked first. */
export function openAct(state: SessionState, kind: ActKind): SessionState {
	const {report} = state;

	if (report.run === undefined) {
		return {...state, notice: 'Open the report of a run first.'};
	}

	if (isRunning(state.copy)) {
		return {...state, notice: 'Not while a copy is under way.'};
	}

	const request = {kind, run: report.run};

	if (!requiresLogin(state)) {
		return beginAct(state, request);
	}

	const {url, name} = report.finished!.report.plan.destination;
	const asked = {
		...state,
		wizard: {
			...walk(state.wizard, {type: 'went-to', route: 'destination'}),
			task: {type: 'act', request} as const,
		},
	};
	const isSaved = state.home.sites.some((site) => site.url === url);
	return pickNamed(asked, 'destination', isSaved ? url : name);
}

/** Shows the screen of an act and begins to prepare it. A login that was asked for on the way is left behind. */
export function beginAct(
	state: SessionState,
	request: ActRequest,
): SessionState {
	const asked =
		routeOf(state) === 'destination'
			? walk(state.wizard, {type: 'went-back'})
			: state.wizard;
	const wizard = walk(asked, {type: 'went-to', route: 'act'});
	return changeAct(
		{...state, wizard, isFiltering: false},
		{type: 'act-asked', request},
	);
}

/** Forgets an act with its screen. */
export function forgetAct(state: SessionState): SessionState {
	return {...state, act: leaveAct(state.act)};
}

/** Whether nobody but the admin knows the token of the destination. */
function requiresLogin(state: SessionState): boolean {
	const plan = state.report.finished?.report.plan;

	if (state.isPractice || plan === undefined) {
		return false;
	}

	const {url} = plan.destination;
	const saved = state.home.sites.find((site) => site.url === url);
	return (
		(saved?.token ?? 'asked') === 'asked' &&
		siteOf(state, 'destination')?.url !== url
	);
}

function readHomeAgain(state: SessionState): SessionState {
	const {home} = state;
	return {...state, home: {...home, visit: home.visit + 1, isRead: false}};
}
