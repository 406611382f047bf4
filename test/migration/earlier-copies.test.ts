import {expect, test} from 'vitest';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	project,
	projectPair,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {onlyOrganization} from '../helpers/engine-snapshots.ts';

const anna = customer('anna');
const ben = customer('ben');
const benThere = destinationAccount('ben');
const stranger = destinationAccount('stranger');
const it = {projects: ['IT']};

/** *Acme* of the source, with Ben in it and linked to IT. */
const acme = sourceOrganization('Acme', {members: [ben], ...it});

test('R8: our earlier copy is unchanged, renamed or not, and gains only who is new', () => {
	const both = sourceOrganization('Acme', {
		members: [anna, ben],
		projects: ['IT', 'HR'],
	});
	const copy = destinationOrganization('Renamed by hand', {
		members: [benThere, stranger],
		...it,
	});
	const planned = onlyOrganization({
		source: {customers: [anna, ben], organizations: [both]},
		destination: {
			accounts: [benThere, stranger],
			details: [copy, destinationOrganization('Acme')],
		},
		projects: [projectPair('IT'), projectPair('HR')],
		memory: {organizations: new Map([[both.id, copy.id]])},
	});
	expect(planned).toEqual({
		id: both.id,
		name: 'Acme',
		fate: 'unchanged',
		destination: {id: copy.id, name: 'Renamed by hand'},
		members: {add: [anna.id], present: [ben.id], notPossible: []},
		links: {add: [project('HR')], present: [project('IT')], notPossible: []},
	});
});

test('an earlier copy that an identity provider keeps by now gains nobody', () => {
	const copy = destinationOrganization('Acme', {managed: true, ...it});
	const planned = onlyOrganization({
		source: {customers: [ben], organizations: [acme]},
		destination: {accounts: [benThere], details: [copy]},
		memory: {organizations: new Map([[acme.id, copy.id]])},
	});
	expect(planned).toMatchObject({
		fate: 'unchanged',
		problem: 'managed-there',
		members: {
			add: [],
			present: [],
			notPossible: [{customer: ben.id, why: 'organization-managed'}],
		},
	});
});

test('R13: an earlier copy that is gone is made again', () => {
	const planned = onlyOrganization({
		source: {customers: [ben], organizations: [acme]},
		memory: {organizations: new Map([[acme.id, 'gone']])},
	});
	expect(planned).toMatchObject({
		fate: 'create',
		newName: 'Acme',
		problem: 'gone-there',
	});
});
