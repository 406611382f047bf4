import {describe, expect, test} from 'vitest';
import {z} from 'zod';
import {
	arrayPages,
	type List,
	platformPages,
	servicePages,
} from '../../source/jira/paginate.ts';
import {readAll} from '../../source/migration/pages.ts';
import {withClient} from '../helpers/jira-client.ts';
import {json} from '../helpers/server.ts';

const list: List<{readonly id: string}> = {
	operation: {method: 'GET', path: '/list'},
	item: z.object({id: z.string()}),
	size: 50,
};

const items = (...ids: readonly string[]) => ids.map((id) => ({id}));

const same = json({
	values: items('a', 'b'),
	isLastPage: false,
	isLast: false,
});

describe('a list that never ends ends with an error', () => {
	test.each([
		['of service management', servicePages, same],
		['of the platform', platformPages, same],
		['of bare arrays', arrayPages, json(items('a', 'b'))],
	])('%s', async (_, pages, reply) => {
		await withClient({'*': reply}, async ({client, visits}) => {
			await expect(readAll(pages(client, list))).rejects.toMatchObject({
				facts: {
					code: 'broken',
					operation: 'GET /list',
					detail: 'The same page comes again and again.',
				},
			});
			expect(visits.length).toBeLessThan(10);
		});
	});
});

test('a page that comes twice, since data shifted, is no such list', async () => {
	const page = (...ids: readonly string[]) => json({values: items(...ids)});
	const replies = [page('a', 'b'), page('a', 'b'), page('c'), page()];
	await withClient({'*': replies}, async ({client}) => {
		expect(await readAll(servicePages(client, list))).toEqual(
			items('a', 'b', 'c'),
		);
	});
});
