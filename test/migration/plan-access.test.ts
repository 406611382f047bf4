import {expect, test} from 'vitest';
import {
	customer,
	destinationAccount,
	lonelyProject,
	projectPair,
} from '../helpers/engine-people.ts';
import {only, planFor} from '../helpers/engine-snapshots.ts';

const anna = customer('anna');
const ben = customer('ben');
const benThere = destinationAccount('ben');
const hugo = customer('hugo');
const agent = customer('agent', {type: 'atlassian'});
const app = customer('robot', {type: 'app'});
const former = customer('former', {status: 'deleted'});
const leftOut = {agents: [agent], apps: [app], deleted: [former]};

test('R12: whoever had access by himself gets it on the counterpart', () => {
	const {access} = planFor({
		source: {
			customers: [anna, ben],
			access: [{project: 'HR', customers: [anna.id, ben.id]}],
		},
		destination: {accounts: [benThere]},
		projects: [projectPair('HR', 'PEOPLE')],
	});
	expect(only(access)).toEqual({
		...projectPair('HR', 'PEOPLE'),
		add: [anna.id, ben.id],
		present: [],
		notPossible: [],
	});
});

test('R12: who has access there already is not added again', () => {
	const {access} = planFor({
		source: {
			customers: [ben],
			access: [{project: 'IT', customers: [ben.id]}],
		},
		destination: {
			accounts: [benThere],
			access: [{project: 'IT', customers: [benThere.id]}],
		},
	});
	expect(only(access)).toMatchObject({add: [], present: [ben.id]});
});

test('R12: customers who can’t be copied are told, others than customers are not', () => {
	const {access} = planFor({
		source: {
			customers: [hugo],
			leftOut,
			access: [
				{
					project: 'IT',
					customers: [hugo.id, agent.id, app.id, former.id],
				},
			],
		},
		destination: {accounts: [destinationAccount('hugo', {status: 'inactive'})]},
	});
	expect(only(access)).toMatchObject({
		add: [],
		present: [],
		notPossible: [hugo.id],
	});
});

test('R12: without a counterpart no customer gets access, and only customers are told', () => {
	const {access} = planFor({
		source: {
			customers: [anna],
			leftOut,
			access: [{project: 'LAB', customers: [anna.id, agent.id, app.id]}],
		},
		projects: [lonelyProject('LAB')],
	});
	expect(only(access)).toMatchObject({
		add: [],
		present: [],
		notPossible: [anna.id],
	});
});

test('a project whose access was not read plans none', () => {
	const {access} = planFor({source: {customers: [anna]}});
	expect(only(access)).toMatchObject({add: [], present: [], notPossible: []});
});
