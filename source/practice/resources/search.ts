import {Buffer} from 'node:buffer';
import {bodyField, bodyText, bodyTexts} from '../http/body.ts';
import {json} from '../http/answer.ts';
import {isAgent} from '../http/login.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {searchRequests} from '../jql/evaluate.ts';
import {parseJql} from '../jql/parse.ts';
import {JqlError} from '../jql/query.ts';
import {hashText} from '../world/random.ts';
import {fieldDirectory, issueBody, wantedFields} from './issue-shape.ts';

const root = '/rest/api/3/search';

/** Finding requests with JQL, page by page with tokens. */
export const searchRoutes: readonly Route[] = [
	{
		method: 'POST',
		path: `${root}/jql`,
		audience: 'users',
		isRead: true,
		handle: searchByBody,
	},
	{
		method: 'GET',
		path: `${root}/jql`,
		audience: 'users',
		handle: searchByQuery,
	},
	{
		method: 'POST',
		path: `${root}/approximate-count`,
		audience: 'users',
		isRead: true,
		perSecond: 150,
		handle: (call) =>
			json({count: search(call, bodyText(call, 'jql') ?? '').length}),
	},
	{method: 'GET', path: root, audience: 'users', handle: refuseOldSearch},
	{
		method: 'POST',
		path: root,
		audience: 'users',
		isRead: true,
		handle: refuseOldSearch,
	},
];

const searchLagMs = 2000;

type SearchArguments = {
	readonly jql: string;
	readonly fields: readonly string[];
	readonly expand: readonly string[];
	readonly maxResults: number;
	readonly nextPageToken: string | undefined;
};

function searchByBody(call: Call) {
	const maxResults = bodyField(call, 'maxResults');
	return searchPage(call, {
		jql: bodyText(call, 'jql') ?? '',
		fields: bodyTexts(call, 'fields'),
		expand: (bodyText(call, 'expand') ?? '').split(','),
		maxResults: typeof maxResults === 'number' ? maxResults : 50,
		nextPageToken: bodyText(call, 'nextPageToken'),
	});
}

function searchByQuery(call: Call) {
	const {query} = call;
	return searchPage(call, {
		jql: query.get('jql') ?? '',
		fields: query.getAll('fields').flatMap((names) => names.split(',')),
		expand: (query.get('expand') ?? '').split(','),
		maxResults: Number(query.get('maxResults') ?? 50),
		nextPageToken: query.get('nextPageToken') ?? undefined,
	});
}

/**
A page holds ids alone unless fields are asked for, then fewer requests fit (documented: up to 5000, or "fewer"). The
last page has no token. Source: Atlassian's OpenAPI, schema `SearchAndReconcileResults`.
*/
function searchPage(
	call: Call,
	{jql, fields, expand, maxResults, nextPageToken}: SearchArguments,
) {
	const {site} = call;
	if (!Number.isSafeInteger(maxResults) || maxResults < 1) {
		throw new Refusal(
			400,
			'The value of maxResults must be a whole number from 1.',
		);
	}

	const isIdsOnly = fields.every((name) => name === 'id' || name === 'key');
	const cap = isIdsOnly ? 5000 : site.habits.cappedPages ? 100 : 1000;
	const found = search(call, jql);
	const start = nextPageToken === undefined ? 0 : readToken(nextPageToken, jql);
	const end = Math.min(found.length, start + Math.min(maxResults, cap));
	const wanted = wantedFields(fields);
	const isLast = end >= found.length;
	const asOf = searchHorizon(call);
	const issues = Array.from(found.subarray(start, end), (index) => {
		const body = issueBody(site, site.world.requests.at(index, asOf), wanted, {
			isSearch: true,
		});
		return fields.length === 0 ? {id: body.id} : body;
	});
	return json({
		...fieldDirectory(site, wanted, expand),
		issues,
		isLast,
		...(!isLast && {nextPageToken: writeToken(end, jql)}),
	});
}

function search(call: Call, jql: string): Int32Array {
	const {site} = call;
	if (!isAgent(call)) {
		// Whoever has no licence may browse no project.
		return new Int32Array();
	}

	const {requests} = site.world;
	const asOf = searchHorizon(call);
	const moment = requests.lastChangeAt <= asOf ? 'settled' : asOf;
	try {
		const query = parseJql(jql);
		const context = {
			world: site.world,
			now: site.now(),
			caller: call.caller!.accountId,
		};
		return site.searches.get(
			`${moment} ${requests.version} ${context.caller} ${jql}`,
			() => searchRequests(query, context, asOf),
		);
	} catch (error) {
		throw error instanceof JqlError ? new Refusal(400, error.message) : error;
	}
}

/** Changes after this moment are not in the search index yet. */
function searchHorizon({site}: Call): number {
	return site.habits.searchIndexLags
		? site.now().getTime() - searchLagMs
		: Infinity;
}

function writeToken(start: number, jql: string): string {
	return Buffer.from(`${start}:${hashText(0, jql)}`).toString('base64url');
}

function readToken(token: string, jql: string): number {
	const [start, fingerprint] = Buffer.from(token, 'base64url')
		.toString()
		.split(':', 2);
	if (!/^\d{1,9}$/v.test(start!) || Number(fingerprint) !== hashText(0, jql)) {
		throw new Refusal(
			400,
			'The provided next page token is invalid or does not belong to this query.',
		);
	}

	return Number(start);
}

function refuseOldSearch(): never {
	throw new Refusal(
		410,
		'The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046',
	);
}
