import {type DecisionType} from '../../migration/choices.ts';
import {type PlannedOrganization} from '../../migration/plan.ts';
import {type Action} from '../actions.ts';
import {type Among} from '../conflicts-state.ts';
import {answersTo, decideAll} from '../deciding.ts';
import {type Choice, type Menu} from '../menu.ts';
import {type SessionState} from '../session-state.ts';
import {remainingConflicts, siteNames} from '../state-facts.ts';

/** What may become of one organization. */
export function decisionMenu(
	organization: PlannedOrganization,
	state: SessionState,
): Menu {
	return {
		list: 'decision',
		choices: answersTo(organization).map((answer) => ({
			...wordsFor(answer, state),
			action: actionFor(answer, organization.id),
		})),
	};
}

/** Whether to map onto an organization, once it is known who will see what. */
export function mapMenu(organization: string, destinationId: string): Menu {
	return {
		list: 'map',
		choices: [
			{label: 'No, choose another one', action: {type: 'went-back'}},
			{
				label: 'Yes, map onto it',
				action: {
					type: 'decided',
					decisions: {[organization]: {type: 'map', destinationId}},
				},
			},
		],
	};
}

/** What may become of all that remain. */
export function remainingMenu(
	state: SessionState,
	among: Among | undefined,
): Menu {
	return {
		list: 'remaining',
		choices: [
			{
				label: 'Rename',
				detail: 'all by a pattern…',
				action: {
					type: 'conflict-stage-entered',
					stage: {type: 'renaming-all', among},
				},
			},
			{
				label: 'Merge',
				detail: 'all with those there…',
				action: {
					type: 'conflict-stage-entered',
					stage: {type: 'merging-all', among},
				},
			},
			{
				label: 'Skip',
				detail: 'all; their customers still go',
				action: {
					type: 'decided',
					decisions: decideAll(remainingConflicts(state, among), {
						type: 'skip',
					}),
				},
			},
		],
	};
}

/** Whether to merge all that remain. */
export function mergeAllMenu(
	state: SessionState,
	among: Among | undefined,
): Menu {
	const decisions = decideAll(remainingConflicts(state, among), {
		type: 'merge',
	});
	return {
		list: 'merge-all',
		choices: [
			{label: 'No', action: {type: 'went-back'}},
			{label: 'Yes, merge them all', action: {type: 'decided', decisions}},
		],
	};
}

function wordsFor(
	answer: DecisionType,
	state: SessionState,
): Pick<Choice, 'label' | 'detail'> {
	const {destination} = siteNames(state);
	return {
		rename: {label: 'Rename', detail: 'create it under another name…'},
		merge: {label: 'Merge', detail: 'make both one'},
		map: {label: 'Map', detail: `onto another one of ${destination}…`},
		skip: {label: 'Skip', detail: 'its customers still go'},
	}[answer];
}

function actionFor(answer: DecisionType, organization: string): Action {
	switch (answer) {
		case 'rename': {
			const stage = {type: 'renaming', organization} as const;
			return {type: 'conflict-stage-entered', stage};
		}

		case 'map': {
			const stage = {type: 'mapping', organization} as const;
			return {type: 'conflict-stage-entered', stage};
		}

		case 'merge':
		case 'skip': {
			const decisions = {[organization]: {type: answer}};
			return {type: 'decided', decisions};
		}
	}
}
