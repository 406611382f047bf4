import {isDeepStrictEqual} from 'node:util';
import {z, type ZodType} from 'zod';
import {SiteError} from '../migration/site-error.ts';
import {type JiraClient} from './client.ts';
import {type Call, type Operation, operationName} from './operation.ts';

/** A list that comes in pages. */
export type List<Item> = Pick<Call<unknown>, 'operation' | 'path' | 'query'> & {
	readonly item: ZodType<Item>;
	/** Items asked for; the site may give fewer, down to any cap of its own. */
	readonly size: number;
	/** How many items there can be, where that is known; then nobody asks for more. */
	readonly most?: number;
};

type Page<Item> = {readonly items: readonly Item[]; readonly isLast?: boolean};

/** How one part of Jira's API gives its lists: names of the query, and what a page looks like. */
type Manner<Item> = {
	readonly start: string;
	readonly limit: string;
	readonly page: ZodType<Page<Item>>;
};

/**
Reads a list of service management. The site may cap pages below the size asked for, give a wrong `size` or no `_links`, so only what arrived and `isLastPage` count.

@returns The items of each page.
*/
export function servicePages<Item>(
	client: JiraClient,
	list: List<Item>,
	signal?: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	const page = z
		.object({
			values: z.array(list.item),
			isLastPage: z.boolean().optional(),
		})
		.transform(({values, isLastPage}) => ({items: values, isLast: isLastPage}));
	const manner = {start: 'start', limit: 'limit', page};
	return readPages(client, list, manner, signal);
}

/**
Reads a list of the platform that comes with metadata (`values`, `isLast`).

@returns The items of each page.
*/
export function platformPages<Item>(
	client: JiraClient,
	list: List<Item>,
	signal?: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	const page = z
		.object({values: z.array(list.item), isLast: z.boolean().optional()})
		.transform(({values, isLast}) => ({items: values, isLast}));
	const manner = {start: 'startAt', limit: 'maxResults', page};
	return readPages(client, list, manner, signal);
}

/**
Reads a list that comes as bare arrays. A short page may not be the last one, so it ends with an empty page.

@returns The items of each page.
*/
export function arrayPages<Item>(
	client: JiraClient,
	list: List<Item>,
	signal?: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	const page = z.array(list.item).transform((items) => ({items}));
	const manner = {start: 'startAt', limit: 'maxResults', page};
	return readPages(client, list, manner, signal);
}

/** New items in front move all others on, so a short last page may come again; one that keeps coming is no list. */
const mostRepeats = 3;

async function* readPages<Item>(
	client: JiraClient,
	{operation, path, query, size, most}: List<Item>,
	{start, limit, page: answer}: Manner<Item>,
	signal?: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	let before: readonly Item[] = [];
	let repeats = 0;

	for (let from = 0; ; from += before.length) {
		const window = {...query, [start]: from, [limit]: size};
		const {body} = await client.send(
			{operation, path, query: window, answer},
			signal,
		);
		const {items, isLast = false} = body;

		if (items.length === 0) {
			return;
		}

		repeats = isDeepStrictEqual(items, before) ? repeats + 1 : 0;

		if (repeats > mostRepeats) {
			throw repeatedPage(client, operation);
		}

		yield items;

		if (isLast || from + items.length >= (most ?? Infinity)) {
			return;
		}

		before = items;
	}
}

/** A site that overlooks where a page should start would be read for ever, or be taken for a smaller one. */
function repeatedPage(client: JiraClient, operation: Operation): SiteError {
	return new SiteError({
		code: 'broken',
		mayHaveHappened: false,
		operation: operationName(operation),
		site: client.url,
		detail: 'The same page comes again and again.',
	});
}

/**
Turns what the wire brings into what the engine knows, page by page.

@yields The turned items of each page.
*/
export async function* mapPages<From, To>(
	pages: AsyncIterable<readonly From[]>,
	turn: (item: From) => To,
): AsyncGenerator<readonly To[]> {
	for await (const page of pages) {
		yield page.map((item) => turn(item));
	}
}
