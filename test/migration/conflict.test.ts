import {expect, test} from 'vitest';
import {type Conflict} from '../../source/migration/plan.ts';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	project,
	projectPair,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {
	type Situation,
	onlyOrganization,
	planFor,
} from '../helpers/engine-snapshots.ts';

function conflictOf(situation: Situation): Conflict {
	const {conflict} = onlyOrganization(situation);
	expect(conflict).toBeDefined();
	return conflict!;
}

test('both sides of a conflict stand next to each other, people by who they are there', () => {
	const here = [customer('anna'), customer('ben')];
	const there = [destinationAccount('ben'), destinationAccount('zoe')];
	const {customers} = conflictOf({
		source: {
			customers: here,
			organizations: [sourceOrganization('Acme', {members: here})],
		},
		destination: {
			accounts: there,
			details: [destinationOrganization('Acme', {members: there})],
		},
	});
	expect(customers).toEqual({
		onlySource: ['anna@acme.example'],
		both: ['ben@acme.example'],
		onlyDestination: ['zoe@acme.example'],
	});
});

test('someone of another account type there is still the same person', () => {
	const emil = customer('emil');
	const emilThere = destinationAccount('emil', {type: 'atlassian'});
	const zoe = destinationAccount('zoe');
	const {customers} = conflictOf({
		source: {
			customers: [emil],
			organizations: [sourceOrganization('Acme', {members: [emil]})],
		},
		destination: {
			accounts: [emilThere, zoe],
			details: [destinationOrganization('Acme', {members: [emilThere, zoe]})],
		},
	});
	expect(customers.both).toEqual(['emil@acme.example']);
});

test('someone deactivated there is still the same person', () => {
	const hugo = customer('hugo');
	const hugoThere = destinationAccount('hugo', {status: 'inactive'});
	const {customers} = conflictOf({
		source: {
			customers: [hugo],
			organizations: [
				sourceOrganization('Acme', {members: [hugo], projects: ['IT']}),
			],
		},
		destination: {
			accounts: [hugoThere],
			details: [destinationOrganization('Acme', {members: [hugoThere]})],
		},
	});
	expect(customers.both).toEqual(['hugo@acme.example']);
});

test('where an email is hidden the name stands for it', () => {
	const hidden = customer('anna', {email: undefined});
	const hiddenThere = destinationAccount('zoe', {email: undefined});
	const {customers} = conflictOf({
		source: {
			customers: [hidden],
			organizations: [sourceOrganization('Acme', {members: [hidden]})],
		},
		destination: {
			accounts: [hiddenThere],
			details: [destinationOrganization('Acme', {members: [hiddenThere]})],
		},
	});
	expect(customers).toEqual({
		onlySource: ['anna'],
		both: [],
		onlyDestination: ['zoe'],
	});
});

test('projects are compared by their counterparts there', () => {
	const {projects} = conflictOf({
		source: {
			organizations: [
				sourceOrganization('Acme', {projects: ['IT', 'HR', 'LAB']}),
			],
		},
		destination: {
			details: [
				destinationOrganization('Acme', {projects: ['PEOPLE', 'OTHER']}),
			],
		},
		projects: [
			projectPair('IT'),
			projectPair('HR', 'PEOPLE'),
			{from: project('LAB')},
		],
	});
	expect(projects).toEqual({
		onlySource: ['IT'],
		both: ['PEOPLE'],
		onlyDestination: ['OTHER'],
	});
});

test('projects of alike organizations are named by their keys on the destination too', () => {
	const {organizations} = planFor({
		source: {
			organizations: [
				sourceOrganization('Acme', {projects: ['IT', 'HR']}),
				sourceOrganization('ACME', {projects: ['HR', 'LAB']}),
			],
		},
		projects: [
			projectPair('IT'),
			projectPair('HR', 'PEOPLE'),
			{from: project('LAB')},
		],
	});
	expect(organizations[1]?.conflict?.projects).toEqual({
		onlySource: [],
		both: ['PEOPLE'],
		onlyDestination: ['IT'],
	});
});
