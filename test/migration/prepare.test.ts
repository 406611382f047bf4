import {expect, test} from 'vitest';
import {PreparationError} from '../../source/migration/preparation-error.ts';
import {organizationsToCompare} from '../../source/migration/scan-destination.ts';
import {defaultChoices} from '../../source/migration/choices.ts';
import {emptyMemory} from '../../source/migration/memory.ts';
import {type Copying, createListener, prepare} from '../helpers/engine-copy.ts';
import {
	accessTo,
	counterpart,
	destinationAccount,
	destinationOrganization,
	project,
	sourceAccount,
	sourceOrganization,
	sourceSite,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {createStory} from '../helpers/engine-story.ts';
import {MemorySite} from '../helpers/memory-site.ts';

const anna = sourceAccount('anna');
const burst = {
	type: 'throttled',
	operation: 'GET organization',
	milliseconds: 1000,
	reason: 'burst',
} as const;

const withAnna = {accounts: [anna], access: [accessTo('IT', anna)]};

async function problemOf(copying: Copying): Promise<unknown> {
	try {
		await prepare(copying);
	} catch (error) {
		expect(error).toBeInstanceOf(PreparationError);
		return (error as PreparationError).problem;
	}

	return undefined;
}

test('a site can’t be copied to itself, under whatever address', async () => {
	const sites = createSites({source: withAnna});
	const {site} = sites.source;
	const again = {...site, url: 'https://custom.example', name: 'Custom'};
	const destination = new MemorySite({
		site: again,
		projects: [project('IT')],
		accounts: [],
	});
	expect(await problemOf({...sites, destination})).toEqual({
		code: 'same-site',
		site: 'Old',
	});
});

test('a source without service projects has nothing to copy', async () => {
	const sites = createSites({source: {...withAnna, projects: []}});
	expect(await problemOf(sites)).toEqual({
		code: 'no-service-projects',
		site: 'Old',
	});
});

test('a project that the source does not have is named, with those it has', async () => {
	const sites = createSites({source: withAnna, projects: ['IT', 'ITT']});
	expect(await problemOf(sites)).toEqual({
		code: 'unknown-projects',
		site: 'Old',
		keys: ['ITT'],
		known: ['IT'],
	});
});

test('a counterpart that the destination does not have is named', async () => {
	const sites = createSites({source: withAnna, map: counterpart('IT', 'SUP')});
	expect(await problemOf(sites)).toEqual({
		code: 'unknown-projects',
		site: 'New',
		keys: ['SUP'],
		known: ['IT'],
	});
});

test('nobody in scope is said so', async () => {
	const sites = createSites({source: {accounts: [anna]}});
	expect(await problemOf(sites)).toEqual({
		code: 'no-customers',
		projects: ['IT'],
		scope: 'related',
	});
});

test('a login that may not create customers is told before anything is written', async () => {
	const sites = createSites({
		source: withAnna,
		habits: {rights: {createCustomers: false, revokeAccess: true}},
	});
	expect(await problemOf(sites)).toEqual({
		code: 'cannot-create-customers',
		site: 'New',
	});
});

test('preparing writes nothing', async () => {
	const story = createStory();
	await prepare(story);
	expect(story.source.calls().writes).toBe(0);
	expect(story.destination.calls().writes).toBe(0);
});

test('only the chosen projects are scanned', async () => {
	const prepared = await prepare({...createStory(), projects: ['HR']});
	expect(prepared.projects).toEqual([
		{from: project('HR'), to: project('PEOPLE')},
	]);
	expect(prepared.source.organizations.map(({name}) => name)).toEqual([
		'Fresh',
		'FRESH',
		'Bolt',
		'Cask',
	]);
});

test('the right to revoke goes into the plan', async () => {
	const rights = {createCustomers: true, revokeAccess: false};
	const sites = createSites({source: withAnna, habits: {rights}});
	const {destination} = await prepare(sites);
	expect(destination.canRevoke).toBe(false);
});

test('what a comparison needs of the destination is read: members, and every linked project', async () => {
	const ben = destinationAccount('ben');
	const there = destinationOrganization('ACME', {
		members: [ben],
		projects: ['IT', 'OTHER'],
	});
	const sites = createSites({
		source: {
			...withAnna,
			organizations: [sourceOrganization('Acme', {projects: ['IT']})],
		},
		destination: {
			projects: [project('IT'), project('OTHER')],
			accounts: [ben],
			organizations: [there, destinationOrganization('Bolt')],
		},
	});
	const {destination} = await prepare(sites);
	expect(destination.details).toEqual([there]);
});

test('organizations to compare are those of a like name, copied before, mapped onto, or of a name to be given', () => {
	const names = [
		'ACME ',
		'Copy',
		'Target',
		'Acme (Old)',
		'Acme (Old) (2)',
		'Acme (Old) (4)',
		'Other',
	];
	const organizations = names.map((name) => destinationOrganization(name));
	const here = sourceOrganization('Acme');
	const copied = sourceOrganization('Copied');
	const found = organizationsToCompare(
		{site: sourceSite, organizations: [here, copied]},
		{organizations},
		{
			...emptyMemory,
			organizations: new Map([[copied.id, 'destination:Copy']]),
		},
		{
			decisions: {
				[here.id]: {type: 'map', destinationId: 'destination:Target'},
			},
			choices: {...defaultChoices, duplicates: 'rename'},
		},
	);
	expect(found.map(({name}) => name)).toEqual(names.slice(0, 5));
});

test('R12: without a readable customer role, the destination’s customer list is taken', async () => {
	const ben = destinationAccount('ben');
	const sites = createSites({
		source: withAnna,
		destination: {accounts: [ben], access: [accessTo('IT', ben)]},
		habits: {showsRoles: false},
	});
	const {destination} = await prepare(sites);
	expect(destination.access).toEqual([{project: 'IT', customers: [ben.id]}]);
});

test('both scans are told as they go', async () => {
	const {heard, listen} = createListener();
	await prepare(createStory(), listen);
	const sides = heard.flatMap((event) =>
		event.type === 'scan-finished' ? [event.side] : [],
	);
	expect(sides.toSorted()).toEqual(['destination', 'source']);
});

test('waits and retries of both sites are told, each with its side', async () => {
	const story = createStory();
	const end = story.source.onCall(() => {
		end();
		story.source.notify(burst);
		story.destination.notify(burst);
	});
	const {heard, listen} = createListener();
	await prepare(story, listen);
	expect(heard).toContainEqual({...burst, side: 'source'});
	expect(heard).toContainEqual({...burst, side: 'destination'});
});

test('nobody listens to the sites after the preparation', async () => {
	const story = createStory();
	const {heard, listen} = createListener();
	await prepare(story, listen);
	const {length} = heard;
	story.source.notify(burst);
	story.destination.notify(burst);
	expect(story.source.listeners + story.destination.listeners).toBe(0);
	expect(heard).toHaveLength(length);
});
