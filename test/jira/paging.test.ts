import {expect, test} from 'vitest';
import {z} from 'zod';
import {readAll} from '../../source/migration/pages.ts';
import {type JiraClient} from '../../source/jira/client.ts';
import {
	arrayPages,
	type List,
	mapPages,
	platformPages,
	servicePages,
} from '../../source/jira/paginate.ts';
import {factsOf, withClient} from '../helpers/jira-client.ts';
import {json, type Reply, type Routes, type Visit} from '../helpers/server.ts';

type Item = {readonly id: string};

const list: List<Item> = {
	operation: {method: 'GET', path: '/list'},
	query: {includeInactiveUsers: true},
	item: z.object({id: z.string()}),
	size: 50,
};

/** Ids `from` up to, but without, `to`. */
function ids(from: number, to: number): string[] {
	return Array.from({length: to - from}, (_, index) => String(from + index));
}

function items(from: number, to: number): Item[] {
	return ids(from, to).map((id) => ({id}));
}

type Window = {readonly start: number; readonly limit: number};

/** A list of 120 that gives at most 20 at once; `shape` makes the body of a page. */
function serve(
	shape: (values: readonly Item[], window: Window) => unknown,
): Routes {
	const reply: Reply = (response, visit) => {
		const window = windowOf(visit);
		const start = Math.min(window.start, 120);
		const values = items(
			start,
			Math.min(start + window.limit, start + 20, 120),
		);
		json(shape(values, window))(response, visit);
	};

	return {'GET /list': reply};
}

function windowOf({query}: Visit): Window {
	return {
		start: Number(query.get('start') ?? query.get('startAt')),
		limit: Number(query.get('limit') ?? query.get('maxResults')),
	};
}

async function idsOf(
	pages: AsyncIterable<readonly Item[]>,
): Promise<readonly string[]> {
	const all = [];

	for await (const page of pages) {
		all.push(...page.map(({id}) => id));
	}

	return all;
}

test.each<[string, (values: readonly Item[], window: Window) => unknown]>([
	[
		'that are capped below what was asked for',
		(values, {start, limit}) => ({
			size: values.length,
			start,
			limit,
			values,
			isLastPage: start + values.length >= 120,
		}),
	],
	[
		'whose size is wrong',
		(values, {start}) => ({
			size: 0,
			isLastPage: start + values.length >= 120,
			values,
		}),
	],
	['that never say which is the last', (values) => ({values})],
	[
		'that say of none that it is the last',
		(values) => ({isLastPage: false, values}),
	],
])(
	'a list of service management is read whole from pages %s',
	async (_, shape) => {
		await withClient(serve(shape), async ({client}) => {
			const read = await idsOf(servicePages(client, list));
			expect(read).toEqual(ids(0, 120));
		});
	},
);

test('a list of service management is asked for by start and limit, and ends with the last page', async () => {
	const routes = serve((values, {start}) => ({
		values,
		isLastPage: start === 40,
	}));
	await withClient(routes, async ({client, visits}) => {
		await idsOf(servicePages(client, list));
		expect(visits.map(({query}) => Object.fromEntries(query))).toEqual(
			['0', '20', '40'].map((start) => ({
				includeInactiveUsers: 'true',
				start,
				limit: '50',
			})),
		);
	});
});

test('a list of the platform is asked for by startAt and maxResults, and ends with the last page', async () => {
	const routes = serve((values, {start}) => ({values, isLast: start === 40}));
	await withClient(routes, async ({client, visits}) => {
		const read = await idsOf(platformPages(client, list));
		expect(read).toEqual(ids(0, 60));
		expect(visits.map(({query}) => query.get('startAt'))).toEqual([
			'0',
			'20',
			'40',
		]);
		expect(visits[0]?.query.get('maxResults')).toBe('50');
	});
});

test('a list of the platform that never says which page is the last is read whole', async () => {
	await withClient(
		serve((values) => ({values})),
		async ({client}) => {
			const read = await idsOf(platformPages(client, list));
			expect(read).toEqual(ids(0, 120));
		},
	);
});

test('a bare list is read until an empty page, since a short one need not be the last', async () => {
	const pages = [items(0, 50), items(50, 53), items(53, 90), []];
	await withClient(
		{'GET /list': pages.map((page) => json(page))},
		async ({client, visits}) => {
			const read = await idsOf(arrayPages(client, list));
			expect(read).toEqual(ids(0, 90));
			expect(visits.map(({query}) => query.get('startAt'))).toEqual([
				'0',
				'50',
				'53',
				'90',
			]);
		},
	);
});

test.each([
	['service management', servicePages, {values: [], isLastPage: true}],
	['the platform', platformPages, {values: [], isLast: true}],
	['bare items', arrayPages, []],
])('an empty list of %s is read with one call', async (_, read, body) => {
	await withClient({'GET /list': json(body)}, async ({client, visits}) => {
		expect(await idsOf(read(client, list))).toEqual([]);
		expect(visits).toHaveLength(1);
	});
});

test('nobody is lost and nobody counted twice when newcomers push others to the next page', async () => {
	let newcomers = 0;
	const reply: Reply = (response, visit) => {
		const {start} = windowOf(visit);
		const all = items(-newcomers, 60);
		const values = all.slice(start, start + 20);
		newcomers++;
		json({values, isLastPage: start + 20 >= all.length})(response, visit);
	};

	await withClient({'GET /list': reply}, async ({client}) => {
		const read = await readAll(servicePages(client, list));
		const known = read.filter(({id}) => Number(id) >= 0);
		expect(known.map(({id}) => id)).toEqual(ids(0, 60));
	});
});

const endless = 200;

/** Answers the same page whatever is asked for; it ends at last, so that a test does. */
function repeating(body: unknown, end: unknown): readonly Reply[] {
	return [...Array.from({length: endless}, () => json(body)), json(end)];
}

test.each<
	[
		string,
		(client: JiraClient) => AsyncIterable<readonly Item[]>,
		readonly Reply[],
	]
>([
	[
		'of service management',
		(client) => servicePages(client, list),
		repeating({values: items(0, 20)}, {values: []}),
	],
	[
		'of the platform',
		(client) => platformPages(client, list),
		repeating({values: items(0, 20)}, {values: []}),
	],
	[
		'of bare items',
		(client) => arrayPages(client, list),
		repeating(items(0, 20), []),
	],
])(
	'a list %s whose first page comes for ever is no list, and is not taken for a whole one',
	async (_, read, replies) => {
		await withClient({'GET /list': replies}, async ({client, visits}) => {
			const facts = await factsOf(idsOf(read(client)));
			expect(facts.code).toBe('broken');
			expect(visits.length).toBeLessThan(endless);
		});
	},
);

test('pages are read one at a time, when they are wanted', async () => {
	await withClient(
		serve((values) => ({values})),
		async ({client, visits}) => {
			const pages = servicePages(client, list);
			expect(visits).toHaveLength(0);
			await pages.next();
			expect(visits).toHaveLength(1);
			await pages.next();
			expect(visits).toHaveLength(2);
		},
	);
});

test('items are turned page by page', async () => {
	await withClient(
		serve((values) => ({values})),
		async ({client}) => {
			const pages = mapPages(servicePages(client, list), ({id}) => Number(id));
			const sizes = [];

			for await (const page of pages) {
				sizes.push(page.length);
				expect(page.every((value) => typeof value === 'number')).toBe(true);
			}

			expect(sizes.slice(0, 6)).toEqual([20, 20, 20, 20, 20, 20]);
		},
	);
});

test('an item of another shape spoils the page, rather than being passed over', async () => {
	const body = {values: [{id: '1'}, {name: 'no id'}], isLastPage: true};
	await withClient({'GET /list': json(body)}, async ({client}) => {
		const facts = await factsOf(idsOf(servicePages(client, list)));
		expect(facts.code).toBe('broken');
	});
});

test('a stop ends the reading between two pages', async () => {
	const stop = new AbortController();
	await withClient(
		serve((values) => ({values})),
		async ({client, visits}) => {
			const read = async () => {
				for await (const page of servicePages(client, list, stop.signal)) {
					expect(page).toHaveLength(20);
					stop.abort();
				}
			};

			const facts = await factsOf(read());
			expect(facts.code).toBe('stopped');
			expect(visits).toHaveLength(1);
		},
	);
});
