import {Buffer} from 'node:buffer';
import {expect, test} from 'vitest';
import {z} from 'zod';
import {type Call} from '../../source/jira/operation.ts';
import {
	create,
	factsOf,
	login,
	read,
	routes,
	siteErrorOf,
	withClient,
} from '../helpers/jira-client.ts';
import {html, json, text} from '../helpers/server.ts';

const readName: Call<{readonly name: string}> = {
	...read,
	answer: z.object({name: z.string()}),
};

test('an answer of the right shape is handed on, and what is not asked for is left out', async () => {
	const reply = json({name: 'Ada', more: 1}, 200, {'atl-traceid': 'abc'});
	await withClient({[routes.read]: reply}, async ({client}) => {
		const answer = await client.send(readName);
		expect(answer).toEqual({
			status: 200,
			body: {name: 'Ada'},
			requestId: 'abc',
		});
	});
});

test('a call carries the login, asks for JSON and sends its body as JSON', async () => {
	const {email, token} = login;
	const credentials = Buffer.from(`${email}:${token}`).toString('base64');
	await withClient({'*': text('', 204)}, async ({client, visits}) => {
		await client.send({...create, query: {strictConflictStatusCode: true}});
		const [{method, query, headers, body} = {}] = visits;
		expect(method).toBe('POST');
		expect(query?.get('strictConflictStatusCode')).toBe('true');
		expect(headers).toMatchObject({
			authorization: `Basic ${credentials}`,
			accept: 'application/json',
			'content-type': 'application/json',
		});
		expect(JSON.parse(body!)).toEqual(create.body);
	});
});

test('experimental operations are opted in to, others are not', async () => {
	await withClient({'*': json({})}, async ({client, visits}) => {
		await client.send(read);
		await client.send({
			...read,
			operation: {...read.operation, isExperimental: true},
		});
		const headers = visits.map((visit) => visit.headers['x-experimentalapi']);
		expect(headers).toEqual([undefined, 'opt-in']);
	});
});

test.each([
	[302, 'not-jira', false],
	[400, 'refused', false],
	[401, 'unauthorized', false],
	[403, 'forbidden', false],
	[404, 'not-found', false],
	[405, 'refused', false],
	[409, 'refused', false],
	[412, 'refused', false],
	[413, 'refused', false],
	[500, 'broken', true],
	[502, 'broken', true],
	[503, 'broken', true],
	[504, 'broken', true],
])(
	'a write that is answered %d is %s; it may have happened: %s',
	async (status, code, mayHaveHappened) => {
		const reply = json({}, status);
		await withClient({[routes.create]: reply}, async ({client, visits}) => {
			const facts = await factsOf(client.send(create));
			expect(facts).toMatchObject({code, status, mayHaveHappened});
			expect(visits).toHaveLength(1);
		});
	},
);

test.each([302, 401, 404, 500])(
	'a read that is answered %d changed nothing',
	async (status) => {
		await withClient({[routes.read]: json({}, status)}, async ({client}) => {
			const {mayHaveHappened} = await factsOf(client.send(read));
			expect(mayHaveHappened).toBe(false);
		});
	},
);

test.each([
	[{errorMessage: 'No such desk.', i18nErrorMessage: {}}, 'No such desk.'],
	[
		{errorMessages: ['One.', 'Two.'], errors: {name: 'Too long.'}},
		'One. Two. Too long.',
	],
	[{errorMessages: [], errors: {}}, undefined],
	[{message: 'null for uri', 'status-code': 404}, undefined],
	['just text', undefined],
])("the site's words are taken from %j", async (body, detail) => {
	await withClient({[routes.read]: json(body, 400)}, async ({client}) => {
		const facts = await factsOf(client.send(read));
		expect(facts.detail).toBe(detail);
	});
});

test('long words of a site are cut', async () => {
	const reply = json({errorMessage: 'x'.repeat(10_000)}, 400);
	await withClient({[routes.read]: reply}, async ({client}) => {
		const {detail} = await factsOf(client.send(read));
		expect(detail).toBe('x'.repeat(300));
	});
});

test.each([
	['without a body', text('', 403)],
	['with a page', html(403)],
	['with a body cut off', text('{"errorMessage": "No', 403)],
])('a refusal %s is still a refusal, only without words', async (_, reply) => {
	await withClient({[routes.read]: reply}, async ({client, visits}) => {
		const facts = await factsOf(client.send(read));
		expect(facts).toMatchObject({code: 'forbidden', status: 403});
		expect(facts.detail).toBeUndefined();
		expect(visits).toHaveLength(1);
	});
});

test.each(['atl-traceid', 'x-arequestid'])(
	'what support asks for is kept, from the header %s',
	async (header) => {
		const reply = json({}, 400, {[header]: 'f00d'});
		await withClient({[routes.read]: reply}, async ({client}) => {
			const {requestId} = await factsOf(client.send(read));
			expect(requestId).toBe('f00d');
		});
	},
);

test('an error names the operation, the site and what stood in the way', async () => {
	await withClient({[routes.read]: json({}, 404)}, async ({client, url}) => {
		const error = await siteErrorOf(client.send(read));
		expect(error.message).toBe(
			`GET /rest/api/3/myself on ${url}: not-found (404)`,
		);
		expect(error.facts).toMatchObject({
			operation: 'GET /rest/api/3/myself',
			site: url,
		});
	});
});

test('a login page in place of an answer comes from no Jira API, and asking again does not help', async () => {
	await withClient({'*': html(200)}, async ({client, visits}) => {
		const facts = [
			await factsOf(client.send(read)),
			await factsOf(client.send(create)),
		];
		expect(facts).toMatchObject([
			{code: 'not-jira', mayHaveHappened: false},
			{code: 'not-jira', mayHaveHappened: false},
		]);
		expect(visits).toHaveLength(2);
	});
});

test.each([
	['half a body', text('{"name": "A', 200)],
	['another shape', json({title: 'Ada'})],
	['a list', json([])],
	['nothing', text('', 200)],
])(
	'an answer of %s makes no sense; a read is tried again',
	async (_, reply) => {
		const replies = [reply, json({name: 'Ada'})];
		await withClient({[routes.read]: replies}, async ({client, notices}) => {
			const {body} = await client.send(readName);
			expect(body).toEqual({name: 'Ada'});
			expect(notices).toMatchObject([
				{type: 'retried', attempt: 1, failure: {code: 'broken'}},
			]);
		});
	},
);

test('a write whose answer makes no sense may have happened, and is not repeated', async () => {
	const reply = text('{"accountId": "qm:1', 201);
	await withClient({[routes.create]: reply}, async ({client, visits}) => {
		const facts = await factsOf(client.send(create));
		expect(facts).toMatchObject({code: 'broken', mayHaveHappened: true});
		expect(visits).toHaveLength(1);
	});
});

test('a status that is expected is an answer', async () => {
	const reply = json({errorMessage: 'Known.'}, 409);
	await withClient({[routes.create]: reply}, async ({client}) => {
		const {status} = await client.send({...create, expected: [409]});
		expect(status).toBe(409);
	});
});
