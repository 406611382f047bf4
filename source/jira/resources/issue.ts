import {z, type ZodType} from 'zod';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {unlessHidden} from '../unless-hidden.ts';
import * as wire from '../wire.ts';

/** Something a request has any number of: how a search shows the first of them, and where the others are. */
type Part<Item> = {
	readonly operation: Operation;
	/** The field of the search answer. */
	readonly field: string;
	/** Most that come in one page. */
	readonly size: number;
	readonly page: ZodType<{
		readonly items: readonly Item[];
		readonly total: number;
	}>;
};

const comments: Part<wire.Comment> = {
	operation: {
		method: 'GET',
		path: '/rest/api/3/issue/{issueIdOrKey}/comment',
	},
	field: 'comment',
	size: 100,
	page: z
		.object({comments: z.array(wire.comment), total: z.number()})
		.transform(({comments: items, total}) => ({items, total})),
};

const worklogs: Part<wire.Worklog> = {
	operation: {
		method: 'GET',
		path: '/rest/api/3/issue/{issueIdOrKey}/worklog',
	},
	field: 'worklog',
	size: 5000,
	page: z
		.object({worklogs: z.array(wire.worklog), total: z.number()})
		.transform(({worklogs: items, total}) => ({items, total})),
};

/** Every comment of a request: those a search showed, and only what it left out is asked for. */
export async function allComments(
	client: JiraClient,
	issue: wire.Issue,
	signal?: AbortSignal,
): Promise<readonly wire.Comment[]> {
	return readAll(client, issue, comments, signal);
}

/** Every worklog of a request; a search shows the first 20 (observed). */
export async function allWorklogs(
	client: JiraClient,
	issue: wire.Issue,
	signal?: AbortSignal,
): Promise<readonly wire.Worklog[]> {
	return readAll(client, issue, worklogs, signal);
}

/** A field that is missing altogether is switched off on the site; one of an unknown shape is read from the start. */
async function readAll<Item>(
	client: JiraClient,
	{key, fields = {}}: wire.Issue,
	part: Part<Item>,
	signal?: AbortSignal,
): Promise<readonly Item[]> {
	const shown = fields[part.field];

	if (shown === undefined || shown === null) {
		return [];
	}

	const {items, total} = part.page.safeParse(shown).data ?? {
		items: [],
		total: 1,
	};
	const all = [...items];
	let expected = total;

	while (all.length < expected) {
		const page = await readPage(client, part, {key, from: all.length}, signal);
		all.push(...page.items);
		expected = page.items.length === 0 ? 0 : page.total;
	}

	return all;
}

/** A request that was deleted or hidden since the search has nothing more to tell. */
async function readPage<Item>(
	client: JiraClient,
	{operation, size, page}: Part<Item>,
	{key, from}: {readonly key: string; readonly from: number},
	signal?: AbortSignal,
): Promise<{readonly items: readonly Item[]; readonly total: number}> {
	const answer = await unlessHidden(async () =>
		client.send(
			{
				operation,
				path: {issueIdOrKey: key},
				query: {startAt: from, maxResults: size},
				answer: page,
			},
			signal,
		),
	);
	return answer?.body ?? {items: [], total: 0};
}
