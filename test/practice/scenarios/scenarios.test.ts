import {expect, test} from 'vitest';
import {
	practiceFaults,
	practiceHabits,
	type PracticeOptions,
	PracticeOptionsError,
	practiceScenarios,
	type PracticeSite,
	startPracticeSites,
} from '../../../source/practice/practice-sites.ts';
import {type Person} from '../../../source/practice/world/person.ts';
import {withPractice} from '../../helpers/practice-client.ts';

/** Everybody whom a copy of all customers would take: neither agents nor apps nor deleted. */
function customersOf({
	world,
	slug,
}: PracticeSite & {slug: string}): readonly Person[] {
	const agents = world.groups.named(
		`jira-servicemanagement-users-${slug}`,
	)!.members;
	return world.people
		.page(0, world.people.size, 'oldest-first')
		.filter(
			({accountId, accountType, isDeleted}) =>
				accountType !== 'app' && !isDeleted && !agents.has(accountId),
		);
}

const northwind = (site: PracticeSite) =>
	customersOf({...site, slug: 'northwind'});

test.each([
	['first-steps', 8, 3, 12],
	['acme', 60, 14, 120],
	['mismatched', 28, 5, 40],
	['large', 25_000, 150, 20_000],
	['flaky', 300, 20, 200],
])(
	'The scenario %s has exactly %i customers, %i organizations and %i requests.',
	async (scenario, ...sizes) => {
		await withPractice({scenario}, async ({source}) => {
			const {organizations, requests} = source.world;
			expect([
				northwind(source).length,
				organizations.size,
				requests.size,
			]).toEqual(sizes);
		});
	},
);

test.each([
	{customers: 0, organizations: 0, requests: 0},
	{customers: 1, organizations: 1, requests: 1},
	{customers: 7, organizations: 30, requests: 3},
	{customers: 61, organizations: 15, requests: 25},
	{customers: 2000, organizations: 3, requests: 500},
	{customers: 300, organizations: 400, requests: 50},
])(
	'The sizes %o are met exactly, and every organization is linked.',
	async (sizes) => {
		for (const scenario of ['acme', 'large']) {
			await withPractice({scenario, ...sizes}, async ({source, from}) => {
				const {organizations, requests, projects} = source.world;
				const linked = new Set(
					projects.all.flatMap((project) => [...project.organizations]),
				);
				expect(northwind(source)).toHaveLength(sizes.customers);
				expect([organizations.size, linked.size, requests.size]).toEqual([
					sizes.organizations,
					sizes.organizations,
					sizes.requests,
				]);
				const {status} = await from.get('/rest/api/3/myself');
				expect(status).toBe(200);
			});
		}
	},
);

test('Accounts, ids and names are the same for the same seed, and others for another.', async () => {
	const worlds: string[] = [];
	for (const seed of [7, 7, 8]) {
		await withPractice(
			{seed, customers: 500, organizations: 40},
			async ({source, destination}) => {
				const people = [source, destination].map(({world}) =>
					world.people.page(0, 1000, 'oldest-first'),
				);
				worlds.push(
					JSON.stringify([people, source.token, source.world.requests.at(110)]),
				);
			},
		);
	}

	expect(worlds[0]).toBe(worlds[1]);
	expect(worlds[0]).not.toBe(worlds[2]);
});

test('All ids, organization names and request keys are unique, and every member is somebody.', async () => {
	await withPractice(
		{scenario: 'large', customers: 4000, organizations: 900, requests: 3000},
		async ({source, destination}) => {
			for (const {world} of [source, destination]) {
				const people = world.people.page(0, world.people.size, 'oldest-first');
				const organizations = world.organizations.list('by-id');
				const keys = Array.from(
					{length: world.requests.size},
					(_, index) => world.requests.at(index).key,
				);
				expect(new Set(people.map(({accountId}) => accountId)).size).toBe(
					people.length,
				);
				expect(new Set(organizations.map(({facts}) => facts.name)).size).toBe(
					organizations.length,
				);
				expect(organizations.every(({facts}) => facts.name.length <= 200)).toBe(
					true,
				);
				expect(new Set(keys).size).toBe(keys.length);
				const members = organizations.flatMap(({members: set}) =>
					set.accountIds(),
				);
				expect(
					members.every(
						(accountId) => world.people.find(accountId) !== undefined,
					),
				).toBe(true);
			}
		},
	);
});

test('Generated organizations have namesakes of every kind on the destination.', async () => {
	await withPractice({scenario: 'large'}, async ({source, destination}) => {
		const emails = (site: PracticeSite, name: string) => {
			const [organization] = site.world.organizations.named(name, 'exact');
			const members = organization?.members
				.accountIds()
				.map((id) => site.world.people.find(id)!.email.toLowerCase());
			return members && JSON.stringify(members.toSorted());
		};

		const kinds = source.world.organizations.list('by-id').map(({facts}) => {
			const [here, there] = [
				emails(source, facts.name),
				emails(destination, facts.name),
			];
			const isSpelledOtherwise =
				destination.world.organizations.named(facts.name, 'folded').length > 0;
			return there === undefined
				? isSpelledOtherwise
					? 'spelled'
					: 'new'
				: here === there
					? 'same'
					: 'different';
		});
		const count = (kind: string) =>
			kinds.filter((each) => each === kind).length;
		expect(count('new')).toBeGreaterThan(100);
		expect(
			Math.min(count('same'), count('different'), count('spelled')),
		).toBeGreaterThan(3);
	});
});

test('A million customers are there at once, and the last one can be found by id and email.', async () => {
	const start = performance.now();
	await withPractice({scenario: 'huge'}, async ({from, source}) => {
		expect(performance.now() - start).toBeLessThan(3000);
		const last = source.world.people.at(1_000_000);
		const page = await from.get<ReadonlyArray<{accountId: string}>>(
			'/rest/api/3/users/search?startAt=1000000&maxResults=1000',
		);
		const found = await from.get<ReadonlyArray<{accountId: string}>>(
			`/rest/api/3/user/search?query=${last.email}`,
		);
		expect(page.body[0]!.accountId).toBe(last.accountId);
		expect(found.body.map(({accountId}) => accountId)).toEqual([
			last.accountId,
		]);
	});
});

test.each<[PracticeOptions, string]>([
	[
		{scenario: 'tiny'},
		"There is no scenario 'tiny'. Scenarios: acme, first-steps, mismatched, large, huge, flaky.",
	],
	[{faults: ['flood']}, "There is no fault 'flood'."],
	[
		{customers: -1},
		'customers must be a whole number from 0 to 5000000, not -1.',
	],
	[{organizations: 1.5}, 'organizations must be a whole number'],
	[{requests: NaN}, 'requests must be a whole number'],
	[{burst: 0}, 'burst must be a whole number from 1'],
	[{latencyMs: 1e9}, 'latencyMs must be a whole number from 0 to 60000'],
	[{seed: -3}, 'seed must be a whole number'],
])(
	'The options %j are refused with what is allowed.',
	async (options, message) => {
		const start = startPracticeSites(options);
		await expect(start).rejects.toThrow(PracticeOptionsError);
		await expect(start).rejects.toThrow(message);
	},
);

test('Every scenario, fault and habit has a sentence of its own.', () => {
	const sentences = [practiceScenarios, practiceFaults, practiceHabits].flatMap(
		(table) => Object.values(table),
	);
	expect(new Set(sentences).size).toBe(sentences.length);
	expect(sentences.filter((sentence) => !sentence.endsWith('.'))).toEqual([]);
});
