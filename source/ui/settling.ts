import {type PlannedOrganization} from '../migration/plan.ts';
import {
	type ConflictsAction,
	changedDecisions,
	reduceConflicts,
} from './conflicts-state.ts';
import {decisionFileSteps} from './decision-file-state.ts';
import {answersTo, planWith, proposeName} from './deciding.ts';
import {type FieldId} from './fields.ts';
import {preparedOf} from './scan-state.ts';
import {type SessionState} from './session-state.ts';
import {plannedOrganization, shownConflicts, typedText} from './state-facts.ts';
import {fieldWith} from './text-field.ts';

/** Decisions of earlier runs are known by now, and the plan can be made. */
export function afterScan(state: SessionState): SessionState {
	const prepared = preparedOf(state.scan);

	if (prepared === undefined) {
		return state;
	}

	const decisions = {...prepared.memory.decisions, ...prepared.decisions};
	return toOpenConflict(
		replan({
			...state,
			// What was counted before the scan is worth as little as what was read.
			shared: {},
			conflicts: reduceConflicts(state.conflicts, {
				type: 'decisions-known',
				decisions,
			}),
		}),
		0,
	);
}

export function settleConflicts(
	state: SessionState,
	action: ConflictsAction,
): SessionState {
	const conflicts = reduceConflicts(state.conflicts, action);
	const after = {...state, conflicts};

	if (conflicts.decisions === state.conflicts.decisions) {
		return readyStage(after);
	}

	return action.type === 'decided'
		? toOpenConflict(replan(after), state.cursors.conflicts ?? 0)
		: toConflict(replan(after), changed(state, after));
}

/** Readies what a question needs. Each menu begins at the answer that does the least, or at the one given before. */
function readyStage(state: SessionState): SessionState {
	const {stage} = state.conflicts;
	const marked = {
		...state,
		cursors: {
			...state.cursors,
			decision: 0,
			map: 0,
			remaining: 0,
			'merge-all': 0,
			'wrong-lines': 0,
		},
	};

	switch (stage.type) {
		case 'deciding': {
			const organization = plannedOrganization(state.plan, stage.organization);
			const answer = organization?.decision?.type;
			const decision =
				organization === undefined || answer === undefined
					? 0
					: Math.max(answersTo(organization).indexOf(answer), 0);
			return {...marked, cursors: {...marked.cursors, decision}};
		}

		case 'renaming': {
			return fill(marked, 'new-name', proposalFor(marked, stage.organization));
		}

		case 'mapping': {
			return stage.explanation === undefined
				? fill(marked, 'target', '')
				: marked;
		}

		case 'renaming-all': {
			return typedText(state, 'pattern') === ''
				? fill(marked, 'pattern', state.choices.renameAs)
				: marked;
		}

		case 'file': {
			const at = decisionFileSteps.indexOf(stage.next ?? 'write');
			const cursors = {...marked.cursors, 'decision-file': at};
			return {...marked, cursors};
		}

		default: {
			return marked;
		}
	}
}

function fill(state: SessionState, field: FieldId, text: string): SessionState {
	return {...state, fields: {...state.fields, [field]: fieldWith(text)}};
}

function proposalFor({scan, plan, choices}: SessionState, id: string): string {
	const prepared = preparedOf(scan);
	const organization = plannedOrganization(plan, id);
	return prepared === undefined ||
		plan === undefined ||
		organization === undefined
		? ''
		: proposeName(prepared, plan, organization, choices.renameAs);
}

/** Ids of the organizations whose decision differs. */
function changed(before: SessionState, after: SessionState): readonly string[] {
	const {made, withdrawn} = changedDecisions(
		before.conflicts.decisions,
		after.conflicts.decisions,
	);
	return [...withdrawn, ...Object.keys(made)];
}

/** Moves to the first of these conflicts that is shown. */
function toConflict(state: SessionState, ids: readonly string[]): SessionState {
	const index = shownConflicts(state).findIndex(({id}) => ids.includes(id));
	return index === -1
		? state
		: {...state, cursors: {...state.cursors, conflicts: index}};
}

export function replan(state: SessionState): SessionState {
	const prepared = preparedOf(state.scan);
	return prepared === undefined
		? state
		: {
				...state,
				plan: planWith(prepared, state.conflicts.decisions, state.choices),
			};
}

/** Moves to the next open conflict or, where none is left, behind the last one. */
function toOpenConflict(state: SessionState, from: number): SessionState {
	const shown = shownConflicts(state);
	const isOpen = ({fate}: PlannedOrganization) => fate === 'conflict';
	const below = shown.findIndex(
		(organization, index) => index >= from && isOpen(organization),
	);
	const next =
		below === -1
			? shown.findIndex((organization) => isOpen(organization))
			: below;
	const conflicts = next === -1 ? shown.length : next;
	return {...state, cursors: {...state.cursors, conflicts}};
}
