import {expect, test} from 'vitest';
import {type Decision} from '../../source/migration/choices.ts';
import {type PlannedOrganization} from '../../source/migration/plan.ts';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {
	type Situation,
	only,
	onlyOrganization,
	planFor,
} from '../helpers/engine-snapshots.ts';

const anna = customer('anna');
const stranger = destinationAccount('stranger');
const acme = sourceOrganization('Acme', {members: [anna], projects: ['IT']});
const acmeThere = destinationOrganization('Acme', {members: [stranger]});
const bolt = destinationOrganization('Bolt', {members: [stranger]});

/** *Acme* of the source collides with another *Acme*. */
const collision = {
	source: {customers: [anna], organizations: [acme]},
	destination: {accounts: [stranger], details: [acmeThere, bolt]},
} satisfies Situation;

function decide(
	decision: Decision,
	situation: Situation = collision,
): PlannedOrganization {
	return onlyOrganization({...situation, decisions: {[acme.id]: decision}});
}

/** The other *Acme* is kept by an identity provider. */
const managed = {
	...collision,
	destination: {details: [{...acmeThere, managed: true}]},
} satisfies Situation;

test('R10: a renamed organization is made beside the other one', () => {
	const decision = {type: 'rename', name: 'Acme West'} as const;
	expect(decide(decision)).toMatchObject({
		fate: 'create',
		newName: 'Acme West',
		decision,
		conflict: {other: {id: acmeThere.id}},
		members: {add: [anna.id]},
		links: {add: [{key: 'IT'}]},
	});
});

test.for([
	['an organization there', 'BOLT'],
	['an organization of the source', 'cask '],
	['its own name', 'ACME'],
] as const)('R10: a new name that counts as %s is asked again', ([, name]) => {
	const planned = decide(
		{type: 'rename', name},
		{
			...collision,
			source: {...collision.source, organizationNames: ['Acme', 'Cask']},
		},
	);
	expect(planned).toMatchObject({
		fate: 'conflict',
		problem: 'new-name-taken',
		conflict: {other: {id: acmeThere.id}},
	});
	expect(planned).not.toHaveProperty('newName');
});

test.for([
	['blank', ' '],
	['too long', 'x'.repeat(201)],
] as const)('R10: a new name that is %s is asked again', ([, name]) => {
	expect(decide({type: 'rename', name}).fate).toBe('conflict');
});

test('R10: two organizations can’t be given one new name', () => {
	const cask = sourceOrganization('Cask', {members: [anna]});
	const {organizations} = planFor({
		source: {customers: [anna], organizations: [acme, cask]},
		destination: {
			accounts: [stranger],
			details: [
				acmeThere,
				destinationOrganization('Cask', {members: [stranger]}),
			],
		},
		decisions: {
			[acme.id]: {type: 'rename', name: 'Both'},
			[cask.id]: {type: 'rename', name: 'both'},
		},
	});
	expect(organizations).toMatchObject([
		{fate: 'create', newName: 'Both'},
		{fate: 'conflict', problem: 'new-name-taken'},
	]);
});

test('R10: merging adds the missing members and links to the other one', () => {
	const planned = decide({type: 'merge'});
	expect(planned).toMatchObject({
		fate: 'link',
		decision: {type: 'merge'},
		destination: {id: acmeThere.id},
		members: {add: [anna.id]},
		links: {add: [{key: 'IT'}]},
	});
	// Shown before anybody gains sight of anything.
	expect(planned.conflict?.customers).toEqual({
		onlySource: ['anna@acme.example'],
		both: [],
		onlyDestination: ['stranger@acme.example'],
	});
});

test('R10: mapping adds them to the organization that was named', () => {
	const decision = {type: 'map', destinationId: bolt.id} as const;
	expect(decide(decision)).toMatchObject({
		fate: 'link',
		decision,
		destination: {id: bolt.id, name: 'Bolt'},
		members: {add: [anna.id]},
	});
});

test('R10: an organization without a conflict can be mapped too', () => {
	const decision = {type: 'map', destinationId: bolt.id} as const;
	const planned = decide(decision, {
		...collision,
		destination: {accounts: [stranger], details: [bolt]},
	});
	expect(planned).toMatchObject({fate: 'link', destination: {id: bolt.id}});
});

test('R10: a map whose target is gone is asked again', () => {
	const planned = decide({type: 'map', destinationId: 'gone'});
	expect(planned).toMatchObject({
		fate: 'conflict',
		problem: 'map-target-gone',
		conflict: {other: {id: acmeThere.id}},
	});
});

test('R10: a skipped organization is left out, its customers still go', () => {
	const plan = planFor({
		...collision,
		decisions: {[acme.id]: {type: 'skip'}},
	});
	expect(only(plan.organizations)).toMatchObject({
		fate: 'skip',
		members: {add: []},
		links: {add: []},
	});
	expect(only(plan.customers).fate).toBe('create');
});

test('a merge whose other organization is gone by now is a plain creation', () => {
	const planned = decide(
		{type: 'merge'},
		{...collision, destination: {details: [bolt]}},
	);
	expect(planned).toMatchObject({fate: 'create', newName: 'Acme'});
});

test.for([
	{type: 'merge'},
	{type: 'map', destinationId: acmeThere.id},
] as const)(
	'R9: $type never adds to what an identity provider keeps',
	(decision) => {
		expect(decide(decision, managed)).toMatchObject({
			fate: 'attention',
			problem: 'managed-there',
			members: {add: []},
		});
	},
);

test.for([
	[{type: 'rename', name: 'Acme West'}, 'create'],
	[{type: 'skip'}, 'skip'],
] as const)(
	'R10: beside what an identity provider keeps, %o is possible',
	([decision, fate]) => {
		expect(decide(decision, managed).fate).toBe(fate);
	},
);

test('R13: a remembered decision is not asked again, and this session’s goes before it', () => {
	const memory = {decisions: {[acme.id]: {type: 'merge'}}} as const;
	expect(onlyOrganization({...collision, memory})).toMatchObject({
		fate: 'link',
		decision: {type: 'merge'},
	});
	const decided = decide({type: 'skip'}, {...collision, memory});
	expect(decided.fate).toBe('skip');
});

test('a decision for an id like a property of objects meets none', () => {
	const odd = {...acme, id: 'constructor'};
	const planned = onlyOrganization({
		...collision,
		source: {customers: [anna], organizations: [odd]},
	});
	expect(planned.fate).toBe('conflict');
});
