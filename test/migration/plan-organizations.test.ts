import {expect, test} from 'vitest';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	lonelyProject,
	project,
	projectPair,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {onlyOrganization, planFor} from '../helpers/engine-snapshots.ts';

const anna = customer('anna');
const ben = customer('ben');
const benThere = destinationAccount('ben');
const stranger = destinationAccount('stranger');
const it = {projects: ['IT']};

/** *Acme* of the source, with Ben in it and linked to IT. */
const acme = sourceOrganization('Acme', {members: [ben], ...it});

test('R9: a name that the destination lacks is created', () => {
	const planned = onlyOrganization({
		source: {customers: [anna, ben], organizations: [acme]},
		destination: {
			accounts: [benThere],
			details: [destinationOrganization('Bolt', it)],
		},
	});
	expect(planned).toEqual({
		id: acme.id,
		name: 'Acme',
		fate: 'create',
		newName: 'Acme',
		members: {add: [ben.id], present: [], notPossible: []},
		links: {add: [project('IT')], present: [], notPossible: []},
	});
});

test('R9: the same name, customers and projects are linked', () => {
	const there = destinationOrganization('Acme', {members: [benThere], ...it});
	const planned = onlyOrganization({
		source: {customers: [ben], organizations: [acme]},
		destination: {accounts: [benThere], details: [there]},
	});
	expect(planned).toEqual({
		id: acme.id,
		name: 'Acme',
		fate: 'link',
		destination: {id: there.id, name: 'Acme'},
		members: {add: [], present: [ben.id], notPossible: []},
		links: {add: [], present: [project('IT')], notPossible: []},
	});
});

test.for([
	{what: 'a customer more', members: [benThere, stranger], ...it},
	{what: 'a customer less', members: [], ...it},
	{what: 'another customer', members: [stranger], ...it},
	{what: 'a project more', members: [benThere], projects: ['IT', 'HR']},
	{what: 'a project less', members: [benThere], projects: []},
])(
	'R9: the same name with $what there is a conflict',
	({what: _, ...facts}) => {
		const there = destinationOrganization('Acme', facts);
		const planned = onlyOrganization({
			source: {customers: [ben], organizations: [acme]},
			destination: {accounts: [benThere, stranger], details: [there]},
		});
		expect(planned).toMatchObject({
			fate: 'conflict',
			destination: {id: there.id, name: 'Acme'},
			conflict: {kind: 'duplicate-organization', certainty: 'certain'},
		});
		expect(planned.members).toEqual({add: [], present: [], notPossible: []});
		expect(planned.links).toEqual({add: [], present: [], notPossible: []});
	},
);

test('R9: a customer still to be created makes the organizations differ', () => {
	const both = sourceOrganization('Acme', {members: [anna, ben], ...it});
	const there = destinationOrganization('Acme', {members: [benThere], ...it});
	const planned = onlyOrganization({
		source: {customers: [anna, ben], organizations: [both]},
		destination: {accounts: [benThere], details: [there]},
	});
	expect(planned.fate).toBe('conflict');
});

test('R9: apps and former users make no difference', () => {
	const app = customer('app', {type: 'app'});
	const former = customer('former', {status: 'deleted'});
	const crowded = sourceOrganization('Acme', {
		members: [ben, app, former],
		...it,
	});
	const there = destinationOrganization('Acme', {
		members: [benThere, destinationAccount('robot', {type: 'app'})],
		...it,
	});
	const planned = onlyOrganization({
		source: {
			customers: [ben],
			leftOut: {agents: [], apps: [app], deleted: [former]},
			organizations: [crowded],
		},
		destination: {accounts: [benThere], details: [there]},
	});
	expect(planned.fate).toBe('link');
});

test('R9: an agent who is in both makes no difference', () => {
	const agent = customer('agent', {type: 'atlassian'});
	const agentThere = destinationAccount('agent', {type: 'atlassian'});
	const planned = onlyOrganization({
		source: {
			leftOut: {agents: [agent], apps: [], deleted: []},
			organizations: [sourceOrganization('Acme', {members: [agent], ...it})],
		},
		destination: {
			accounts: [agentThere],
			details: [
				destinationOrganization('Acme', {members: [agentThere], ...it}),
			],
		},
	});
	expect(planned).toMatchObject({
		fate: 'link',
		members: {add: [], present: [agent.id], notPossible: []},
	});
});

test('R9: a project without a counterpart makes no difference, but is told', () => {
	const planned = onlyOrganization({
		source: {
			organizations: [sourceOrganization('Acme', {projects: ['IT', 'LAB']})],
		},
		destination: {details: [destinationOrganization('Acme', it)]},
		projects: [projectPair('IT'), lonelyProject('LAB')],
	});
	expect(planned).toMatchObject({
		fate: 'link',
		links: {present: [{key: 'IT'}], notPossible: ['LAB']},
	});
});

test('R8: a name that only counts as equal is asked about, though all else is the same', () => {
	const there = destinationOrganization(' ACME', {members: [benThere], ...it});
	const planned = onlyOrganization({
		source: {customers: [ben], organizations: [acme]},
		destination: {accounts: [benThere], details: [there]},
	});
	expect(planned).toMatchObject({
		fate: 'conflict',
		conflict: {certainty: 'possible', other: {name: ' ACME'}},
	});
});

test('R8: of several candidates the one of exactly the same name is compared', () => {
	const details = ['ACME', 'Acme', 'acme'].map((name) =>
		destinationOrganization(name, it),
	);
	const planned = onlyOrganization({
		source: {organizations: [sourceOrganization('Acme', it)]},
		destination: {details},
	});
	expect(planned).toMatchObject({fate: 'link', destination: {name: 'Acme'}});
});

test('R8: names that count as equal on the source are asked about', () => {
	const {organizations} = planFor({
		source: {
			customers: [anna, ben],
			organizations: [
				acme,
				sourceOrganization('acme ', {members: [anna, ben], ...it}),
			],
		},
	});
	expect(organizations).toMatchObject([
		{name: 'Acme', fate: 'create', newName: 'Acme'},
		{
			name: 'acme ',
			fate: 'conflict',
			conflict: {
				kind: 'alike-organizations',
				certainty: 'possible',
				other: {id: acme.id, name: 'Acme'},
				customers: {
					onlySource: ['anna@acme.example'],
					both: ['ben@acme.example'],
					onlyDestination: [],
				},
			},
		},
	]);
});

test('R9: what an identity provider keeps and differs needs attention', () => {
	const there = destinationOrganization('Acme', {managed: true});
	const planned = onlyOrganization({
		source: {customers: [ben], organizations: [acme]},
		destination: {accounts: [benThere], details: [there]},
	});
	expect(planned).toMatchObject({
		fate: 'attention',
		problem: 'managed-there',
		destination: {id: there.id},
		members: {add: []},
		links: {add: []},
	});
});

test('R9: what an identity provider keeps and is the same is linked', () => {
	const there = destinationOrganization('Acme', {
		managed: true,
		members: [benThere],
		...it,
	});
	const planned = onlyOrganization({
		source: {customers: [ben], organizations: [acme]},
		destination: {accounts: [benThere], details: [there]},
	});
	expect(planned).toMatchObject({fate: 'link', members: {add: []}});
});

test('two projects with one counterpart are linked to it once', () => {
	const planned = onlyOrganization({
		source: {
			organizations: [sourceOrganization('Acme', {projects: ['IT', 'HR']})],
		},
		projects: [projectPair('IT'), projectPair('HR', 'IT')],
	});
	expect(planned.links.add).toEqual([project('IT')]);
});

test('organizations keep their order', () => {
	const names = ['Dune', 'Acme', 'Cask', 'Bolt'];
	const {organizations} = planFor({
		source: {organizations: names.map((name) => sourceOrganization(name))},
	});
	expect(organizations.map(({name}) => name)).toEqual(names);
});
