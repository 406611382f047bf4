import {expect, test} from 'vitest';
import {explainMembership} from '../../source/migration/explain.ts';
import {type Plan} from '../../source/migration/plan.ts';
import {Report} from '../../source/migration/report.ts';
import {type RunState} from '../../source/migration/run-state.ts';
import {carryOut, makePlan} from '../helpers/engine-copy.ts';
import {
	created,
	memberFailed,
	membersAdded,
	organizationCreated,
	organizationFailed,
	stateAfter,
} from '../helpers/engine-events.ts';
import {customer, sourceOrganization} from '../helpers/engine-people.ts';
import {only, planFor} from '../helpers/engine-snapshots.ts';
import {createStory} from '../helpers/engine-story.ts';

const anna = customer('anna');
const ben = customer('ben');
const acme = sourceOrganization('Acme', {
	members: [anna, ben],
	projects: ['IT'],
});

function planAcme(): Plan {
	return planFor({
		source: {customers: [anna, ben], organizations: [acme]},
	});
}

/** The report of the story after a run in which Anna was refused everywhere. */
async function reportStory(): Promise<Report> {
	const story = createStory({refusedEmails: ['anna@acme.example']});
	const plan = await makePlan(story);
	const {summary} = await carryOut(plan, story);
	const state: RunState = stateAfter(
		plan,
		...[...story.ledger.steps(summary.run)].flatMap(({events = []}) => events),
	);
	return new Report(plan, state);
}

test('the report has a row for each chosen thing', async () => {
	const report = await reportStory();
	const {plan} = report;
	expect([...report.customers()].map(({id}) => id)).toEqual(
		plan.customers.map(({id}) => id),
	);
	expect([...report.organizations()].map(({id}) => id)).toEqual(
		plan.organizations.map(({id}) => id),
	);
	expect([...report.memberships()]).toHaveLength(
		plan.organizations.flatMap(({members}) => [
			...members.add,
			...members.present,
			...members.notPossible,
		]).length,
	);
});

test('no row that needs a person is without words', async () => {
	const report = await reportStory();
	const rows = [
		...report.customers(),
		...report.organizations(),
		...report.memberships(),
	].filter(({outcome}) =>
		['attention', 'failed', 'not-possible'].includes(outcome),
	);
	expect(rows.length).toBeGreaterThan(10);

	for (const {problem = '', nextStep = ''} of rows) {
		expect(problem).toMatch(/\.$/v);
		expect(nextStep).toMatch(/\.$/v);
	}
});

test('the rows that need attention are those with a problem', async () => {
	const report = await reportStory();
	const names = [...report.attention()].map(({name}) => name);
	expect(names).toEqual(['emil', 'finn', 'gina', 'hugo', 'kim-before']);
});

test('a row of an organization says what it is there', async () => {
	const report = await reportStory();
	const rows = [...report.organizations()];
	const shown = rows.map(({name, nameThere, outcome, members, projects}) => ({
		name,
		nameThere,
		outcome,
		members,
		projects,
	}));
	const nothing = {nameThere: undefined, members: 0, projects: []};
	expect(shown).toEqual([
		{
			name: 'Fresh',
			nameThere: 'Fresh',
			outcome: 'created',
			members: 4,
			projects: ['IT', 'PEOPLE'],
		},
		{
			name: 'FRESH',
			nameThere: 'Fresh',
			outcome: 'merged',
			members: 2,
			projects: ['PEOPLE'],
		},
		{
			name: 'Same',
			nameThere: 'Same',
			outcome: 'linked',
			members: 1,
			projects: ['IT'],
		},
		{
			name: 'Acme',
			nameThere: 'Acme (Old)',
			outcome: 'renamed',
			members: 1,
			projects: ['IT'],
		},
		{
			name: 'Bolt',
			nameThere: 'Bolt',
			outcome: 'merged',
			members: 1,
			projects: ['IT', 'PEOPLE'],
		},
		{
			name: 'Cask',
			nameThere: 'Cask and Sons',
			outcome: 'mapped',
			members: 2,
			projects: ['PEOPLE'],
		},
		{name: 'Dune', ...nothing, outcome: 'skipped'},
		{name: 'Edge', ...nothing, outcome: 'attention'},
	]);
});

test('a row of a customer says who he is on both sides', async () => {
	const report = await reportStory();
	const rows = [...report.customers()];
	expect(rows.find(({name}) => name === 'emil')).toMatchObject({
		email: 'emil@acme.example',
		type: 'portal-only',
		destinationType: 'atlassian',
		destinationId: 'atlassian:emil',
		outcome: 'attention',
		problem: 'Portal-only on Old, Atlassian account on New.',
	});
});

test('memberships are told one by one', () => {
	const plan = planAcme();
	const state = stateAfter(
		plan,
		created(anna),
		created(ben),
		organizationCreated(acme),
		membersAdded(acme, anna),
		memberFailed(acme, ben),
	);
	expect([...new Report(plan, state).memberships()]).toMatchObject([
		{organization: 'Acme', email: 'anna@acme.example', outcome: 'added'},
		{
			organization: 'Acme',
			email: 'ben@acme.example',
			outcome: 'failed',
			problem: expect.stringContaining('No such user.') as unknown,
		},
	]);
});

test('a membership of an organization that failed is not blamed on the customer', () => {
	const plan = planAcme();
	const state = stateAfter(
		plan,
		created(anna),
		created(ben),
		organizationFailed(acme),
	);
	const [row] = new Report(plan, state).memberships();
	expect(row).toMatchObject({outcome: 'not-possible'});
	expect(row?.problem).not.toBe(explainMembership('not-copied').problem);
});

test('a failed organization says what to do', () => {
	const plan = planAcme();
	const state = stateAfter(plan, organizationFailed(acme));
	const row = only([...new Report(plan, state).organizations()]);
	expect(row).toMatchObject({
		outcome: 'failed',
		nextStep: 'Copy again and decide on another name.',
	});
	expect(row).not.toHaveProperty('nameThere');
});

const refused = {code: 'refused', detail: 'Not on my watch.'} as const;
const said = expect.stringContaining('Not on my watch.') as unknown;

test('a project link that was refused is told in the row of its organization', () => {
	const plan = planAcme();
	const state = stateAfter(plan, organizationCreated(acme), {
		type: 'project-link-failed',
		organization: acme.id,
		name: 'Acme',
		project: 'IT',
		failure: refused,
	});
	const row = only([...new Report(plan, state).organizations()]);
	expect(row).toMatchObject({projects: [], problem: said});
});

test('a project access that was refused is told in the row of its customer', () => {
	const plan = planAcme();
	const state = stateAfter(plan, created(anna), {
		type: 'project-access-failed',
		project: 'IT',
		customer: anna.id,
		email: 'anna@acme.example',
		failure: refused,
	});
	const [row] = new Report(plan, state).customers();
	expect(row).toMatchObject({name: 'anna', problem: said});
});
