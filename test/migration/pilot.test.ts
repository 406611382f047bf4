import {expect, test} from 'vitest';
import {type Plan} from '../../source/migration/plan.ts';
import {copyAll} from '../helpers/engine-copy.ts';
import {
	accessTo,
	customer,
	destinationAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {only, planFor} from '../helpers/engine-snapshots.ts';
import {createStory} from '../helpers/engine-story.ts';

const ben = customer('ben');
const anna = customer('anna');
const cleo = customer('cleo');
const benThere = destinationAccount('ben');

function pilotOf(limit: number | undefined): Plan {
	return planFor({
		source: {
			customers: [ben, anna, cleo],
			organizations: [
				sourceOrganization('Acme', {members: [anna, cleo], projects: ['IT']}),
				sourceOrganization('Bolt', {members: [ben, cleo], projects: ['IT']}),
				sourceOrganization('Cask', {projects: ['IT']}),
			],
			access: [accessTo('IT', anna, cleo)],
		},
		destination: {accounts: [benThere]},
		choices: {limit},
	});
}

test('a pilot takes at most so many customers, those to be created first', () => {
	const names = (limit: number) =>
		pilotOf(limit).customers.map(({name}) => name);
	expect(names(1)).toEqual(['anna']);
	expect(names(2)).toEqual(['anna', 'cleo']);
	expect(names(9)).toEqual(['ben', 'anna', 'cleo']);
});

test('a pilot takes the organizations its customers need, with nobody else in them', () => {
	expect(pilotOf(1)).toMatchObject({
		organizations: [{name: 'Acme', fate: 'create', members: {add: [anna.id]}}],
		access: [{add: [anna.id]}],
	});
	expect(pilotOf(1).organizations).toHaveLength(1);
});

test('what is not possible for others does not bother a pilot', () => {
	const gina = customer('gina', {type: 'atlassian'});
	const {organizations, access} = planFor({
		source: {
			customers: [anna, gina],
			organizations: [sourceOrganization('Acme', {members: [anna, gina]})],
			access: [accessTo('IT', gina)],
		},
		choices: {limit: 1},
	});
	expect(only(organizations).members.notPossible).toEqual([]);
	expect(only(access).notPossible).toEqual([]);
});

test('what is not possible for the pilot’s own customers is told', () => {
	const hugo = customer('hugo', {type: 'atlassian'});
	const {organizations, access} = planFor({
		source: {
			customers: [hugo],
			organizations: [sourceOrganization('Acme', {members: [hugo]})],
			access: [accessTo('IT', hugo)],
		},
		choices: {limit: 1},
	});
	expect(only(organizations).members.notPossible).toEqual([
		{customer: hugo.id, why: 'not-copied'},
	]);
	expect(only(access).notPossible).toEqual([hugo.id]);
});

test('without a limit everybody is taken', () => {
	const {customers, organizations} = pilotOf(undefined);
	expect(customers).toHaveLength(3);
	expect(organizations).toHaveLength(3);
});

test('a copy after a pilot brings the rest', async () => {
	const story = createStory();
	const whole = createStory();
	await copyAll(whole);
	story.ledger.decide(story.decisions ?? {});
	const pilot = await copyAll({
		...story,
		choices: {...story.choices, limit: 2},
	});
	expect(pilot.summary).toMatchObject({exitCode: 0, customers: {chosen: 2}});
	await copyAll(story);
	expect(story.destination.describe()).toEqual(whole.destination.describe());
});
