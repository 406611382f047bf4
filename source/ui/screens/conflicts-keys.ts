import {
	type Binding,
	type ScreenKeys,
	back,
	bind,
	bindUnless,
	help,
	menuKeys,
	moveIn,
} from '../bindings.ts';
import {type Among, type ConflictStage} from '../conflicts-state.ts';
import {isDecisionFileStage} from '../decision-file-state.ts';
import {cursorOf} from '../cursors.ts';
import {nameAll, problemOfName, renameAll} from '../deciding.ts';
import {number, quantity} from '../../migration/quantity.ts';
import {nameText} from '../present/decisions.ts';
import {preparedOf} from '../scan-state.ts';
import {type SessionState} from '../session-state.ts';
import {
	openConflicts,
	plannedOrganization,
	remainingConflicts,
	shownConflicts,
	typedText,
} from '../state-facts.ts';
import {
	decisionMenu,
	mapMenu,
	mergeAllMenu,
	remainingMenu,
} from './conflict-menus.ts';
import {decisionFileKeys} from './decision-file-keys.ts';
import {amongKeys} from './conflict-among.ts';
import {targetsOf} from './conflict-targets.ts';

export const conflictsKeys: ScreenKeys = (state, size) => {
	const {stage} = state.conflicts;

	if (isDecisionFileStage(stage)) {
		return decisionFileKeys(state, stage, size);
	}

	switch (stage.type) {
		case 'list': {
			return state.isFiltering ? filteringKeys(state) : listKeys(state);
		}

		case 'deciding': {
			const organization = plannedOrganization(state.plan, stage.organization);
			return organization === undefined
				? [back, help]
				: [...menuKeys(state, decisionMenu(organization, state)), back, help];
		}

		case 'map-ready': {
			const menu = mapMenu(stage.organization, stage.target);
			return [...menuKeys(state, menu), back, help];
		}

		case 'answering-all': {
			return [
				...menuKeys(state, remainingMenu(state, stage.among)),
				...amongKeys(state, stage.among),
				back,
				help,
			];
		}

		case 'merging-all': {
			const menu = mergeAllMenu(state, stage.among);
			return [...menuKeys(state, menu), back, help];
		}

		case 'renaming': {
			return renamingKeys(state, stage);
		}

		case 'mapping': {
			return mappingKeys(state, stage);
		}

		case 'reading': {
			return [back, help];
		}

		case 'renaming-all': {
			return renamingAllKeys(state, stage.among);
		}
	}
};

function listKeys(state: SessionState): readonly Binding[] {
	const shown = shownConflicts(state);
	const open = openConflicts(state).length;
	const marked = shown[cursorOf(state.cursors, 'conflicts')];
	const notYet =
		open === 0 ? undefined : `${quantity(open, 'conflict')} still to settle.`;
	const goOn = {type: 'went-on'} as const;
	return [
		marked === undefined
			? bindUnless(notYet, 'choose', 'go on', goOn)
			: bind('choose', 'decide', {
					type: 'conflict-stage-entered',
					stage: {type: 'deciding', organization: marked.id},
				}),
		bindUnless(
			open === 0 ? 'Nothing remains: all conflicts are settled.' : undefined,
			'remaining',
			'all that remain',
			{type: 'conflict-stage-entered', stage: {type: 'answering-all'}},
		),
		bindUnless(
			state.conflicts.acts.length === 0
				? 'Nothing was decided yet that could be taken back.'
				: undefined,
			'takeBack',
			takeBackLabel(state),
			{type: 'decision-taken-back'},
		),
		bindUnless(notYet, 'goOn', 'go on', goOn),
		bind('filter', 'filter', {type: 'filter-opened'}),
		bind('decisionFile', 'CSV', {
			type: 'conflict-stage-entered',
			stage: {type: 'file'},
		}),
		// Behind the last one there is a row to go on with.
		moveIn(state, 'conflicts', shown.length + 1),
		back,
		help,
	];
}

/** Says how many answers go, where the last act gave more than one. */
function takeBackLabel({conflicts}: SessionState): string {
	const count = conflicts.acts.at(-1)?.size ?? 0;
	return count > 1 ? `take back ${number(count)}` : 'take back';
}

function filteringKeys(state: SessionState): readonly Binding[] {
	return [
		bind('choose', 'keep the filter', {type: 'filter-kept'}),
		moveIn(state, 'conflicts', shownConflicts(state).length),
		{...back, label: 'clear it'},
	];
}

function renamingKeys(
	state: SessionState,
	{organization}: Extract<ConflictStage, {readonly type: 'renaming'}>,
): readonly Binding[] {
	const prepared = preparedOf(state.scan);
	const name = typedText(state, 'new-name').trim();
	const problem =
		prepared === undefined || state.plan === undefined
			? 'blank'
			: problemOfName(prepared, state.plan, organization, name);
	return [
		bindUnless(
			problem === undefined
				? undefined
				: `This name is ${nameText(problem, name.length)}.`,
			'choose',
			'rename',
			{type: 'decided', decisions: {[organization]: {type: 'rename', name}}},
		),
		{key: 'edit', label: 'clear'},
		back,
	];
}

function mappingKeys(
	state: SessionState,
	{organization}: Extract<ConflictStage, {readonly type: 'mapping'}>,
): readonly Binding[] {
	const targets = targetsOf(state);
	const target = targets[cursorOf(state.cursors, 'targets')];
	return [
		bindUnless(
			target === undefined
				? 'No organization has this in its name.'
				: target.managed
					? 'An identity provider manages its members; nobody can be added.'
					: undefined,
			'choose',
			'choose',
			{
				type: 'conflict-stage-entered',
				stage: {type: 'reading', organization, target: target?.id ?? ''},
			},
		),
		moveIn(state, 'targets', targets.length),
		back,
	];
}

function renamingAllKeys(
	state: SessionState,
	among: Among | undefined,
): readonly Binding[] {
	const prepared = preparedOf(state.scan);
	const open = remainingConflicts(state, among);
	const pattern = typedText(state, 'pattern');
	const names =
		prepared === undefined || state.plan === undefined
			? []
			: nameAll(prepared, state.plan, open, pattern);
	return [
		bindUnless(
			pattern.trim() === ''
				? 'Type a pattern, such as {name} ({site}).'
				: undefined,
			'choose',
			`rename ${names.length}`,
			{type: 'decided', decisions: renameAll(names)},
		),
		moveIn(state, 'renames', names.length),
		{key: 'edit', label: 'clear'},
		back,
	];
}
