import {expect, test} from 'vitest';
import {
	listAgentGroups,
	readCustomerRole,
} from '../../source/jira/resources/role.ts';
import {factsOf, withClient} from '../helpers/jira-client.ts';
import {html, json, type Reply} from '../helpers/server.ts';

const root = 'https://acme.atlassian.net/rest/api/3/project/10000/role';
const list = 'GET /rest/api/3/project/IT/role';

const actors = [
	{type: 'atlassian-user-role-actor', actorUser: {accountId: 'qm:1:2'}},
	{type: 'atlassian-group-role-actor', actorGroup: {groupId: 'g'}},
	{type: 'atlassian-user-role-actor', actorUser: {accountId: 'a'}},
];

function roles(
	...entries: ReadonlyArray<readonly [name: string, id: number]>
): Reply {
	return json(
		Object.fromEntries(entries.map(([name, id]) => [name, `${root}/${id}`])),
	);
}

test.each([
	'Service Desk Customers',
	'Service Management Customers',
	'Customers',
	'Customer',
	'service desk customer',
])('the customer role may be called %s', async (name) => {
	const routes = {
		[list]: roles(['Administrators', 1], [name, 10_100], ['Viewers', 3]),
		[`${list}/10100`]: json({actors}),
	};
	await withClient(routes, async ({client}) => {
		expect(await readCustomerRole(client, 'IT')).toEqual(['qm:1:2', 'a']);
	});
});

test('an empty role is nobody, which is something else than no role', async () => {
	const routes = {
		[list]: roles(['Customers', 5]),
		[`${list}/5`]: json({actors: []}),
	};
	await withClient(routes, async ({client}) => {
		expect(await readCustomerRole(client, 'IT')).toEqual([]);
	});
});

test("the service desk's own role goes before one that a company made", async () => {
	const routes = {
		[list]: roles(['Customers', 4], ['Service Desk Customers', 5]),
		[`${list}/4`]: json({actors: []}),
		[`${list}/5`]: json({actors}),
	};
	await withClient(routes, async ({client}) => {
		expect(await readCustomerRole(client, 'IT')).toEqual(['qm:1:2', 'a']);
	});
});

test.each([
	'Customer Success',
	'VIP customers',
	'Service Desk Team',
	'Administrators',
])('%s is no customer role', async (name) => {
	await withClient({[list]: roles([name, 5])}, async ({client}) => {
		expect(await readCustomerRole(client, 'IT')).toBeUndefined();
	});
});

test.each([403, 404])(
	'a role that answers %d can not be read, and that is no error',
	async (status) => {
		const hidden = json({errorMessages: ['No.']}, status);
		const routes = {[list]: roles(['Customers', 5]), [`${list}/5`]: hidden};
		await withClient(routes, async ({client}) => {
			expect(await readCustomerRole(client, 'IT')).toBeUndefined();
		});
		await withClient({[list]: hidden}, async ({client}) => {
			expect(await readCustomerRole(client, 'IT')).toBeUndefined();
		});
	},
);

test('trouble is not taken for a role that can not be read', async () => {
	await withClient({[list]: html(503)}, async ({client}) => {
		const {code} = await factsOf(readCustomerRole(client, 'IT'));
		expect(code).toBe('broken');
	});
});

test('agents are in the groups of the licence', async () => {
	const body = {
		groupDetails: [{name: 'agents', groupId: 'g1'}, {groupId: 'g2'}],
	};
	const route = 'GET /rest/api/3/applicationrole/jira-servicedesk';
	await withClient({[route]: json(body)}, async ({client}) => {
		expect(await listAgentGroups(client)).toEqual(['g1', 'g2']);
	});
	await withClient({[route]: json({})}, async ({client}) => {
		expect(await listAgentGroups(client)).toEqual([]);
	});
});
