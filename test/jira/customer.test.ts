import {expect, test} from 'vitest';
import {
	createCustomer,
	revokeAccess,
} from '../../source/jira/resources/customer.ts';
import {factsOf, routes, withClient} from '../helpers/jira-client.ts';
import {html, json, lost, type Reply, text} from '../helpers/server.ts';

const ada = {email: 'ada@northwind.example', name: 'Ada'};
const created = {
	accountId: 'qm:a713c8ea:5ad6d358',
	displayName: 'Ada',
	emailAddress: 'ada@northwind.example',
	active: true,
};

test('a customer is created with email and name, and asked for a strict answer', async () => {
	const reply = json(created, 201, {'atl-traceid': 'f00d'});
	await withClient({[routes.create]: reply}, async ({client, visits}) => {
		expect(await createCustomer(client, ada)).toEqual({
			outcome: 'created',
			id: 'qm:a713c8ea:5ad6d358',
			requestId: 'f00d',
		});
		const [{query, body} = {}] = visits;
		expect(query?.get('strictConflictStatusCode')).toBe('true');
		expect(JSON.parse(body!)).toEqual({
			email: 'ada@northwind.example',
			displayName: 'Ada',
		});
	});
});

test('the account that comes back need not be a portal-only one', async () => {
	const accountId = '5b10ac8d82e05b22cc7d4ef5';
	const reply = json({...created, accountId}, 201);
	await withClient({[routes.create]: reply}, async ({client}) => {
		expect(await createCustomer(client, ada)).toMatchObject({
			outcome: 'created',
			id: accountId,
		});
	});
});

const known = 'An account already exists for this email';

test.each<[string, Reply]>([
	['409', json({errorMessage: known}, 409)],
	['409 with other words', json({errorMessages: ['Conflict.']}, 409)],
	['409 without words', json({}, 409)],
	['409 without a body', text('', 409)],
	['409 with a page', html(409)],
	['400 with the words seen in the field', json({errorMessage: known}, 400)],
	[
		'400 with these words in another place',
		json({errorMessages: [], errors: {email: known}}, 400),
	],
])('an email that is known is an answer: %s', async (_, reply) => {
	await withClient({[routes.create]: reply}, async ({client, visits}) => {
		const {outcome} = await createCustomer(client, ada);
		expect(outcome).toBe('email-known');
		expect(visits).toHaveLength(1);
	});
});

test('what support asks for is kept of a refusal, too', async () => {
	const reply = json({errorMessage: known}, 400, {'atl-traceid': 'f00d'});
	await withClient({[routes.create]: reply}, async ({client}) => {
		const {requestId} = await createCustomer(client, ada);
		expect(requestId).toBe('f00d');
	});
});

test.each<[string, Reply, string, boolean]>([
	[
		'a malformed email',
		json({errorMessage: 'Invalid email address.'}, 400),
		...(['refused', false] as const),
	],
	[
		'a missing right',
		json(
			{errorMessage: 'JIRA Administrators global permission is required.'},
			403,
		),
		...(['forbidden', false] as const),
	],
	['a lost answer', lost, 'unreachable', true],
	['an outage', html(503), 'broken', true],
	['an answer cut off', text('{"accountId": "qm', 201), 'broken', true],
	['an answer without an id', json({displayName: 'Ada'}, 201), 'broken', true],
	['an answer without a body', text('', 201), 'broken', true],
])(
	'%s is an error, and the customer may be there only where nobody knows',
	async (_, reply, code, mayHaveHappened) => {
		await withClient({[routes.create]: reply}, async ({client, visits}) => {
			const facts = await factsOf(createCustomer(client, ada));
			expect(facts).toMatchObject({code, mayHaveHappened});
			expect(visits).toHaveLength(1);
		});
	},
);

test('access is revoked under the encoded id, again where the answer was lost', async () => {
	await withClient({'*': [lost, text('', 204)]}, async ({client, visits}) => {
		await revokeAccess(client, 'qm:a713c8ea:5ad6d358');
		expect(visits.map(({method, path}) => `${method} ${path}`)).toEqual(
			Array.from(
				{length: 2},
				() =>
					'PUT /rest/servicedeskapi/customer/user/qm%3Aa713c8ea%3A5ad6d358/revoke-portal-only-access',
			),
		);
	});
});
