import {expect, test} from 'vitest';
import {type Account} from '../../source/migration/model.ts';
import {Relations} from '../../source/migration/relations.ts';
import {sortPeople} from '../../source/migration/sort-people.ts';
import {sourceAccount} from '../helpers/engine-people.ts';

const anna = sourceAccount('anna');
const ines = sourceAccount('ines', {status: 'inactive'});
const dora = sourceAccount('dora', {type: 'atlassian'});
const agent = sourceAccount('agent', {type: 'atlassian'});
const robot = sourceAccount('robot', {type: 'app'});
const former = sourceAccount('former', {status: 'deleted'});
const formerApp = sourceAccount('old-robot', {type: 'app', status: 'deleted'});
const everyone = [anna, ines, dora, agent, robot, former, formerApp];

function sort(
	related: readonly Account[],
	scope: 'related' | 'all',
): Readonly<Record<string, readonly string[]>> {
	const relations = new Relations();

	for (const {id} of related) {
		relations.add(id, 'reporter', 'IT-1');
	}

	const {customers, leftOut} = sortPeople(
		everyone,
		new Set([agent.id]),
		relations,
		scope,
	);
	return Object.fromEntries(
		Object.entries({customers, ...leftOut}).map(([kind, accounts]) => [
			kind,
			accounts.map(({name}) => name),
		]),
	);
}

test('R1: the scope “related” takes only whom something relates to the projects', () => {
	expect(sort([anna, agent], 'related')).toEqual({
		customers: ['anna'],
		agents: ['agent'],
		apps: [],
		deleted: [],
	});
});

test('R2: the scope “all” takes every customer, active or not, and counts former users', () => {
	expect(sort([], 'all')).toEqual({
		customers: ['anna', 'ines', 'dora'],
		agents: [],
		apps: [],
		deleted: ['former'],
	});
});

test('R3: agents and apps met among customers are listed, never customers', () => {
	for (const scope of ['related', 'all'] as const) {
		const {customers, ...others} = sort(everyone, scope);
		expect(customers).toEqual(['anna', 'ines', 'dora']);
		expect(others).toEqual({
			agents: ['agent'],
			apps: ['robot', 'old-robot'],
			deleted: ['former'],
		});
	}
});

test('R1: each customer keeps why he is related', () => {
	const relations = new Relations();
	relations.add(anna.id, 'reporter', 'IT-204');
	relations.add(anna.id, 'organization-member', 'Acme');
	const {customers} = sortPeople([anna], new Set(), relations, 'related');
	expect(customers).toEqual([
		{
			...anna,
			reasons: [
				{type: 'reporter', example: 'IT-204'},
				{type: 'organization-member', example: 'Acme'},
			],
		},
	]);
});
