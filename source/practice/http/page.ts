import {type Answer, json} from './answer.ts';
import {Refusal} from './refusal.ts';
import {type Call} from './route.ts';

/** Some of a list: how many there are in all, and how to make those asked for. */
export type Listing<Item> = {
	readonly total: number;
	items(start: number, limit: number): readonly Item[];
};

export function listing<From, Item>(
	all: readonly From[],
	shape: (from: From) => Item,
): Listing<Item> {
	return {
		total: all.length,
		items: (start, limit) =>
			all.slice(start, start + limit).map((each) => shape(each)),
	};
}

/**
A page of the service desk API. `cap` is the most the site gives at once, whatever `limit` asks; the answer repeats
`limit` as asked, so a full page may be shorter than that. Source: Atlassian's OpenAPI, "Pagination".
*/
export function serviceDeskPage<Item>(
	call: Call,
	{total, items}: Listing<Item>,
	cap = 50,
): Answer {
	const {habits, url} = call.site;
	const start = wholeNumber(call, 'start', 0);
	const limit = wholeNumber(call, 'limit', 50);
	const values = items(
		start,
		habits.cappedPages ? Math.min(limit, cap) : limit,
	);
	const end = start + values.length;
	const isLastPage = end >= total || values.length === 0;
	const link = (from: number) => linkTo(call, {start: from, limit});
	return json({
		...(!habits.missingExpands && {_expands: []}),
		size: habits.wrongSize ? 0 : values.length,
		start,
		limit,
		isLastPage,
		_links: {
			self: `${url}${call.url}`,
			base: url,
			context: '',
			...(!isLastPage && {next: link(end)}),
			...(start > 0 && {prev: link(Math.max(0, start - limit))}),
		},
		values,
	});
}

/** A page of the platform API, which tells its real page size in `maxResults`. */
export function platformPage<Item>(
	call: Call,
	{total, items}: Listing<Item>,
	cap = 50,
	fallback = 50,
): Answer {
	const {habits, url} = call.site;
	const {startAt, maxResults} = window(
		call,
		fallback,
		habits.cappedPages ? cap : Infinity,
	);
	const values = items(startAt, maxResults);
	const end = startAt + values.length;
	const isLast = end >= total || values.length === 0;
	return json({
		self: `${url}${call.url}`,
		...(!isLast && {nextPage: linkTo(call, {startAt: end, maxResults})}),
		maxResults,
		startAt,
		total,
		isLast,
		values,
	});
}

/** The part of a list that `startAt` and `maxResults` ask for, within the site's cap. */
export function window(
	call: Call,
	fallback: number,
	cap: number,
): {startAt: number; maxResults: number} {
	return {
		startAt: wholeNumber(call, 'startAt', 0),
		maxResults: Math.min(cap, wholeNumber(call, 'maxResults', fallback)),
	};
}

function wholeNumber(call: Call, name: string, fallback: number): number {
	const text = call.query.get(name);
	if (text === null || text === '') {
		return fallback;
	}

	if (!/^\d{1,9}$/v.test(text)) {
		throw new Refusal(
			400,
			`The value '${text}' of '${name}' is not a whole number from 0.`,
		);
	}

	return Number(text);
}

function linkTo(call: Call, changed: Readonly<Record<string, number>>): string {
	const link = new URL(call.url, call.site.url);
	for (const [name, value] of Object.entries(changed)) {
		link.searchParams.set(name, String(value));
	}

	return link.href;
}
