import {expect, test} from 'vitest';
import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {withPractice} from '../helpers/practice-client.ts';

/** Asks a practice site about itself, without a login. */
async function ask(
	site: PracticeSite,
	method: string,
	path: string,
	body?: unknown,
) {
	const response = await fetch(`${site.url}/_practice${path}`, {
		method,
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	return {
		status: response.status,
		body: (await response.json()) as Record<string, unknown>,
	};
}

test('Calls can be read and forgotten, and asking about them is no call.', async () => {
	await withPractice({}, async ({to, destination}) => {
		await to.post('/rest/servicedeskapi/organization', {name: 'New'});
		await to.post('/rest/api/3/search/jql', {jql: 'project = IT'});
		await to.get('/rest/api/3/nothing');
		const calls = await ask(destination, 'GET', '/calls');
		await ask(destination, 'DELETE', '/calls');
		const after = await ask(destination, 'GET', '/calls');
		expect(calls.body).toMatchObject({
			reads: 2,
			writes: 1,
			throttled: 0,
			byOperation: {
				'POST /rest/servicedeskapi/organization': 1,
				'POST /rest/api/3/search/jql': 1,
				unknown: 1,
			},
		});
		expect(after.body).toMatchObject({reads: 0, writes: 0, log: []});
	});
});

test('The log names the caller and holds no token.', async () => {
	await withPractice({}, async ({to, destination}) => {
		await to.get('/rest/api/3/myself');
		const log = JSON.stringify(await ask(destination, 'GET', '/calls'));
		expect(log).toContain('"url":"/rest/api/3/myself"');
		expect(log).not.toContain(destination.token);
	});
});

test('Faults, habits and limits are switched over HTTP.', async () => {
	await withPractice({}, async ({to, destination}) => {
		await ask(destination, 'POST', '/faults', {
			fault: 'server-error',
			status: 503,
			retryAfterSeconds: 7,
		});
		const failed = await to.get('/rest/api/3/myself');
		await ask(destination, 'POST', '/habits', {freePlan: true});
		await ask(destination, 'POST', '/limits', {burst: 1, latencyMs: 1});
		await to.get('/rest/api/3/field');
		const throttled = await to.get('/rest/api/3/field');
		expect([
			failed.status,
			failed.headers.get('retry-after'),
			throttled.status,
		]).toEqual([503, '7', 429]);
		expect(destination.habits().freePlan).toBe(true);
	});
});

test('Random faults go on and off, and lost credentials come back.', async () => {
	await withPractice({}, async ({to, destination}) => {
		await ask(destination, 'POST', '/faults', {names: ['latency']});
		await ask(destination, 'POST', '/faults', {fault: 'auth-lost'});
		const lost = await to.get('/rest/api/3/myself');
		await ask(destination, 'DELETE', '/faults');
		const back = await to.get('/rest/api/3/myself');
		expect([lost.status, back.status]).toEqual([401, 200]);
	});
});

test.each([
	['POST', '/faults', {fault: 'flood'}, "There is no fault 'flood'"],
	['POST', '/faults', {names: ['flood']}, "There is no fault 'flood'"],
	['POST', '/habits', {goodMood: true}, "There is no habit 'goodMood'"],
	['POST', '/habits', {freePlan: 'yes'}, 'switched with true or false'],
	['POST', '/limits', {burst: 0}, 'burst must be a whole number from 1'],
	['POST', '/limits', {latencyMs: 'long'}, 'latencyMs must be a whole number'],
])(
	'%s %s with %j is refused with words.',
	async (method, path, body, message) => {
		await withPractice({}, async ({destination}) => {
			const answer = await ask(destination, method, path, body);
			expect(answer.status).toBe(400);
			expect(answer.body['error']).toContain(message);
		});
	},
);

test('The outbox is there, and what is not says what is.', async () => {
	await withPractice({}, async ({source}) => {
		const outbox = await ask(source, 'GET', '/outbox');
		const wrong = await ask(source, 'GET', '/inbox');
		expect([outbox.body, wrong.status]).toEqual([[], 404]);
		expect(wrong.body['error']).toContain('GET /_practice/outbox');
	});
});
