import {expect, test} from 'vitest';
import {readAccounts} from '../../source/jira/resources/user.ts';
import {withClient} from '../helpers/jira-client.ts';
import {json, type Reply} from '../helpers/server.ts';

const path = 'GET /rest/api/3/user/bulk';

/** Knows everybody, and gives at most so many at once. */
function everybody(cap: number): Reply {
	return (response, visit) => {
		const {query} = visit;
		const startAt = Number(query.get('startAt') ?? 0);
		const size = Math.min(cap, Number(query.get('maxResults') ?? 10));
		const ids = query.getAll('accountId');
		const values = ids
			.slice(startAt, startAt + size)
			.map((accountId) => ({accountId}));
		const isLast = startAt + values.length >= ids.length;
		json({startAt, values, isLast, total: ids.length})(response, visit);
	};
}

const ids = Array.from({length: 100}, (_, index) => `qm:site:${index}`);

test('accounts are asked for by all their ids at once', async () => {
	await withClient({[path]: everybody(200)}, async ({client, visits}) => {
		const accounts = await readAccounts(client, ids);
		expect(accounts.map(({id}) => id)).toEqual(ids);
		expect(visits).toHaveLength(1);
		expect(visits[0]?.query.getAll('accountId')).toEqual(ids);
	});
});

test('nobody is lost where the site gives fewer at once than were asked for', async () => {
	await withClient({[path]: everybody(30)}, async ({client}) => {
		const accounts = await readAccounts(client, ids);
		expect(accounts.map(({id}) => id)).toEqual(ids);
	});
});

test('who is unknown is simply not there', async () => {
	const body = {values: [{accountId: 'a', displayName: 'Ada'}], isLast: true};
	await withClient({[path]: json(body)}, async ({client}) => {
		const accounts = await readAccounts(client, ['a', 'b']);
		expect(accounts.map(({name}) => name)).toEqual(['Ada']);
	});
});
