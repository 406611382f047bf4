import {expect, test} from 'vitest';
import {
	connectDestination,
	connectSource,
	type ConnectOptions,
} from '../../source/jira/connect.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {factsOf, login} from '../helpers/jira-client.ts';
import {withPractice} from '../helpers/practice-client.ts';
import {html, json, type Routes, text, withServer} from '../helpers/server.ts';

const cloud = {
	baseUrl: 'https://acme.atlassian.net',
	deploymentType: 'Cloud',
	serverTitle: 'Northwind',
};

const site: Routes = {
	'GET /rest/api/3/serverInfo': json(cloud),
	'GET /_edge/tenant_info': json({cloudId: 'c1'}),
	'GET /rest/api/3/myself': json({accountId: 'a', displayName: 'Ada'}),
};

function options(url: string): ConnectOptions {
	return {...login, url, clock: createEngineClock(), random: () => 0.5};
}

test('a site is known by its cloud id and its title', async () => {
	await withServer(site, async ({url}) => {
		const connection = await connectSource(options(url));
		expect(connection.site.site).toEqual({id: 'c1', url, name: 'Northwind'});
		expect(connection.login).toBe('Ada');
		connection.close();
	});
});

test('the name an admin saved goes before the title', async () => {
	await withServer(site, async ({url}) => {
		const connection = await connectSource({...options(url), name: 'Old site'});
		expect(connection.site.site.name).toBe('Old site');
		connection.close();
	});
});

test.each([
	['404', text('', 404)],
	['403', html(403)],
	['a login page', html(200)],
])(
	'a site that answers %s for its cloud id is known by its host',
	async (_, reply) => {
		const hidden = {...site, 'GET /_edge/tenant_info': reply};
		await withServer(hidden, async ({url}) => {
			const connection = await connectSource(options(url));
			expect(connection.site.site.id).toBe(new URL(url).host);
			connection.close();
		});
	},
);

test('passing trouble with its cloud id does not make a site another one', async () => {
	const troubled = {...site, 'GET /_edge/tenant_info': html(503)};
	await withServer(troubled, async ({url}) => {
		const {code} = await factsOf(connectSource(options(url)));
		expect(code).toBe('broken');
	});
});

test('a site without a title is called by its host', async () => {
	const {serverTitle, ...untitled} = cloud;
	const routes = {...site, 'GET /rest/api/3/serverInfo': json(untitled)};
	await withServer(routes, async ({url}) => {
		const connection = await connectSource(options(url));
		expect(connection.site.site.name).toBe(new URL(url).host);
		connection.close();
	});
});

test.each<[string, Routes, string]>([
	[
		'is no Jira Cloud',
		{
			...site,
			'GET /rest/api/3/serverInfo': json({...cloud, deploymentType: 'Server'}),
		},
		'not-jira',
	],
	['is something else', {'*': html(200)}, 'not-jira'],
	['redirects', {'*': text('', 302, {location: '/login'})}, 'not-jira'],
	[
		'refuses the login',
		{...site, 'GET /rest/api/3/myself': json({}, 401)},
		'unauthorized',
	],
])('a site that %s is not connected to', async (_, routes, code) => {
	await withServer(routes, async ({url}) => {
		const facts = await factsOf(connectDestination(options(url)));
		expect(facts.code).toBe(code);
	});
});

test('connecting can be stopped', async () => {
	await withServer(site, async ({url, visits}) => {
		const signal = AbortSignal.abort();
		const {code} = await factsOf(connectSource({...options(url), signal}));
		expect(code).toBe('stopped');
		expect(visits).toEqual([]);
	});
});

test.each([
	[
		'admin',
		{isAdministrator: true, canBrowseUsers: true, isSiteAdministrator: true},
	],
	[
		'agent',
		{isAdministrator: false, canBrowseUsers: true, isSiteAdministrator: false},
	],
	[
		'customer',
		{isAdministrator: false, canBrowseUsers: false, isSiteAdministrator: false},
	],
] as const)('what the %s may do is told beforehand', async (who, rights) => {
	await withPractice({}, async ({destination}) => {
		const connection = await connectDestination({
			...options(destination.url),
			...destination.logins[who],
		});
		expect(await connection.rights()).toEqual(rights);
		expect(await connection.site.rights()).toEqual({
			createCustomers: rights.isAdministrator,
			revokeAccess: rights.isSiteAdministrator,
		});
		connection.close();
	});
});

test('connecting writes nothing', async () => {
	await withPractice({}, async ({source, destination}) => {
		const from = await connectSource({...options(source.url), ...source});
		const to = await connectDestination({
			...options(destination.url),
			...destination,
		});
		expect([source.calls().writes, destination.calls().writes]).toEqual([0, 0]);
		expect(from.site.site.id).not.toBe(to.site.site.id);
		from.close();
		to.close();
	});
});
