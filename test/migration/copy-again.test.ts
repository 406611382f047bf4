import {expect, test} from 'vitest';
import {type Plan} from '../../source/migration/plan.ts';
import {summarizePlan} from '../../source/migration/plan-summary.ts';
import {type Copying, copyAll, makePlan} from '../helpers/engine-copy.ts';
import {sourceAccount, sourceOrganization} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {only} from '../helpers/engine-snapshots.ts';
import {createStory, organizations, people} from '../helpers/engine-story.ts';
import {organizationNamed} from '../helpers/memory-site-world.ts';

/** The story after its first copy, with the decisions kept in the ledger. */
async function createCopied() {
	const story = createStory();
	await copyAll(story);
	story.ledger.decide(story.decisions ?? {});
	return {...story, decisions: {}};
}

const fatesOf = (planned: Plan['customers'] | Plan['organizations']) =>
	planned.map(({name, fate}) => `${name}: ${fate}`);

test('R13: a second copy writes nothing', async () => {
	const copied = await createCopied();
	const before = copied.destination.describe();
	const {writes} = copied.destination.calls();
	const {summary} = await copyAll(copied);
	expect(copied.destination.calls().writes).toBe(writes);
	expect(copied.destination.describe()).toEqual(before);
	expect(summary).toMatchObject({
		exitCode: 0,
		memberships: {added: 0},
		projectLinks: {added: 0},
		projectAccess: {added: 0},
	});
});

test('R13: for a second plan everything that was copied is unchanged', async () => {
	const plan = await makePlan(await createCopied());
	expect(fatesOf(plan.customers)).toEqual([
		'anna: unchanged',
		'cleo: unchanged',
		'ines: unchanged',
		'ben: unchanged',
		'dora: unchanged',
		'emil: unchanged',
		'finn: unchanged',
		'gina: attention',
		'hugo: attention',
		'kim: unchanged',
		'kim-before: unchanged',
	]);
	expect(fatesOf(plan.organizations)).toEqual([
		'Fresh: unchanged',
		'FRESH: unchanged',
		'Same: unchanged',
		'Acme: unchanged',
		'Bolt: unchanged',
		'Cask: unchanged',
		'Dune: skip',
		'Edge: attention',
	]);
});

test('R13: problems of customers who were copied are told again', async () => {
	const {customers} = await makePlan(await createCopied());
	expect(
		Object.fromEntries(
			customers.flatMap(({name, problem}) =>
				problem === undefined ? [] : [[name, problem]],
			),
		),
	).toEqual({
		emil: 'atlassian-account-there',
		finn: 'portal-only-account-there',
		gina: 'atlassian-account-absent',
		hugo: 'deactivated-there',
	});
});

test('R13: only customers, organizations and members who came since are copied', async () => {
	const copied = await createCopied();
	const lena = sourceAccount('lena');
	const {accounts, organizations: theirs} = copied.source.world;
	accounts.set(lena.id, lena);
	theirs.get(organizations.fresh.id)?.members.add(lena.id);
	theirs.get(organizations.fresh.id)?.members.add(people.dora.id);
	theirs.get(organizations.unrelated.id)?.projects.add('IT');
	const plan = await makePlan(copied);
	expect(summarizePlan(plan)).toMatchObject({
		customers: {create: 1},
		organizations: {create: 1, conflict: 0},
		// Dora is in it already, by way of the organization merged with it.
		memberships: {add: 2},
		projectLinks: {add: 1},
	});
});

test('R13: what left the source stays on the destination', async () => {
	const copied = await createCopied();
	const before = copied.destination.describe();
	const {accounts, organizations: theirs} = copied.source.world;
	accounts.delete(people.anna.id);
	theirs.get(organizations.fresh.id)?.members.delete(people.cleo.id);
	theirs.delete(organizations.same.id);
	await copyAll(copied);
	expect(copied.destination.describe()).toEqual(before);
});

test('R8: our earlier copy is found by the ledger, whatever its name is now', async () => {
	const copied = await createCopied();
	const {world} = copied.destination;
	const fresh = organizationNamed(world, 'Fresh')!;
	world.organizations.set(fresh.id, {...fresh, name: 'Stale'});
	const plan = await makePlan(copied);
	expect(plan.organizations.find(({name}) => name === 'Fresh')).toMatchObject({
		fate: 'unchanged',
		destination: {name: 'Stale'},
	});
});

test('an organization that was deleted there since is made again, and that is said', async () => {
	const copied = await createCopied();
	const {world} = copied.destination;
	world.organizations.delete(organizationNamed(world, 'Acme (Old)')!.id);
	const {plan, summary} = await copyAll(copied);
	expect(plan.organizations.find(({name}) => name === 'Acme')).toMatchObject({
		fate: 'create',
		newName: 'Acme (Old)',
		problem: 'gone-there',
	});
	expect(summary).toMatchObject({exitCode: 0, organizations: {renamed: 1}});
	expect(copied.destination.describe().organizations).toContainEqual({
		name: 'Acme (Old)',
		members: ['anna@acme.example', 'ben@acme.example'],
		projects: ['IT'],
	});
});

test('a customer who was deleted there since is made again', async () => {
	const copied = await createCopied();
	const {accounts} = copied.destination.world;
	const anna = accounts.values().find(({name}) => name === 'anna')!;
	accounts.set(anna.id, {...anna, status: 'deleted', email: undefined});
	const {plan} = await copyAll(copied);
	expect(fatesOf(plan.customers)).toContain('anna: create');
});

/** Anna was copied alone; then the destination's admins deactivated her, and she joined Acme on the source. */
async function createDeactivated(): Promise<Copying> {
	const anna = sourceAccount('anna');
	const sites = createSites({
		source: {
			accounts: [anna],
			organizations: [sourceOrganization('Acme', {projects: ['IT']})],
		},
		choices: {customers: 'all'},
	});
	await copyAll(sites);
	const {accounts} = sites.destination.world;
	const copy = only(accounts.values().toArray());
	accounts.set(copy.id, {...copy, status: 'inactive'});
	sites.source.world.organizations.get('source:Acme')?.members.add(anna.id);
	return sites;
}

test('a customer who was deactivated there since gets no new access from us', async () => {
	const sites = await createDeactivated();
	const {plan} = await copyAll(sites);
	expect(only(plan.customers).problem).toBe('deactivated-there');
	const {organizations: after} = sites.destination.describe();
	expect(only(after)).toMatchObject({name: 'Acme', members: []});
});

test('without the ledger no customer is made a second time', async () => {
	const {ledger: _lost, ...copied} = await createCopied();
	const {customers} = await makePlan(copied);
	expect(fatesOf(customers).filter((fate) => fate.endsWith('create'))).toEqual(
		[],
	);
});
