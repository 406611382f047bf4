import {z} from 'zod';
import {type Account} from '../../migration/model.ts';
import {readAll} from '../../migration/pages.ts';
import {type Pages, type Receipt} from '../../migration/ports.ts';
import {SiteError} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {arrayPages, mapPages, platformPages} from '../paginate.ts';
import {toAccount} from '../people.ts';
import * as wire from '../wire.ts';

const listAll: Operation = {method: 'GET', path: '/rest/api/3/users/search'};

const search: Operation = {method: 'GET', path: '/rest/api/3/user/search'};

const bulk: Operation = {method: 'GET', path: '/rest/api/3/user/bulk'};

const listGroup: Operation = {method: 'GET', path: '/rest/api/3/group/member'};

/** Leaves a *former user* behind wherever the account was used. */
const deletion: Operation = {
	method: 'DELETE',
	path: '/rest/api/3/user',
	isRepeatable: true,
};

/** Everyone on the site: active, inactive and deleted, portal-only accounts too (observed), 1,000 a page. */
export function listAccounts(
	client: JiraClient,
	signal?: AbortSignal,
): Pages<Account> {
	const pages = arrayPages(
		client,
		{operation: listAll, item: wire.user, size: 1000},
		signal,
	);
	return mapPages(pages, toAccount);
}

/** Matches the beginnings of names and emails of active accounts only, and lags behind changes; so what it finds has to be compared. */
export async function searchAccounts(
	client: JiraClient,
	query: string,
	signal?: AbortSignal,
): Promise<readonly Account[]> {
	const {body} = await client.send(
		{
			operation: search,
			query: {query, maxResults: 50},
			answer: z.array(wire.user),
		},
		signal,
	);
	return body.map((user) => toAccount(user));
}

/**
Those of the ids that exist, in any order. Ten would come at once if no more were asked for; a site may still give fewer than that.

Ids out of comments and rules may be none; where the site refuses all because of them, they are found by halves.
*/
export async function readAccounts(
	client: JiraClient,
	ids: readonly string[],
	signal?: AbortSignal,
): Promise<readonly Account[]> {
	try {
		return await readAccountsAtOnce(client, ids, signal);
	} catch (error) {
		const isRefused =
			error instanceof SiteError &&
			['refused', 'not-found'].includes(error.facts.code);

		if (!isRefused) {
			throw error;
		}

		if (ids.length < 2) {
			return [];
		}

		const half = Math.ceil(ids.length / 2);
		return [
			...(await readAccounts(client, ids.slice(0, half), signal)),
			...(await readAccounts(client, ids.slice(half), signal)),
		];
	}
}

async function readAccountsAtOnce(
	client: JiraClient,
	ids: readonly string[],
	signal?: AbortSignal,
): Promise<readonly Account[]> {
	const pages = platformPages(
		client,
		{
			operation: bulk,
			query: {accountId: ids},
			item: wire.user,
			size: ids.length,
			most: ids.length,
		},
		signal,
	);
	return readAll(mapPages(pages, toAccount));
}

export function listGroupMembers(
	client: JiraClient,
	groupId: string,
	signal?: AbortSignal,
): Pages<Account> {
	const pages = platformPages(
		client,
		{
			operation: listGroup,
			query: {groupId, includeInactiveUsers: true},
			item: wire.user,
			size: 50,
		},
		signal,
	);
	return mapPages(pages, toAccount);
}

/** Deletes an account from the site; only a site administrator may, and there is no way back. */
export async function deleteAccount(
	client: JiraClient,
	accountId: string,
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{operation: deletion, query: {accountId}, answer: wire.nothing},
		signal,
	);
	return {requestId};
}
