import {type Action, type InputAction} from './actions.ts';
import {changeAct} from './acting.ts';
import {changeSite} from './choosing-sites.ts';
import {reduceCopy} from './copy-state.ts';
import {reduceEmailEdits} from './changing-emails.ts';
import {endingOf} from './ending-of.ts';
import {type FieldId} from './fields.ts';
import {reduceJourney} from './journey.ts';
import {browse} from './browsing.ts';
import {reduceComparison} from './comparison-state.ts';
import {reduceErrands} from './errands.ts';
import {openTab, refreshRows} from './opening-tables.ts';
import {manageSites} from './managing-sites.ts';
import {reduceOpening} from './opening.ts';
import {reduceProjects} from './projects-state.ts';
import {reduceReport} from './report-state.ts';
import {reduceSaving} from './saving-state.ts';
import {reduceScan} from './scan-state.ts';
import {type SessionState} from './session-state.ts';
import {reduceShared} from './shared-state.ts';
import {afterScan, replan, settleConflicts} from './settling.ts';
import {retryIfWanted} from './retrying.ts';

/** The state after something happened. Pure: the same state and action give the same state. */
export function reduce(state: SessionState, action: Action): SessionState {
	switch (action.type) {
		case 'home-read': {
			const home = {...state.home, ...action.home, isRead: true};
			return {...state, home};
		}

		case 'site-choosing-begun':
		case 'login-opened':
		case 'site-entered':
		case 'site-asked-again':
		case 'site-connected':
		case 'site-refused': {
			return changeSite(state, action);
		}

		case 'project-ticked':
		case 'projects-ticked':
		case 'joining-begun':
		case 'joining-left':
		case 'counterpart-chosen': {
			return {...state, projects: reduceProjects(state.projects, action)};
		}

		case 'choices-made': {
			return {...state, choices: {...state.choices, ...action.choices}};
		}

		case 'scan-told':
		case 'scan-begun':
		case 'scan-failed':
		case 'scan-left':
		case 'scan-outdated': {
			return {...state, scan: reduceScan(state.scan, action, state.now)};
		}

		case 'details-read': {
			return replan({
				...state,
				scan: reduceScan(state.scan, action, state.now),
			});
		}

		case 'scan-done': {
			return afterScan({
				...state,
				scan: reduceScan(state.scan, action, state.now),
			});
		}

		case 'conflict-stage-entered':
		case 'decided':
		case 'decision-taken-back':
		case 'decisions-known': {
			return settleConflicts(state, action);
		}

		case 'copy-told':
		case 'copy-begun':
		case 'copy-stop-asked':
		case 'pace-asked':
		case 'pace-told':
		case 'error-marked':
		case 'error-left':
		case 'retry-asked': {
			return {...state, copy: reduceCopy(state.copy, action, state.now)};
		}

		case 'copy-ended':
		case 'copy-failed': {
			const after = {
				...state,
				copy: reduceCopy(state.copy, action, state.now),
			};
			return state.isLeaving
				? {...after, ending: endingOf(after)}
				: retryIfWanted(after);
		}

		case 'report-read': {
			return openTab(
				{...state, report: reduceReport(state.report, action)},
				'report',
				state.tables.report.tab,
			);
		}

		case 'report-asked':
		case 'report-left':
		case 'report-reading':
		case 'export-opened':
		case 'export-left':
		case 'export-asked':
		case 'export-written':
		case 'export-failed': {
			return {...state, report: reduceReport(state.report, action)};
		}

		case 'tab-chosen':
		case 'row-opened':
		case 'row-left':
		case 'table-sorted':
		case 'facets-opened':
		case 'facet-chosen':
		case 'rows-looked-at':
		case 'members-opened':
		case 'calls-asked':
		case 'calls-read':
		case 'calls-not-read': {
			return browse(state, action);
		}

		case 'home-chosen':
		case 'went-on':
		case 'went-to':
		case 'went-back':
		case 'went-home':
		case 'run-opened':
		case 'site-picked':
		case 'login-edited':
		case 'scope-chosen':
		case 'report-export-opened':
		case 'repeated':
		case 'copy-confirmed':
		case 'copy-resumed':
		case 'interrupted':
		case 'quit-asked':
		case 'quit-confirmed':
		case 'failures-retried': {
			return reduceJourney(state, action);
		}

		case 'typed':
		case 'list-moved':
		case 'filter-opened':
		case 'filter-kept':
		case 'overlay-opened':
		case 'overlay-left':
		case 'key-refused':
		case 'noticed':
		case 'time-passed': {
			return reduceInput(state, action);
		}

		case 'error-opened': {
			const copy = reduceCopy(state.copy, action, state.now);
			return {...state, copy, cursors: {...state.cursors, details: 0}};
		}

		case 'privacy-switched': {
			return {...state, isPrivate: !state.isPrivate};
		}

		case 'run-marked':
		case 'comparison-asked':
		case 'comparison-told':
		case 'comparison-left':
		case 'comparison-failed': {
			const comparison = reduceComparison(state.comparison, action);
			const after = {...state, comparison};
			return action.type === 'comparison-asked'
				? reduceJourney(after, {type: 'went-to', route: 'comparison'})
				: after;
		}

		case 'comparison-read': {
			const comparison = reduceComparison(state.comparison, action);
			return openTab({...state, comparison}, 'comparison', 0);
		}

		case 'errand-asked': {
			return {...state, errands: reduceErrands(state.errands, action)};
		}

		case 'errand-done': {
			const errands = reduceErrands(state.errands, action);
			return {...state, errands, notice: action.notice};
		}

		case 'email-edit-begun':
		case 'email-edited':
		case 'email-taken-back': {
			return reduceEmailEdits(state, action);
		}

		case 'shared-counted': {
			return {...state, shared: reduceShared(state.shared, action)};
		}

		case 'act-asked':
		case 'act-told':
		case 'act-prepared':
		case 'act-failed':
		case 'act-choosing':
		case 'act-confirming':
		case 'act-listed':
		case 'act-confirmed':
		case 'act-stop-asked':
		case 'act-ended':
		case 'item-ticked': {
			return changeAct(state, action);
		}

		case 'sites-listed':
		case 'site-typing':
		case 'site-check-asked':
		case 'site-checked':
		case 'site-check-failed':
		case 'site-renaming':
		case 'site-removing':
		case 'site-change-asked':
		case 'site-changed': {
			return manageSites(state, action);
		}

		case 'save-asked':
		case 'save-written':
		case 'save-failed':
		case 'save-left': {
			return {...state, saving: reduceSaving(action)};
		}

		case 'act-opened':
		case 'act-repeated':
		case 'run-followed':
		case 'run-resumed':
		case 'token-keeping':
		case 'token-kept':
		case 'site-adding':
		case 'saved-site-checked':
		case 'pilot-asked':
		case 'pilot-chosen':
		case 'placeholders-asked':
		case 'placeholders-named': {
			return reduceOpening(state, action);
		}
	}
}

function reduceInput(state: SessionState, action: InputAction): SessionState {
	switch (action.type) {
		case 'typed': {
			const {field, value} = action;
			const fields = {...state.fields, [field]: value};
			return searchAnew({...state, fields}, field);
		}

		case 'list-moved': {
			const {list, to} = action;
			return {...state, cursors: {...state.cursors, [list]: to}};
		}

		case 'filter-opened': {
			return {...state, isFiltering: true};
		}

		case 'filter-kept': {
			return {...state, isFiltering: false};
		}

		case 'overlay-opened': {
			const cursors = {...state.cursors, help: 0, quit: 0};
			return {...state, cursors, overlay: action.overlay};
		}

		case 'overlay-left': {
			return {...state, overlay: undefined};
		}

		case 'key-refused': {
			return {...state, refusal: action.reason};
		}

		case 'noticed': {
			return {...state, notice: action.notice};
		}

		case 'time-passed': {
			return state;
		}
	}
}

/** What is searched or filtered begins at its first row again. */
function searchAnew(state: SessionState, field: FieldId): SessionState {
	switch (field) {
		case 'plan-filter': {
			return refreshRows(state, 'plan');
		}

		case 'report-filter': {
			return refreshRows(state, 'report');
		}

		case 'projects-filter': {
			return {...state, cursors: {...state.cursors, projects: 0}};
		}

		case 'conflicts-filter': {
			return {...state, cursors: {...state.cursors, conflicts: 0}};
		}

		case 'act-filter': {
			return openTab(state, 'act', state.tables.act.tab);
		}

		case 'act-choice': {
			return {...state, cursors: {...state.cursors, 'act-choice': 0}};
		}

		case 'target': {
			return {...state, cursors: {...state.cursors, targets: 0}};
		}

		case 'comparison-filter': {
			return refreshRows(state, 'comparison');
		}

		case 'runs-filter': {
			return {...state, cursors: {...state.cursors, runs: 0}};
		}

		default: {
			return state;
		}
	}
}
