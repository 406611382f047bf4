import {expect, test} from 'vitest';
import {carryOut, copyAll, makePlan} from '../helpers/engine-copy.ts';
import {
	destinationAccount,
	destinationOrganization,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {only} from '../helpers/engine-snapshots.ts';
import {type MemorySite} from '../helpers/memory-site.ts';
import {
	type SiteListener,
	loseConnection,
	siteError,
} from '../helpers/memory-site-faults.ts';

const anna = sourceAccount('anna');
const stranger = destinationAccount('stranger');

/** The destination has no *Acme* at the time of the scan. */
function createAcme() {
	return createSites({
		source: {
			accounts: [anna],
			organizations: [
				sourceOrganization('Acme', {members: [anna], projects: ['IT']}),
			],
		},
		destination: {accounts: [stranger]},
	});
}

/** Someone else creates an organization there and puts a customer into it. */
function createTheirs({world}: MemorySite, name = 'Acme'): void {
	const {members, projects, ...theirs} = destinationOrganization(name, {
		members: [stranger],
	});
	world.organizations.set(theirs.id, {
		...theirs,
		members: new Set(members),
		projects: new Set(projects),
	});
}

/** Someone else takes the name just before our call to create it arrives. */
function takeNameUnderfoot(destination: MemorySite): SiteListener {
	return ({operation, moment}) => {
		if (operation === 'createOrganization' && moment === 'before') {
			createTheirs(destination);
		}
	};
}

const untouched = {members: ['stranger@acme.example'], projects: []};

test.for(['Acme', ' ACME  '])(
	'R11: a name taken between plan and run, as “%s”, is left to its owner',
	async (name) => {
		const sites = createAcme();
		const plan = await makePlan(sites);
		createTheirs(sites.destination, name);
		const {events, summary} = await carryOut(plan, sites);
		const {organizations} = sites.destination.describe();
		expect(organizations).toEqual([{name, ...untouched}]);
		expect(events).toContainEqual({
			type: 'organization-failed',
			organization: 'source:Acme',
			name: 'Acme',
			failure: {code: 'name-taken-meanwhile'},
		});
		expect(summary).toMatchObject({
			exitCode: 4,
			customers: {created: 1},
			organizations: {failed: 1},
			memberships: {added: 0, notPossible: 1},
			projectLinks: {added: 0, notPossible: 1},
		});
	},
);

test('R11: a name taken between the last look and the call is left to its owner', async () => {
	const sites = createAcme();
	sites.destination.onCall(takeNameUnderfoot(sites.destination));
	const {summary} = await copyAll(sites);
	const {organizations} = sites.destination.describe();
	expect(organizations).toEqual([{name: 'Acme', ...untouched}]);
	expect(summary.organizations).toMatchObject({created: 0, failed: 1});
});

test('R11: a name taken while our answer is lost is left to its owner', async () => {
	const sites = createAcme();
	sites.destination.onCall(takeNameUnderfoot(sites.destination));
	sites.destination.onCall(({operation, moment}) => {
		if (operation === 'createOrganization' && moment === 'before') {
			throw siteError('broken', {mayHaveHappened: true});
		}
	});
	const {summary} = await copyAll(sites);
	const {organizations} = sites.destination.describe();
	expect(organizations).toEqual([{name: 'Acme', ...untouched}]);
	expect(summary.organizations).toMatchObject({created: 0, failed: 1});
});

test('R11: a resume does not take the name either', async () => {
	const sites = createAcme();
	const plan = await makePlan(sites);
	createTheirs(sites.destination);
	const {summary} = await carryOut(plan, sites);
	const resumed = await carryOut(plan, {...sites, resume: summary.run});
	const {organizations} = sites.destination.describe();
	expect(organizations).toEqual([{name: 'Acme', ...untouched}]);
	expect(resumed.summary.organizations).toMatchObject({failed: 1});
});

test('R11: the next copy asks about the name that was taken', async () => {
	const sites = createAcme();
	const plan = await makePlan(sites);
	createTheirs(sites.destination);
	await carryOut(plan, sites);
	const {organizations} = await makePlan(sites);
	expect(only(organizations)).toMatchObject({
		fate: 'conflict',
		conflict: {
			certainty: 'certain',
			customers: {
				onlySource: ['anna@acme.example'],
				onlyDestination: ['stranger@acme.example'],
			},
		},
	});
});

test('R15: an organization deleted again before the resume is made anew', async () => {
	const sites = createAcme();
	const {destination} = sites;
	const plan = await makePlan(sites);
	const reconnect = destination.onCall(loseConnection(1, 'after'));
	const {summary} = await carryOut(plan, sites);
	destination.world.organizations.clear();
	reconnect();
	const resumed = await carryOut(plan, {...sites, resume: summary.run});
	expect(resumed.summary).toMatchObject({
		exitCode: 0,
		organizations: {created: 1},
	});
	expect(destination.describe().organizations).toEqual([
		{name: 'Acme', members: ['anna@acme.example'], projects: ['IT']},
	]);
});
