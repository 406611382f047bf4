import {Buffer} from 'node:buffer';
import {inspect} from 'node:util';
import {expect, test} from 'vitest';
import {
	add,
	create,
	type ClientScene,
	login,
	openClient,
	read,
	siteErrorOf,
	withClient,
} from '../helpers/jira-client.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {
	cut,
	deadUrl,
	html,
	json,
	lost,
	type Reply,
	text,
	withServer,
} from '../helpers/server.ts';

/** The token as it is, and in every encoding it might take on its way into a text. */
const secrets = [login.token, `${login.email}:${login.token}`].flatMap(
	(secret) => [
		secret,
		encodeURIComponent(secret),
		new URLSearchParams([['', secret]]).toString().slice(1),
		...(['base64', 'base64url', 'hex'] as const).map((encoding) =>
			Buffer.from(secret).toString(encoding),
		),
	],
);

/** Those of the secrets that can be found anywhere in these values, hidden places too. */
function leaks(...values: readonly unknown[]): readonly string[] {
	const seen = values
		.map((value) => inspect(value, {depth: Infinity, showHidden: true}))
		.join('\n');
	return secrets.filter((secret) => seen.includes(secret));
}

/** A site that repeats in its words what it was sent, decoded and not. */
const parrot: Reply = (response, visit) => {
	const {authorization = ''} = visit.headers;
	const decoded = Buffer.from(authorization.slice(6), 'base64').toString();
	const errorMessage = `Who is ${authorization}? ${decoded} ${encodeURIComponent(login.token)}`;
	json({errorMessage}, 401)(response, visit);
};

test('the search for secrets finds them wherever they hide', () => {
	const cause = new Error(`Basic ${Buffer.from(login.token).toString('hex')}`);
	expect(leaks(new Error('x', {cause}))).not.toEqual([]);
	expect(leaks({headers: new Map([['a', [login.token]]])})).not.toEqual([]);
	expect(leaks(new Error('harmless'), login.email)).toEqual([]);
});

test.each<[string, Reply]>([
	['refuses the login', json({errorMessages: ['No.']}, 401)],
	['repeats the login in its words', parrot],
	['is broken', html(500)],
	['loses the connection', lost],
	['cuts its answer off', cut('{"accountId": "qm:1:2"}')],
	['answers a login page', html(200)],
	['answers nonsense', text('{"a": ', 200)],
	['redirects', text('', 302, {location: 'https://id.example/login'})],
	['is over its limits', text('', 429, {'retry-after': '1'})],
])(
	'no error and no notice holds the token where a site %s',
	async (_, reply) => {
		const look = async ({client, notices}: ClientScene) => {
			for (const call of [read, create, add]) {
				const error = await siteErrorOf(client.send(call));
				expect(leaks(error, error.stack, error.cause, notices)).toEqual([]);
			}
		};

		await withClient({'*': reply}, look);
	},
);

test('no error holds the token where nobody answers', async () => {
	const clock = createEngineClock();
	const {client, notices} = openClient(await deadUrl(), {clock});
	const error = await siteErrorOf(client.send(read));
	expect(leaks(error, error.cause, notices)).toEqual([]);
	expect(error.cause).toBeInstanceOf(Error);
});

test('a client shows its token to nobody who prints it', async () => {
	await withClient({}, async ({client}) => {
		expect(leaks(client, JSON.stringify(client))).toEqual([]);
	});
});

test.each([301, 302, 303, 307, 308])(
	'a redirect (%d) is not followed, so nobody else sees the login',
	async (status) => {
		await withServer({'*': json({})}, async (elsewhere) => {
			const away = text('', status, {location: `${elsewhere.url}/login`});
			await withClient({'*': away}, async ({client, visits}) => {
				const errors = [
					await siteErrorOf(client.send(read)),
					await siteErrorOf(client.send(create)),
				];
				expect(errors.map(({facts}) => facts.code)).toEqual([
					'not-jira',
					'not-jira',
				]);
				expect(elsewhere.visits).toEqual([]);
				expect(visits).toHaveLength(2);
			});
		});
	},
);

test('a redirect within the site is not followed either', async () => {
	const routes = {
		'GET /rest/api/3/myself': text('', 302, {location: '/rest/api/2/myself'}),
	};
	await withClient(routes, async ({client, visits}) => {
		const {facts} = await siteErrorOf(client.send(read));
		expect(facts.code).toBe('not-jira');
		expect(visits.map(({path}) => path)).toEqual(['/rest/api/3/myself']);
	});
});
