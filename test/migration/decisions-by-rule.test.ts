import {expect, test} from 'vitest';
import {
	type Choices,
	type DecisionType,
} from '../../source/migration/choices.ts';
import {type OrganizationDetails} from '../../source/migration/model.ts';
import {type PlannedOrganization} from '../../source/migration/plan.ts';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {
	type Situation,
	onlyOrganization,
	planFor,
} from '../helpers/engine-snapshots.ts';

const anna = customer('anna');
const stranger = destinationAccount('stranger');
const acme = sourceOrganization('Acme', {members: [anna], projects: ['IT']});
const acmeThere = destinationOrganization('Acme', {members: [stranger]});

/** *Acme* of the source collides with what the destination has. */
function collisionWith(...details: readonly OrganizationDetails[]): Situation {
	return {
		source: {customers: [anna], organizations: [acme]},
		destination: {accounts: [stranger], details},
	};
}

function byRule(
	duplicates: Choices['duplicates'],
	situation: Situation = collisionWith(acmeThere),
): PlannedOrganization {
	return onlyOrganization({...situation, choices: {duplicates}});
}

test.for([
	['rename', 'create', 'rename'],
	['merge', 'link', 'merge'],
	['skip', 'skip', 'skip'],
	['stop', 'conflict', undefined],
] as const)(
	'R10: the rule “%s” gives a collision the fate “%s”',
	([rule, fate, type]) => {
		const planned = byRule(rule);
		expect(planned.fate).toBe(fate);
		expect(planned.decision?.type).toBe(
			type satisfies DecisionType | undefined,
		);
	},
);

test('R10: the rule also answers for names that only count as equal', () => {
	const there = destinationOrganization('ACME', {members: [stranger]});
	expect(byRule('merge', collisionWith(there))).toMatchObject({
		fate: 'link',
		destination: {name: 'ACME'},
	});
});

test('R10: by rule, a name follows the pattern and steps aside where it is taken', () => {
	const other = destinationOrganization('ACME (OLD)');
	const planned = byRule('rename', collisionWith(acmeThere, other));
	expect(planned.newName).toBe('Acme (Old) (2)');
});

test('R10: by rule, no two organizations get one name', () => {
	const {organizations} = planFor({
		source: {
			customers: [anna],
			organizations: ['Acme', 'ACME', 'acme'].map((name) =>
				sourceOrganization(name, {members: [anna]}),
			),
		},
		destination: {accounts: [stranger], details: [acmeThere]},
		choices: {duplicates: 'rename'},
	});
	expect(organizations.map(({newName}) => newName)).toEqual([
		'Acme (Old)',
		'ACME (Old) (2)',
		'acme (Old) (3)',
	]);
});

test('R10: by rule, a new name leaves alone what comes later in the plan', () => {
	const {organizations} = planFor({
		source: {
			customers: [anna],
			organizations: [acme, sourceOrganization('Acme (Old)')],
		},
		destination: {accounts: [stranger], details: [acmeThere]},
		choices: {duplicates: 'rename'},
	});
	expect(organizations.map(({newName}) => newName)).toEqual([
		'Acme (Old) (2)',
		'Acme (Old)',
	]);
});

test('R9: the rule “merge” leaves what an identity provider keeps to attention', () => {
	const managed = {...acmeThere, managed: true};
	expect(byRule('merge', collisionWith(managed))).toMatchObject({
		fate: 'attention',
		problem: 'managed-there',
	});
});

test('R10: alike organizations of the source are merged into the first', () => {
	const alike = sourceOrganization('ACME', {projects: ['IT']});
	const {organizations} = planFor({
		source: {customers: [anna], organizations: [acme, alike]},
		choices: {duplicates: 'merge'},
	});
	expect(organizations).toMatchObject([
		{fate: 'create', newName: 'Acme'},
		{fate: 'link', sameAs: acme.id, decision: {type: 'merge'}},
	]);
	expect(organizations[1]).not.toHaveProperty('newName');
});

test('a decision of one’s own goes before the rule', () => {
	const planned = onlyOrganization({
		...collisionWith(acmeThere),
		choices: {duplicates: 'merge'},
		decisions: {[acme.id]: {type: 'skip'}},
	});
	expect(planned.fate).toBe('skip');
});

test('R10: by rule, a new name leaves alone what the admin has given to another', () => {
	const bolt = sourceOrganization('Bolt', {members: [anna]});
	const {organizations} = planFor({
		source: {customers: [anna], organizations: [acme, bolt]},
		destination: {
			accounts: [stranger],
			details: [acmeThere, destinationOrganization('Bolt')],
		},
		choices: {duplicates: 'rename'},
		decisions: {[bolt.id]: {type: 'rename', name: 'Acme (Old)'}},
	});
	expect(organizations.map(({newName}) => newName)).toEqual([
		'Acme (Old) (2)',
		'Acme (Old)',
	]);
});
