import {expect, test} from 'vitest';
import {type OrganizationDetails} from '../../source/migration/model.ts';
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
const ben = customer('ben');
const annaThere = destinationAccount('anna');
const benThere = destinationAccount('ben');
const stranger = destinationAccount('stranger');
const acme = sourceOrganization('Acme', {
	members: [anna, ben],
	projects: ['IT'],
});
const theirs = destinationOrganization('Acme', {members: [stranger]});

/** *Acme* is another company there, and the ledger knows nothing of what has the new name. */
function renamedBefore(copy: OrganizationDetails): Situation {
	return {
		source: {customers: [anna, ben], organizations: [acme]},
		destination: {
			accounts: [annaThere, benThere, stranger],
			details: [theirs, copy],
		},
		choices: {duplicates: 'rename'},
	};
}

const copy = destinationOrganization('Acme (Old)', {
	members: [annaThere, benThere],
	projects: ['IT'],
});

test('R13: without the ledger, the copy under the new name is known by who is in it', () => {
	expect(onlyOrganization(renamedBefore(copy))).toMatchObject({
		fate: 'link',
		destination: {id: copy.id, name: 'Acme (Old)'},
		decision: {type: 'rename', name: 'Acme (Old)'},
		members: {add: [], present: [anna.id, ben.id]},
	});
});

test('R13: a decision that gave the name finds the copy, too', () => {
	const planned = onlyOrganization({
		...renamedBefore(copy),
		choices: {duplicates: 'stop'},
		decisions: {[acme.id]: {type: 'rename', name: 'Acme (Old)'}},
	});
	expect(planned).toMatchObject({fate: 'link', destination: {id: copy.id}});
});

test('R13: a copy that lacks someone by now is asked about, neither joined nor made twice', () => {
	const lacking = destinationOrganization('Acme (Old)', {
		members: [annaThere],
		projects: ['IT'],
	});
	expect(onlyOrganization(renamedBefore(lacking))).toMatchObject({
		fate: 'conflict',
		problem: 'earlier-copy-there',
		members: {add: []},
	});
});

test.for([
	['has a stranger in it', {members: [annaThere, stranger], projects: ['IT']}],
	['is on another project', {members: [annaThere], projects: ['OTHER']}],
	['has nobody in it', {members: [], projects: ['IT']}],
	['is kept by an identity provider', {members: [annaThere], managed: true}],
] as const)(
	'R10: what %s is nobody’s earlier copy, and the name steps aside',
	([, details]) => {
		const there = destinationOrganization('Acme (Old)', details);
		expect(onlyOrganization(renamedBefore(there))).toMatchObject({
			fate: 'create',
			newName: 'Acme (Old) (2)',
		});
	},
);

test('R10: no two organizations are taken for one earlier copy', () => {
	const situation = renamedBefore(copy);
	const twin = {...acme, id: 'source:twin'};
	const {organizations} = planFor({
		...situation,
		source: {customers: [anna, ben], organizations: [acme, twin]},
	});
	expect(organizations).toMatchObject([
		{fate: 'link', destination: {id: copy.id}},
		{fate: 'create', newName: 'Acme (Old) (2)'},
	]);
});
