import {expect, test} from 'vitest';
import {type Decisions} from '../../source/migration/choices.ts';
import {
	type ConflictsState,
	changedDecisions,
	noConflicts,
	reduceConflicts,
} from '../../source/ui/conflicts-state.ts';

const skip = {type: 'skip'} as const;
const merge = {type: 'merge'} as const;

function decided(...all: readonly Decisions[]): ConflictsState {
	let state = noConflicts;

	for (const decisions of all) {
		state = reduceConflicts(state, {type: 'decided', decisions});
	}

	return state;
}

function takenBack(state: ConflictsState): ConflictsState {
	return reduceConflicts(state, {type: 'decision-taken-back'});
}

test('an answer is kept, and the list is shown again', () => {
	const deciding = reduceConflicts(noConflicts, {
		type: 'conflict-stage-entered',
		stage: {type: 'deciding', organization: '1'},
	});
	const state = reduceConflicts(deciding, {
		type: 'decided',
		decisions: {1: skip},
	});
	expect(state.decisions).toEqual({1: skip});
	expect(state.stage).toEqual({type: 'list'});
});

test('answers are taken back one after the other, the newest first', () => {
	const both = decided({1: skip}, {2: merge});
	const one = takenBack(both);
	expect(one.decisions).toEqual({1: skip});
	expect(takenBack(one).decisions).toEqual({});
	expect(takenBack(takenBack(one)).decisions).toEqual({});
});

test('an answer to all is taken back as one', () => {
	const state = decided({1: skip}, {2: merge, 3: merge});
	expect(takenBack(state).decisions).toEqual({1: skip});
});

test('taking back an answer given anew brings the former one back', () => {
	expect(takenBack(decided({1: skip}, {1: merge})).decisions).toEqual({
		1: skip,
	});
});

test('decisions of earlier runs can’t be taken back, only decided anew', () => {
	const known = reduceConflicts(decided({1: skip}), {
		type: 'decisions-known',
		decisions: {1: merge},
	});
	expect(takenBack(known).decisions).toEqual({1: merge});
});

test('what changed is told apart: made and withdrawn', () => {
	expect(changedDecisions({1: skip, 2: skip}, {1: skip, 3: merge})).toEqual({
		made: {3: merge},
		withdrawn: ['2'],
	});
});
