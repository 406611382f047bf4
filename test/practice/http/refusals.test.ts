import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {practiceClient, withPractice} from '../../helpers/practice-client.ts';

const organizations = '/rest/servicedeskapi/organization';

test('Wrong credentials and none at all are refused with 401, in the words of each API.', async () => {
	await withPractice({}, async ({source}) => {
		const stranger = practiceClient(source, {email: source.email, token: 'x'});
		const platform = await stranger.get('/rest/api/3/myself');
		const serviceDesk = await stranger.get(organizations);
		const nobody = await fetch(`${source.url}/rest/api/3/myself`);
		expect([platform.status, serviceDesk.status, nobody.status]).toEqual([
			401, 401, 401,
		]);
		expect(platform.body).toMatchObject({
			errorMessages: [expect.any(String)],
			errors: {},
		});
		expect(serviceDesk.body).toMatchObject({
			errorMessage: expect.any(String) as string,
		});
		expect(platform.headers.get('x-seraph-loginreason')).toBe(
			'AUTHENTICATED_FAILED',
		);
	});
});

test('What a site tells everybody needs no credentials, but refuses wrong ones.', async () => {
	await withPractice({}, async ({source, destination}) => {
		const read = async (path: string) => {
			const response = await fetch(source.url + path);
			return (await response.json()) as Record<string, unknown>;
		};

		const info = await read('/rest/api/3/serverInfo');
		const tenant = await read('/_edge/tenant_info');
		const serviceDesk = await read('/rest/servicedeskapi/info');
		const stranger = practiceClient(source, destination);
		const refused = await stranger.get('/rest/api/3/serverInfo');
		expect(info).toMatchObject({
			baseUrl: source.url,
			serverTitle: 'Northwind',
			deploymentType: 'Cloud',
		});
		expect(tenant['cloudId']).toMatch(/^[\-0-9a-f]{36}$/v);
		expect(serviceDesk).toMatchObject({isLicensedForUse: true});
		expect(refused.status).toBe(401);
	});
});

test('The cloud id belongs to the seed and the site, so a pair is known again on other ports.', async () => {
	const cloudIds: unknown[] = [];
	for (const seed of [1, 1, 2]) {
		await withPractice({seed}, async ({from, to}) => {
			const here = await from.get<{cloudId: string}>('/_edge/tenant_info');
			const there = await to.get<{cloudId: string}>('/_edge/tenant_info');
			cloudIds.push(here.body.cloudId, there.body.cloudId);
		});
	}

	expect(cloudIds.slice(0, 2)).toEqual(cloudIds.slice(2, 4));
	expect(new Set(cloudIds).size).toBe(4);
});

test('What is not there answers 404, and a wrong method 405, as Jira does.', async () => {
	await withPractice({}, async ({from, source}) => {
		const missing = await from.get('/rest/api/3/nothing?a=1');
		const method = await from.delete('/rest/api/3/myself');
		expect(missing.body).toEqual({
			message: `null for uri: ${source.url}/rest/api/3/nothing?a=1`,
			'status-code': 404,
		});
		expect([method.status, method.body]).toEqual([
			405,
			{message: 'HTTP 405 Method Not Allowed', 'status-code': 405},
		]);
	});
});

test.each([
	['broken JSON', '{"name": ', 'application/json', 400],
	[
		'another content type',
		'name=Acme',
		'application/x-www-form-urlencoded',
		415,
	],
	['no content type', '{"name":"Acme"}', '', 415],
	[
		'too many bytes',
		`{"name":"${'n'.repeat(1_100_000)}"}`,
		'application/json',
		413,
	],
	['no object', '"Acme"', 'application/json', 400],
])('A body with %s is refused.', async (_what, body, contentType, status) => {
	await withPractice({}, async ({destination}) => {
		const credentials = Buffer.from(
			`${destination.email}:${destination.token}`,
		).toString('base64');
		const response = await fetch(destination.url + organizations, {
			method: 'POST',
			headers: {
				authorization: `Basic ${credentials}`,
				'content-type': contentType,
			},
			body,
		});
		expect(response.status).toBe(status);
		expect(await response.json()).toMatchObject({
			errorMessage: expect.any(String) as string,
		});
	});
});

test('Every answer says which one it is, whose it is, and how many calls are left.', async () => {
	await withPractice({burst: 50}, async ({from, source}) => {
		const {headers} = await from.get('/rest/api/3/myself');
		const [admin] = source.world.people.withEmail(source.email);
		expect(headers.get('x-aaccountid')).toBe(
			encodeURIComponent(admin!.accountId),
		);
		const other = await from.get('/rest/api/3/myself');
		const ids = [headers, other.headers].map((one) => one.get('atl-traceid'));
		expect(ids).toEqual([
			expect.stringMatching(/^[\da-f]{32}$/v),
			expect.stringMatching(/^[\da-f]{32}$/v),
		]);
		expect(ids[0]).not.toBe(ids[1]);
		expect([
			headers.get('x-ratelimit-limit'),
			headers.get('x-ratelimit-remaining'),
		]).toEqual(['50', '49']);
		expect(Date.parse(headers.get('date')!)).not.toBeNaN();
	});
});
