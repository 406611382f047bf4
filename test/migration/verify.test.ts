import {expect, test} from 'vitest';
import {type Verification} from '../../source/migration/verification.ts';
import {verifyRun} from '../../source/migration/verify.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {carryOut, createListener, makePlan} from '../helpers/engine-copy.ts';
import {stateAfter} from '../helpers/engine-events.ts';
import {destinationAccount} from '../helpers/engine-people.ts';
import {only} from '../helpers/engine-snapshots.ts';
import {createStory} from '../helpers/engine-story.ts';
import {type MemorySite} from '../helpers/memory-site.ts';
import {
	type World,
	type WorldOrganization,
	accountsWith,
	organizationNamed,
} from '../helpers/memory-site-world.ts';

/** Copies the story, lets others change the destination, and looks again. */
async function verifyAfter(
	change: (world: World, site: MemorySite) => void = () => undefined,
): Promise<Verification & {readonly waits: readonly number[]}> {
	const story = createStory();
	const {destination, ledger} = story;
	const plan = await makePlan(story);
	const {summary} = await carryOut(plan, story);
	const steps = [...ledger.steps(summary.run)];
	const state = stateAfter(plan, ...steps.flatMap(({events = []}) => events));
	change(destination.world, destination);
	const clock = createEngineClock();
	const found = await verifyRun(plan, state, {
		destination,
		clock,
		emit() {
			// Nobody listens.
		},
	});
	return {...found, waits: clock.waits};
}

function organization(world: World, name: string): WorldOrganization {
	return organizationNamed(world, name)!;
}

function idOf(world: World, name: string): string {
	return accountsWith(world, `${name}@acme.example`)[0]!.id;
}

test('R16: what is as it was copied is equal', async () => {
	const {differences, unexplained, equal} = await verifyAfter();
	expect(differences).toEqual([]);
	expect(unexplained).toBe(0);
	// 9 customers, 5 organizations, 14 memberships, 8 links, 5 accesses.
	expect(equal).toBe(41);
});

test.for([
	[
		'a customer who is gone',
		(world: World) => {
			const id = idOf(world, 'ben');
			world.accounts.set(id, {
				...world.accounts.get(id)!,
				status: 'deleted',
			});
		},
		{sign: '-', what: 'customer', subject: 'ben@acme.example'},
	],
	[
		'an organization that is gone',
		(world: World) => {
			world.organizations.delete(organization(world, 'Acme (Old)').id);
		},
		{sign: '-', what: 'organization', subject: 'Acme (Old)'},
	],
	[
		'an organization of another name',
		(world: World) => {
			const {id, ...rest} = organization(world, 'Acme (Old)');
			world.organizations.set(id, {id, ...rest, name: 'Acme'});
		},
		{
			sign: '!',
			what: 'organization',
			subject: 'Acme (Old)',
			nameNow: 'Acme',
		},
	],
	[
		'a member who is gone',
		(world: World) => {
			organization(world, 'Bolt').members.delete(idOf(world, 'anna'));
		},
		{
			sign: '-',
			what: 'member',
			subject: 'anna@acme.example',
			place: 'Bolt',
		},
	],
	[
		'a link that is gone',
		(world: World) => {
			organization(world, 'Same').projects.delete('IT');
		},
		{sign: '-', what: 'link', subject: 'Same', place: 'IT'},
	],
	[
		'an access that is gone',
		(world: World) => {
			world.access.get('IT')?.delete(idOf(world, 'anna'));
		},
		{sign: '-', what: 'access', subject: 'anna@acme.example', place: 'IT'},
	],
	[
		'an access that should be revoked',
		(world: World) => {
			const id = idOf(world, 'ines');
			world.accounts.set(id, {...world.accounts.get(id)!, status: 'active'});
		},
		{sign: '!', what: 'customer', subject: 'ines@acme.example'},
	],
] as const)('R16: %s is found', async ([, change, difference]) => {
	const {differences, unexplained} = await verifyAfter(change);
	expect(differences).toContainEqual(difference);
	expect(unexplained).toBeGreaterThan(0);
});

test.for(['Acme (Old)', 'Fresh'])(
	'R16: a stranger in %s, which we made, is told, but not unexplained',
	async (place) => {
		const {differences, unexplained} = await verifyAfter((world) => {
			organization(world, place).members.add(idOf(world, 'stranger'));
		});
		expect(only(differences)).toMatchObject({
			sign: '+',
			what: 'member',
			subject: 'stranger@acme.example',
			place: expect.stringContaining(place) as unknown,
		});
		expect(unexplained).toBe(0);
	},
);

test('others may join what was there before, and link what they like', async () => {
	const newcomer = destinationAccount('newcomer');
	const {differences} = await verifyAfter((world) => {
		world.accounts.set(newcomer.id, newcomer);
		organization(world, 'Bolt').members.add(newcomer.id);
		organization(world, 'Fresh').projects.add('OTHER');
		world.access.get('IT')?.add(newcomer.id);
	});
	expect(differences).toEqual([]);
});

test('a customer whom the list does not show yet is asked for by id', async () => {
	const {differences, waits} = await verifyAfter((_, site) => {
		const list = site.accounts.bind(site);
		site.accounts = async function* (signal) {
			for await (const page of list(signal)) {
				yield page.filter(({name}) => name !== 'anna');
			}
		};
	});
	expect(differences).toEqual([]);
	expect(waits).toEqual([0]);
});

test('a revoked customer whom the list shows as he was before is asked for by id', async () => {
	const {differences, waits} = await verifyAfter((_, site) => {
		const list = site.accounts.bind(site);
		site.accounts = async function* (signal) {
			for await (const page of list(signal)) {
				yield page.map((account) => ({...account, status: 'active'}));
			}
		};
	});
	expect(differences).toEqual([]);
	expect(waits).toEqual([0]);
});

test('a customer whom nothing shows yet is waited for, but not for ever', async () => {
	const {differences, waits} = await verifyAfter((world, site) => {
		const hidden = idOf(world, 'anna');
		const find = site.accountsById.bind(site);
		let looks = 0;
		site.accounts = async function* () {
			yield world.accounts
				.values()
				.filter(({id}) => id !== hidden)
				.toArray();
		};

		site.accountsById = async (ids, signal) =>
			++looks < 3 ? [] : find(ids, signal);
	});
	expect(differences).toEqual([]);
	expect(waits).toEqual([0, 1000, 2000]);
});

test('a customer who stays away is missing in the end', async () => {
	const {differences, waits} = await verifyAfter((world) => {
		world.accounts.delete(idOf(world, 'anna'));
	});
	expect(differences).toContainEqual({
		sign: '-',
		what: 'customer',
		subject: 'anna@acme.example',
	});
	// Both the account and the lists it is missing from are looked at again.
	expect(waits.toSorted((a, b) => a - b)).toEqual([
		0, 0, 1000, 1000, 2000, 4000,
	]);
});

test.for([
	'organizations',
	'organizationMembers',
	'projectOrganizations',
] as const)(
	'R16: where %s are out of date, they are read again before anything is called missing',
	async (list) => {
		const {differences, waits} = await verifyAfter((_, site) => {
			showNothingOnce(site, list);
		});
		expect(differences).toEqual([]);
		expect(waits).toEqual([0]);
	},
);

/** A replica that lags behind answers the first read of a list. */
function showNothingOnce(
	site: MemorySite,
	list: 'organizations' | 'organizationMembers' | 'projectOrganizations',
): void {
	const real = site[list].bind(site) as (
		...details: readonly unknown[]
	) => AsyncIterable<unknown>;
	let isFirst = true;
	Object.defineProperty(site, list, {
		async *value(...details: readonly unknown[]) {
			if (isFirst) {
				isFirst = false;
				return;
			}

			yield* real(...details);
		},
	});
}

test('verifying tells that it begins', async () => {
	const story = createStory();
	const plan = await makePlan(story);
	const {destination} = story;
	const clock = createEngineClock();
	const {heard, listen} = createListener();
	await verifyRun(plan, stateAfter(plan), {
		destination,
		clock,
		emit: listen,
	});
	expect(heard).toEqual([{type: 'verify-started'}]);
	expect(destination.calls().writes).toBe(0);
});

test('a run that verifying finds wanting does not end with 0', async () => {
	const story = createStory();
	const {world} = story.destination;
	const plan = await makePlan(story);
	const {summary} = await carryOut(plan, {
		...story,
		onEvent({type}) {
			if (type === 'verify-started') {
				organization(world, 'Fresh').members.clear();
			}
		},
	});
	expect(summary).toMatchObject({ending: 'finished', exitCode: 4});
	expect(summary.unexplained).toBeGreaterThan(0);
	expect(summary.verdict).toMatch(/; [1-9]\d* unexplained\.$/v);
});

test('organizations are checked while the index of all accounts is still read', async () => {
	const story = createStory({pageSize: 1});
	const {destination} = story;
	const plan = await makePlan(story);
	const reads: string[] = [];
	let isVerifying = false;
	destination.onCall(({operation, moment}) => {
		if (isVerifying && moment === 'before') {
			reads.push(operation);
		}
	});
	const {summary} = await carryOut(plan, {
		...story,
		onEvent({type}) {
			isVerifying ||= type === 'verify-started';
		},
	});
	expect(summary.unexplained).toBe(0);
	expect(reads.indexOf('projectOrganizations')).toBeLessThan(
		reads.lastIndexOf('accounts'),
	);
	expect(reads.indexOf('organizationMembers')).toBeLessThan(
		reads.lastIndexOf('accounts'),
	);
});
