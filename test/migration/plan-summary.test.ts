import {expect, test} from 'vitest';
import {
	summarizePlan,
	undecidedOrganizations,
} from '../../source/migration/plan-summary.ts';
import {carryOut, makePlan} from '../helpers/engine-copy.ts';
import {
	customer,
	destinationAccount,
	destinationOrganization,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {type Situation, planFor} from '../helpers/engine-snapshots.ts';
import {createStory} from '../helpers/engine-story.ts';

type DestinationContents = Situation['destination'];

test('a summary counts each chosen thing once', async () => {
	const summary = summarizePlan(await makePlan(createStory()));
	expect(summary).toMatchObject({
		customers: {
			chosen: 11,
			create: 4,
			link: 3,
			unchanged: 0,
			skip: 0,
			attention: 4,
		},
		organizations: {
			chosen: 8,
			create: 2,
			link: 4,
			unchanged: 0,
			skip: 1,
			conflict: 0,
			attention: 1,
		},
		decided: {rename: 1, merge: 2, map: 1, skip: 1},
		memberships: {add: 12, present: 2, notPossible: 4},
		projectLinks: {add: 6, present: 2, notPossible: 1},
		projectAccess: {add: 4, present: 1, notPossible: 2},
	});
});

test('undecided conflicts are counted, and listed to be decided', async () => {
	const plan = await makePlan({...createStory(), decisions: {}});
	const {organizations, decided} = summarizePlan(plan);
	expect(organizations).toMatchObject({conflict: 4, create: 2, link: 1});
	expect(decided).toEqual({rename: 0, merge: 0, map: 0, skip: 0});
	expect(undecidedOrganizations(plan).map(({name}) => name)).toEqual([
		'FRESH',
		'Acme',
		'Bolt',
		'Dune',
	]);
});

test('the expected writes are one a creation, revocation and link, and one a batch of fifty', () => {
	const members = Array.from({length: 101}, (_, index) =>
		customer(`c${index}`),
	);
	const ines = customer('ines', {status: 'inactive'});
	const plan = planFor({
		source: {
			customers: [...members, ines],
			organizations: [sourceOrganization('Acme', {members, projects: ['IT']})],
			access: [{project: 'IT', customers: members.map(({id}) => id)}],
		},
	});
	const creations = 102 + 1;
	const batches = 3 + 3;
	const {writes} = summarizePlan(plan).calls;
	expect(writes).toBe(creations + 1 + batches + 1);
});

test('the expected reads are those that a run makes, and a few more to be safe', async () => {
	const story = createStory({pageSize: 50});
	const plan = await makePlan(story);
	const before = story.destination.calls().reads;
	await carryOut(plan, story);
	const made = story.destination.calls().reads - before;
	const expected = summarizePlan(plan).calls.reads;
	expect(expected).toBeGreaterThanOrEqual(made);
	expect(expected - made).toBeLessThan(10);
});

test('the expected reads grow by pages', () => {
	const accounts = Array.from({length: 2500}, (_, index) =>
		destinationAccount(`d${index}`),
	);
	const details = Array.from({length: 120}, (_, index) =>
		destinationOrganization(`Other ${index}`),
	);
	const reads = (destination: DestinationContents) =>
		summarizePlan(planFor({destination})).calls.reads;
	// Three pages instead of one for each look at the organizations.
	expect(reads({details}) - reads({})).toBe(4);
	// Three pages of accounts, where an empty site has none.
	expect(reads({accounts}) - reads({})).toBe(3);
	const customers = Array.from({length: 501}, (_, index) =>
		customer(`c${index}`),
	);
	const source = {customers};
	const {reads: withNewcomers} = summarizePlan(
		planFor({source, destination: {accounts}}),
	).calls;
	expect(withNewcomers - reads({accounts})).toBe(1);
});

test('a plan of nothing expects no writes', () => {
	expect(summarizePlan(planFor({}))).toMatchObject({
		customers: {chosen: 0},
		organizations: {chosen: 0},
		calls: {writes: 0},
	});
});
