import {expect, test} from 'vitest';
import {summarizePlan} from '../../source/migration/plan-summary.ts';
import {carryOut, copyAll, makePlan} from '../helpers/engine-copy.ts';
import {sourceAccount, sourceOrganization} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {createStory} from '../helpers/engine-story.ts';

const emails = (...names: readonly string[]) =>
	names.map((name) => `${name}@acme.example`);

test('a whole copy ends in the destination that was planned', async () => {
	const {destination, ...sites} = createStory();
	await copyAll({destination, ...sites});
	expect(destination.describe()).toEqual({
		accounts: [
			'anna@acme.example portal-only active',
			'ben@acme.example portal-only active',
			'cleo@acme.example portal-only active',
			'dora@acme.example atlassian active',
			'emil@acme.example atlassian active',
			'finn@acme.example portal-only active',
			'hugo@acme.example portal-only inactive',
			'ines@acme.example portal-only inactive',
			'kim@acme.example portal-only active',
			'stranger@acme.example portal-only active',
		],
		organizations: [
			{name: 'Acme', members: emails('stranger'), projects: ['IT', 'OTHER']},
			{
				name: 'Acme (Old)',
				members: emails('anna', 'ben'),
				projects: ['IT'],
			},
			{
				name: 'Bolt',
				members: emails('anna', 'dora', 'stranger'),
				projects: ['IT', 'PEOPLE'],
			},
			{
				name: 'Cask and Sons',
				members: emails('cleo', 'finn', 'stranger'),
				projects: ['PEOPLE'],
			},
			{name: 'Dune', members: emails('stranger'), projects: []},
			{name: 'Edge', members: [], projects: []},
			{
				name: 'Fresh',
				members: emails('anna', 'cleo', 'dora', 'emil', 'ines', 'kim'),
				projects: ['IT', 'PEOPLE'],
			},
			{name: 'Same', members: emails('ben'), projects: ['IT']},
		],
		access: [
			{project: 'IT', customers: emails('anna', 'ben', 'ines')},
			{project: 'PEOPLE', customers: emails('finn', 'kim')},
			{project: 'OTHER', customers: []},
		],
	});
});

test('the summary of a whole copy counts every chosen thing once', async () => {
	const {summary} = await copyAll(createStory());
	expect(summary).toMatchObject({
		ending: 'finished',
		exitCode: 0,
		unexplained: 0,
		customers: {
			chosen: 11,
			there: 9,
			created: 4,
			linked: 3,
			unchanged: 0,
			skipped: 0,
			attention: 4,
			failed: 0,
			waiting: 0,
		},
		organizations: {
			chosen: 8,
			there: 6,
			created: 1,
			renamed: 1,
			merged: 2,
			mapped: 1,
			linked: 1,
			unchanged: 0,
			skipped: 1,
			attention: 1,
			failed: 0,
			waiting: 0,
		},
		// Gina and Hugo are not in Acme, the agent and the former user not in Fresh.
		memberships: {added: 12, present: 2, notPossible: 4},
		// LAB has no counterpart for Fresh.
		projectLinks: {added: 6, present: 2, notPossible: 1},
		// Hugo is deactivated there, Anna's LAB has no counterpart.
		projectAccess: {added: 4, present: 1, notPossible: 2},
	});
});

test('R16: a second look finds nothing that was not planned', async () => {
	const {events} = await copyAll(createStory());
	expect(events.find(({type}) => type === 'verified')).toMatchObject({
		differences: [],
		unexplained: 0,
	});
});

test('a copy makes as many writes as its plan says', async () => {
	const story = createStory();
	const plan = await makePlan(story);
	await carryOut(plan, story);
	const {writes} = story.destination.calls();
	expect(writes).toBe(summarizePlan(plan).calls.writes);
});

test('a copy only ever reads the source', async () => {
	const {source, ...story} = createStory();
	const before = source.describe();
	await copyAll({source, ...story});
	expect(source.calls().writes).toBe(0);
	expect(source.describe()).toEqual(before);
});

test('the events of a run begin with its totals and end with its summary', async () => {
	const {events, summary} = await copyAll(createStory());
	const {run} = summary;
	const totals = {
		organizations: 2,
		customers: 4,
		memberships: 12,
		projectLinks: 6,
		projectAccess: 4,
		activity: 0,
	};
	expect(events[0]).toEqual({type: 'run-started', run, totals});
	expect(events.at(-1)).toEqual({type: 'run-finished', ...summary});
	expect(
		events.flatMap((event) =>
			event.type === 'phase-started' ? [event.phase] : [],
		),
	).toEqual(Object.keys(totals));
});

test('every step is told about before it is answered for', async () => {
	const {events} = await copyAll(createStory());
	let open = 0;

	for (const {type} of events) {
		open += Number(type === 'step-sent');
		const isAnswer = /-(?:created|renamed|added|linked|revoked)$/v.test(type);
		open -= Number(isAnswer);
		expect(open).toBeGreaterThanOrEqual(0);
	}

	expect(open).toBe(0);
});

test('R15: the ledger holds every step with its answer, and the summary of the run', async () => {
	const story = createStory();
	const {summary} = await copyAll(story);
	const {records, summary: kept} = story.ledger.run(summary.run);
	expect(records).toHaveLength(story.destination.calls().writes);
	expect(records.filter(({events}) => events === undefined)).toEqual([]);
	expect(kept).toEqual(summary);
});

test('R12: links come after the members of their organization, and access after all members, so that no half-filled organization is exposed', async () => {
	const {destination, ...sites} = createStory();
	await copyAll({destination, ...sites});
	const {effects} = destination;
	const links = effects.filter(({write}) => write === 'linkOrganization');
	expect(links).toHaveLength(5);

	for (const link of links) {
		const after = effects.slice(effects.indexOf(link));
		expect(after).not.toContainEqual(
			expect.objectContaining({write: 'addMembers', place: link.subject}),
		);
	}

	const writes = effects.map(({write}) => write);
	expect(writes.indexOf('addProjectCustomers')).toBeGreaterThan(
		writes.lastIndexOf('addMembers'),
	);
});

test('R12: an organization of several batches is linked after the last of them', async () => {
	const members = Array.from({length: 120}, (_, index) =>
		sourceAccount(`c${index}`),
	);
	const sites = createSites({
		source: {
			accounts: members,
			organizations: [sourceOrganization('Acme', {members, projects: ['IT']})],
		},
	});
	const writes: string[] = [];
	sites.destination.onCall(({kind, operation, moment}) => {
		if (kind === 'write' && moment === 'after') {
			writes.push(operation);
		}
	});
	await copyAll(sites);
	expect(writes.filter((write) => write !== 'createCustomer')).toEqual([
		'createOrganization',
		'addMembers',
		'addMembers',
		'addMembers',
		'linkOrganization',
	]);
});

test('a conflict that nobody decided is left as it is', async () => {
	const story = createStory();
	const [acme] = story.destination.describe().organizations;
	const {summary} = await copyAll({...story, decisions: {}});
	const {organizations} = story.destination.describe();
	expect(organizations).toContainEqual(acme);
	expect(summary.organizations).toMatchObject({waiting: 4, renamed: 0});
});
