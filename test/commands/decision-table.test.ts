import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	readDecisionLines,
	toDecisions,
} from '../../source/commands/decision-file.ts';
import {
	decisionTable,
	newDecisions,
} from '../../source/commands/decision-table.ts';
import {type Decision} from '../../source/migration/choices.ts';
import {type PlannedOrganization} from '../../source/migration/plan.ts';

function conflict(
	id: string,
	name: string,
	decision?: Decision,
): PlannedOrganization {
	return {
		id,
		name,
		fate: decision === undefined ? 'conflict' : 'create',
		...(decision !== undefined && {decision}),
		members: {add: [], present: [], notPossible: []},
		links: {add: [], present: [], notPossible: []},
	};
}

const names = fc
	.string({unit: 'grapheme', minLength: 1, maxLength: 60})
	.filter((name) => name.trim() === name && name !== '');

const decisions: fc.Arbitrary<Decision> = fc.oneof(
	fc.constantFrom({type: 'merge'} as const, {type: 'skip'} as const),
	fc.record({type: fc.constant('rename' as const), name: names}),
	fc.record({
		type: fc.constant('map' as const),
		destinationId: fc.nat().map(String),
	}),
);

test('a table that nobody edited says nothing new, whatever the names are', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.string(), fc.option(decisions, {nil: undefined})), {
				maxLength: 20,
			}),
			(rows) => {
				const conflicts = rows.map(([name, decision], index) =>
					conflict(String(index), name, decision),
				);
				const text = [...decisionTable(conflicts)].join('');
				const read = readDecisionLines(text, 'decisions.csv');
				const standing = Object.fromEntries(
					conflicts.flatMap(({id, decision}) =>
						decision === undefined ? [] : [[id, decision] as const],
					),
				);
				expect(read.wrong).toEqual([]);
				expect(read.decisions).toHaveLength(Object.keys(standing).length);
				expect(newDecisions(toDecisions(read.decisions), standing)).toEqual({});
			},
		),
		{
			examples: ['=1', '＝1', '＋1', '－1', '＠1', "'=1"].map(
				(name): [Array<[string, Decision]>] => [[['', {type: 'rename', name}]]],
			),
		},
	);
});

test('all wrong lines are told, and the right ones are still read', () => {
	const text = [
		'kind,source_id,name,decision,new_name,destination_id',
		'customer,1,Acme,skip,,',
		'organization,2,Bolt,skip,,',
		'organization,,Cask,skip,,',
		'organization,2,Bolt,merge,,',
		'organization,3,Dune,rename,,',
		'organization,4,Ergo,map,,',
		'organization,5,Fern,burn,,',
		'organization,6,Gale,,,',
	].join('\n');
	expect(readDecisionLines(text, 'decisions.csv')).toEqual({
		decisions: [{id: '2', decision: {type: 'skip'}, line: 3}],
		wrong: [
			{line: 2, problem: 'the kind "customer" is unknown'},
			{line: 4, problem: 'the source_id is missing'},
			{line: 5, problem: 'the organization 2 is decided further up'},
			{
				line: 6,
				problem: 'rename needs a new_name of at most 200 characters',
			},
			{line: 7, problem: 'map needs a destination_id'},
			{
				line: 8,
				problem: 'the decision "burn" is none of rename, merge, map, skip',
			},
		],
	});
});
