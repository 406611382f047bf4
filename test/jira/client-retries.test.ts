import {expect, test} from 'vitest';
import {
	add,
	create,
	factsOf,
	openClient,
	read,
	routes,
	withClient,
} from '../helpers/jira-client.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {cut, deadUrl, html, json, lost, text} from '../helpers/server.ts';

const done = json({});

test('a read goes on after passing trouble, and tells about it', async () => {
	const replies = [
		json({errorMessages: ['Oops.']}, 500, {'atl-traceid': 'f00d'}),
		html(503),
		lost,
		cut('{"name": "Ada"}'),
		done,
	];
	await withClient(
		{[routes.read]: replies},
		async ({client, notices, clock}) => {
			const {status} = await client.send(read);
			expect(status).toBe(200);
			expect(clock.waits).toEqual([1000, 2000, 4000, 8000]);
			expect(client.calls()).toEqual({
				reads: 5,
				writes: 0,
				throttled: 0,
				retried: 4,
			});
			expect(notices[0]).toEqual({
				type: 'retried',
				operation: 'GET /rest/api/3/myself',
				attempt: 1,
				failure: {
					code: 'broken',
					detail: 'Oops.',
					status: 500,
					requestId: 'f00d',
				},
			});
			expect(notices.map((notice) => notice.type)).toEqual(
				Array.from({length: 4}, () => 'retried'),
			);
		},
	);
});

test('a read that fails for good ends with the last trouble', async () => {
	await withClient({[routes.read]: html(502)}, async ({client, visits}) => {
		const facts = await factsOf(client.send(read));
		expect(facts).toMatchObject({code: 'broken', status: 502});
		expect(visits).toHaveLength(5);
	});
});

test('the waits between tries follow chance, so that many callers spread', async () => {
	const options = {random: () => 0};
	await withClient(
		{[routes.read]: [html(500), done]},
		async ({client, clock}) => {
			await client.send(read);
			expect(clock.waits).toEqual([700]);
		},
		options,
	);
});

test('an outage that says when it ends is believed', async () => {
	const replies = [html(503, {'retry-after': '20'}), done];
	await withClient({[routes.read]: replies}, async ({client, clock}) => {
		await client.send(read);
		expect(clock.waits).toEqual([20_000]);
	});
});

test.each([
	['an outage', html(503)],
	['a lost connection', lost],
	['an answer cut off', cut('{"accountId": "qm:1:2"}')],
])(
	'after %s nobody knows whether a write happened, and one that must not be repeated is not',
	async (_, reply) => {
		const replies = [reply, done];
		await withClient({[routes.create]: replies}, async ({client, visits}) => {
			const {mayHaveHappened} = await factsOf(client.send(create));
			expect(mayHaveHappened).toBe(true);
			expect(visits).toHaveLength(1);
		});
	},
);

test.each([
	['an outage', html(503)],
	['a lost connection', lost],
])('a write that may be repeated is, after %s', async (_, reply) => {
	const replies = [reply, text('', 204)];
	await withClient({[routes.add]: replies}, async ({client, visits}) => {
		const {status} = await client.send(add);
		expect(status).toBe(204);
		expect(visits).toHaveLength(2);
		expect(client.calls()).toMatchObject({writes: 2, retried: 1});
	});
});

test.each([
	['is refused', json({errorMessage: 'No.'}, 403)],
	['is held back for a year', text('', 429, {'retry-after': '31536000'})],
	['meets a login page', html(200)],
])(
	'a write whose first answer was lost may have happened, though its repetition %s',
	async (_, reply) => {
		const replies = [lost, reply];
		await withClient({[routes.add]: replies}, async ({client}) => {
			const {mayHaveHappened} = await factsOf(client.send(add));
			expect(mayHaveHappened).toBe(true);
		});
	},
);

test.each([
	['a read', read, 'reads'],
	['a write', create, 'writes'],
] as const)(
	'%s to an address where nobody listens did not happen, and is tried again',
	async (_, call, kind) => {
		const clock = createEngineClock();
		const {client} = openClient(await deadUrl(), {clock});
		const facts = await factsOf(client.send(call));
		expect(facts).toMatchObject({
			code: 'unreachable',
			mayHaveHappened: false,
			detail: 'ECONNREFUSED',
		});
		expect(client.calls()[kind]).toBe(5);
	},
);

test('patience with limits does not use up patience with trouble', async () => {
	const limit = text('', 429, {'retry-after': '1'});
	const replies = [...Array.from({length: 6}, () => limit), html(503), done];
	await withClient({[routes.read]: replies}, async ({client}) => {
		const {status} = await client.send(read);
		expect(status).toBe(200);
	});
});

test('whoever stops listening hears nothing more', async () => {
	await withClient({[routes.read]: [html(500), done]}, async ({client}) => {
		const heard: string[] = [];
		const stop = client.observe(({type}) => {
			heard.push(type);
		});
		stop();
		await client.send(read);
		expect(heard).toEqual([]);
	});
});
