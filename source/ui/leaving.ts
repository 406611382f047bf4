import {type Side} from '../migration/events.ts';
import {leaveBrowsing} from './browsing.ts';
import {changeAct} from './acting.ts';
import {type ConflictStage} from './conflicts-state.ts';
import {changeSite} from './choosing-sites.ts';
import {reduceCopy} from './copy-state.ts';
import {type FieldId} from './fields.ts';
import {manageSites} from './managing-sites.ts';
import {notSaving} from './saving-state.ts';
import {type SessionState} from './session-state.ts';
import {isDecisionFileStage, outerFileStage} from './decision-file-state.ts';
import {routeOf, savedSitesFor, typedText} from './state-facts.ts';
import {emptyField} from './text-field.ts';

/**
Leaves what is open on the screen: a row, a filter, a question.

@returns Undefined where nothing is, so that Back leaves the screen.
*/
export function leaveInner(state: SessionState): SessionState | undefined {
	const route = routeOf(state);

	switch (route) {
		case 'source':
		case 'destination': {
			return leaveSite(state, route);
		}

		case 'projects': {
			const {joining, ...projects} = state.projects;
			return joining === undefined
				? leaveFilter(state, 'projects-filter')
				: {...state, projects};
		}

		case 'plan': {
			if (state.saving.type !== 'none') {
				return {...state, saving: notSaving};
			}

			return state.emailEdit === undefined
				? leaveBrowsing(state, 'plan')
				: {...state, emailEdit: undefined};
		}

		case 'scope': {
			return state.scopeQuestion === undefined
				? undefined
				: {...state, scopeQuestion: undefined};
		}

		case 'act': {
			return leaveActPart(state);
		}

		case 'sites': {
			return leaveSitePart(state);
		}

		case 'report': {
			const {report} = state;
			return report.exporting === undefined
				? leaveBrowsing(state, 'report')
				: {...state, report: {...report, exporting: undefined}};
		}

		case 'conflicts': {
			const {conflicts} = state;
			const stage = outerStage(conflicts.stage);
			return stage === undefined
				? leaveFilter(state, 'conflicts-filter')
				: {...state, conflicts: {...conflicts, stage}};
		}

		case 'progress': {
			return leaveError(state);
		}

		case 'comparison': {
			return leaveBrowsing(state, 'comparison');
		}

		case 'runs': {
			return leaveFilter(state, 'runs-filter') ?? leaveMark(state);
		}

		default: {
			return undefined;
		}
	}
}

/** Out of the error that is read; then the mark goes back to the newest. */
function leaveError(state: SessionState): SessionState | undefined {
	const {marked, opened} = state.copy.errors;

	if (marked === undefined) {
		return undefined;
	}

	const action =
		opened === undefined
			? ({type: 'error-marked', failure: undefined} as const)
			: ({type: 'error-left'} as const);
	return {...state, copy: reduceCopy(state.copy, action, state.now)};
}

/** The run that was to be compared. */
function leaveMark(state: SessionState): SessionState | undefined {
	const {marked, ...comparison} = state.comparison;
	return marked === undefined ? undefined : {...state, comparison};
}

/** From what was found back to the list of saved sites or, where it was typed, to the login. */
function leaveSite(state: SessionState, side: Side): SessionState | undefined {
	const {stage} = state.sites[side];

	if (stage.type === 'choosing') {
		return undefined;
	}

	if (stage.type !== 'typing' && stage.entry.name === undefined) {
		return changeSite(state, {type: 'login-opened', side, part: 'address'});
	}

	return savedSitesFor(state, side).length > 0
		? changeSite(state, {type: 'site-choosing-begun', side})
		: undefined;
}

function leaveFilter(
	state: SessionState,
	filter: FieldId & `${string}-filter`,
): SessionState | undefined {
	if (!state.isFiltering && typedText(state, filter) === '') {
		return undefined;
	}

	return {
		...state,
		isFiltering: false,
		fields: {...state.fields, [filter]: emptyField},
	};
}

function outerStage(stage: ConflictStage): ConflictStage | undefined {
	if (isDecisionFileStage(stage)) {
		return outerFileStage(stage);
	}

	switch (stage.type) {
		case 'list': {
			return undefined;
		}

		case 'deciding':
		case 'answering-all': {
			return {type: 'list'};
		}

		case 'renaming':
		case 'mapping': {
			return {type: 'deciding', organization: stage.organization};
		}

		case 'reading':
		case 'map-ready': {
			return {type: 'mapping', organization: stage.organization};
		}

		case 'renaming-all':
		case 'merging-all': {
			return {type: 'answering-all', among: stage.among};
		}
	}
}

/** From a question back to the list. What is at work is not left, since it writes. */
function leaveActPart(state: SessionState): SessionState | undefined {
	if (state.saving.type !== 'none') {
		return {...state, saving: notSaving};
	}

	switch (state.act.stage.type) {
		case 'ready': {
			return leaveBrowsing(state, 'act');
		}

		case 'choosing':
		case 'confirming': {
			return changeAct(state, {type: 'act-listed'});
		}

		case 'working': {
			return {
				...state,
				notice: 'Press ^C to stop it after what is in flight.',
			};
		}

		case 'none':
		case 'preparing':
		case 'done':
		case 'failed': {
			return undefined;
		}
	}
}

function leaveSitePart(state: SessionState): SessionState | undefined {
	const {stage} = state.managedSites;

	if (stage.type === 'list') {
		return undefined;
	}

	// What was typed is there to be mended.
	const isTyped = stage.type === 'refused' && stage.entry.name === undefined;
	return manageSites(
		state,
		isTyped ? {type: 'site-typing', part: 'address'} : {type: 'sites-listed'},
	);
}
