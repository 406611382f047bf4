import {expect, test} from 'vitest';
import {planCopy} from '../../source/migration/plan-copy.ts';
import {summarizePlan} from '../../source/migration/plan-summary.ts';
import {carryOut, copyAll, makePlan, prepare} from '../helpers/engine-copy.ts';
import {
	destinationAccount,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {only} from '../helpers/engine-snapshots.ts';
import {
	type SiteListener,
	failOnce,
	loseAnswer,
	siteError,
} from '../helpers/memory-site-faults.ts';
import {type MemorySiteHabits} from '../helpers/memory-site-reader.ts';
import {type MemorySite} from '../helpers/memory-site.ts';

const ines = sourceAccount('ines', {status: 'inactive'});

/** Ines is inactive on the source, unknown to the destination, and a member of Acme. */
function createInactive(habits: Partial<MemorySiteHabits> = {}) {
	return createSites({
		source: {
			accounts: [ines],
			organizations: [
				sourceOrganization('Acme', {members: [ines], projects: ['IT']}),
			],
		},
		habits,
	});
}

/** Someone else creates an account with the email just before our call to create it arrives. */
function createUnderfoot(
	{world}: MemorySite,
	theirs = destinationAccount('ines'),
): SiteListener {
	return ({operation, moment}) => {
		if (operation === 'createCustomer' && moment === 'before') {
			world.accounts.set(theirs.id, theirs);
		}
	};
}

test('R6: an inactive customer is created, then revoked, then added', async () => {
	const sites = createInactive();
	const {summary} = await copyAll(sites);
	expect(
		sites.destination.effects.map(({write, subject}) => `${write} ${subject}`),
	).toEqual([
		'createOrganization Acme',
		'createCustomer ines@acme.example',
		'revokeAccess ines@acme.example',
		'addMembers ines@acme.example',
		'linkOrganization Acme',
	]);
	expect(summary).toMatchObject({exitCode: 0, customers: {created: 1}});
});

test('R6: where the right to revoke is missing, an inactive customer is not created', async () => {
	const sites = createInactive({
		rights: {createCustomers: true, revokeAccess: false},
	});
	const {plan, summary} = await copyAll(sites);
	expect(sites.destination.describe().accounts).toEqual([]);
	expect(only(plan.customers).problem).toBe('cannot-revoke');
	expect(summary).toMatchObject({exitCode: 0, customers: {attention: 1}});
});

test('R6: an account that someone else made meanwhile is linked, never revoked', async () => {
	const sites = createInactive();
	sites.destination.onCall(createUnderfoot(sites.destination));
	const {summary} = await copyAll(sites);
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only active',
	]);
	expect(summary.customers).toMatchObject({created: 0, linked: 1});
});

test('R6: an account that was there before keeps its access', async () => {
	const sites = createSites({
		source: {accounts: [ines]},
		destination: {accounts: [destinationAccount('ines')]},
		choices: {customers: 'all'},
	});
	await copyAll(sites);
	expect(sites.destination.effects).toEqual([]);
});

test('R6: an account whose creation was answered too late is ours to revoke', async () => {
	const sites = createInactive();
	sites.destination.onCall(loseAnswer(2, 'after'));
	const {summary} = await copyAll(sites);
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only inactive',
	]);
	expect(summary.customers).toMatchObject({created: 1, linked: 0});
});

test('R6: an account that a resume finds was made by someone else keeps its access', async () => {
	const sites = createInactive();
	const plan = await makePlan(sites);
	sites.destination.onCall(createUnderfoot(sites.destination));
	const logIn = sites.destination.onCall(
		failOnce('findAccounts', siteError('unauthorized')),
	);
	const {summary} = await carryOut(plan, sites);
	expect(summary.ending).toBe('broken-off');
	logIn();
	const resumed = await carryOut(plan, {...sites, resume: summary.run});
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only active',
	]);
	expect(resumed.summary.customers).toMatchObject({created: 0, linked: 1});
});

test('a revocation that is refused fails its row, which explains why the access is left', async () => {
	const sites = createInactive();
	sites.destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	const {summary} = await copyAll(sites);
	expect(summary).toMatchObject({
		exitCode: 4,
		customers: {created: 0, failed: 1},
		unexplained: 0,
	});
});

test('R6: a revocation that was refused is made up for by a resume', async () => {
	const sites = createInactive();
	const plan = await makePlan(sites);
	sites.destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	const {summary} = await carryOut(plan, sites);
	const resumed = await carryOut(plan, {...sites, resume: summary.run});
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only inactive',
	]);
	expect(resumed.summary).toMatchObject({exitCode: 0, customers: {created: 1}});
});

test('R6: a revocation that was refused is made up for by the next copy', async () => {
	const sites = createInactive();
	sites.destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	await copyAll(sites);
	const {summary} = await copyAll(sites);
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only inactive',
	]);
	expect(summary).toMatchObject({exitCode: 0, customers: {unchanged: 1}});
});

test('R6: a copy begun anew after a kill revokes what was created before it', async () => {
	const sites = createInactive();
	const disconnect = sites.destination.onCall(({operation}) => {
		if (operation === 'revokeAccess') {
			throw new Error('The process was killed');
		}
	});
	await expect(copyAll(sites)).rejects.toThrow('killed');
	disconnect();
	await copyAll(sites);
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only inactive',
	]);
});

test('R6: access that can’t be taken back is told', async () => {
	const sites = createInactive();
	const {destination} = sites;
	destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	await copyAll(sites);
	const prepared = await prepare(sites);
	const {customers} = planCopy({
		...prepared,
		destination: {...prepared.destination, canRevoke: false},
	});
	expect(only(customers)).toMatchObject({
		fate: 'unchanged',
		problem: 'not-revoked',
	});
});

test('R6: a revocation that is refused again fails its row again', async () => {
	const sites = createInactive();
	const {destination} = sites;
	destination.onCall(({operation}) => {
		if (operation === 'revokeAccess') {
			throw siteError('forbidden');
		}
	});
	await copyAll(sites);
	const {summary} = await copyAll(sites);
	expect(summary).toMatchObject({
		exitCode: 4,
		customers: {unchanged: 0, failed: 1},
		unexplained: 0,
	});
});

test('R6: a revocation to be made up for is counted among the writes', async () => {
	const sites = createInactive();
	const {destination} = sites;
	destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	await copyAll(sites);
	const plan = await makePlan(sites);
	const before = destination.calls().writes;
	await carryOut(plan, sites);
	const {writes} = summarizePlan(plan).calls;
	expect(destination.calls().writes - before).toBe(writes);
});

test('R6: it is made up for even where the email is hidden by then', async () => {
	const hidden = {...ines, email: undefined};
	const sites = createSites({source: {accounts: [hidden]}});
	const emails = {[ines.id]: 'ines@acme.example'};
	const choices = {customers: 'all'} as const;
	sites.destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	await copyAll({...sites, choices: {...choices, emails}});
	await copyAll({...sites, choices});
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only inactive',
	]);
});

test('R6: access that the destination’s admins grant later is theirs to grant', async () => {
	const sites = createInactive();
	const {accounts} = sites.destination.world;
	await copyAll(sites);
	const copy = only(accounts.values().toArray());
	accounts.set(copy.id, {...copy, status: 'active'});
	await copyAll(sites);
	expect(accounts.get(copy.id)?.status).toBe('active');
});

test('R6: whoever is active again by the next copy keeps the access', async () => {
	const sites = createInactive();
	sites.destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	await copyAll(sites);
	sites.source.world.accounts.set(ines.id, {...ines, status: 'active'});
	const {summary} = await copyAll(sites);
	expect(sites.destination.describe().accounts).toEqual([
		'ines@acme.example portal-only active',
	]);
	expect(summary.exitCode).toBe(0);
});
