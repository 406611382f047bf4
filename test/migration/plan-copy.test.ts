import {expect, test} from 'vitest';
import {planCopy} from '../../source/migration/plan-copy.ts';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	projectPair,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {makePlan, prepare} from '../helpers/engine-copy.ts';
import {
	onlyOrganization,
	planFor,
	planInput,
} from '../helpers/engine-snapshots.ts';
import {createStory} from '../helpers/engine-story.ts';

test('R14: the same input gives the same plan', async () => {
	const input = await prepare(createStory());
	const before = structuredClone(planCopy(input));
	expect(planCopy(input)).toEqual(before);
	expect(await makePlan(createStory())).toEqual(before);
});

test('R14: a plan is plain JSON and loses nothing when it is saved', async () => {
	const plan = await makePlan(createStory());
	const saved = JSON.stringify(plan);
	expect(JSON.parse(saved)).toEqual(plan);
});

test('a plan tells what it was made from', () => {
	const agent = customer('agent', {type: 'atlassian'});
	const input = planInput({
		source: {leftOut: {agents: [agent], apps: [], deleted: []}},
		destination: {
			accounts: [destinationAccount('anna'), destinationAccount('ben')],
			details: [destinationOrganization('Acme')],
		},
		choices: {customers: 'all'},
	});
	expect(planCopy(input)).toMatchObject({
		version: 1,
		source: input.source.site,
		destination: input.destination.site,
		choices: input.choices,
		projects: [projectPair('IT')],
		destinationHolds: {accounts: 2, organizations: 1},
		leftOut: {agents: [agent]},
	});
});

test('comparing with an organization whose members were never read is refused', () => {
	const input = planInput({
		source: {organizations: [sourceOrganization('Acme')]},
	});
	const {id, name, managed} = destinationOrganization('Acme');
	const organizations = [{id, name, managed}];
	const destination = {...input.destination, organizations};
	expect(() => planCopy({...input, destination})).toThrow('Acme');
});

test('deciding again needs no second scan', async () => {
	const prepared = await prepare(createStory());
	const planned = planCopy({...prepared, decisions: {}}).organizations;
	expect(
		planned.filter(({fate}) => fate === 'conflict').map(({name}) => name),
	).toEqual(['FRESH', 'Acme', 'Bolt', 'Dune']);
});

test('an organization of the destination that nobody asked for is not in the plan', () => {
	const {organizations} = planFor({
		source: {organizations: [sourceOrganization('Acme')]},
		destination: {details: [destinationOrganization('Bolt')]},
	});
	expect(organizations).toHaveLength(1);
});

test('a new organization has no counterpart yet', () => {
	const planned = onlyOrganization({
		source: {organizations: [sourceOrganization('Acme')]},
	});
	expect(planned).not.toHaveProperty('destination');
});
