import {z, type ZodType} from 'zod';
import {type JiraClient} from './client.ts';
import {type Operation} from './operation.ts';

/** A list that comes in pages. */
export type List<Item> = {
	readonly operation: Operation;
	readonly path?: Readonly<Record<string, string>>;
	readonly query?: Readonly<Record<string, string | number | boolean>>;
	readonly item: ZodType<Item>;
	/** Items asked for; the site may give fewer, down to any cap of its own. */
	readonly size: number;
};

/**
Reads a list of service management. The site may cap pages below the size asked for, give a wrong `size` or no `_links`, so only what arrived and `isLastPage` count.

@yields The items of each page.
*/
export async function* servicePages<Item>(
	client: JiraClient,
	list: List<Item>,
	signal?: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	const answer = z.object({
		values: z.array(list.item),
		isLastPage: z.boolean().optional(),
	});

	for (let start = 0; ;) {
		const {body} = await client.send(
			{...list, answer, query: {...list.query, start, limit: list.size}},
			signal,
		);
		yield body.values;
		start += body.values.length;

		if (body.isLastPage === true || body.values.length === 0) {
			return;
		}
	}
}

/**
Reads a list of the platform that comes with metadata (`values`, `isLast`).

@yields The items of each page.
*/
export async function* platformPages<Item>(
	client: JiraClient,
	list: List<Item>,
	signal?: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	const answer = z.object({
		values: z.array(list.item),
		isLast: z.boolean().optional(),
	});

	for (let startAt = 0; ;) {
		const {body} = await client.send(
			{...list, answer, query: {...list.query, startAt, maxResults: list.size}},
			signal,
		);
		yield body.values;
		startAt += body.values.length;

		if (body.isLast === true || body.values.length === 0) {
			return;
		}
	}
}

/**
Reads a list that comes as bare arrays. A short page may not be the last one, so it ends with an empty page.

@yields The items of each page.
*/
export async function* arrayPages<Item>(
	client: JiraClient,
	list: List<Item>,
	signal?: AbortSignal,
): AsyncGenerator<readonly Item[]> {
	const answer = z.array(list.item);

	for (let startAt = 0; ;) {
		const {body} = await client.send(
			{...list, answer, query: {...list.query, startAt, maxResults: list.size}},
			signal,
		);

		if (body.length === 0) {
			return;
		}

		yield body;
		startAt += body.length;
	}
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
