import {expect, test} from 'vitest';
import {createTransport, type Login} from '../../source/jira/transport.ts';
import {nothing} from '../../source/jira/wire.ts';
import {login} from '../helpers/jira-client.ts';
import {json, type Reply, text, withServer} from '../helpers/server.ts';

const call = {
	operation: {method: 'GET', path: '/rest/api/3/myself'},
	answer: nothing,
} as const;

async function send(url: Login['url']) {
	const transport = createTransport({...login, url});

	try {
		return await transport.send(call);
	} finally {
		transport.close();
	}
}

test.each([301, 302, 303, 307, 308])(
	'a redirect by %s is an answer, and nobody else gets the credentials',
	async (status) => {
		await withServer({'*': json({})}, async (other) => {
			const away = text('', status, {location: `${other.url}/rest`});
			await withServer({'*': away}, async ({url, visits}) => {
				expect(await send(url)).toMatchObject({status, text: ''});
				expect(visits[0]?.headers.authorization).toMatch(/^Basic /v);
				expect(other.visits).toEqual([]);
			});
		});
	},
);

test('an answer that is far too large is given up before its end', async () => {
	let sent = 0;
	const endless: Reply = (response) => {
		const piece = 'x'.repeat(1024 * 1024);
		const pour = () => {
			while (!response.destroyed && sent < 500) {
				sent++;

				if (!response.write(piece)) {
					response.once('drain', pour);
					return;
				}
			}

			response.end();
		};

		pour();
	};

	await withServer({'*': endless}, async ({url}) => {
		expect(await send(url)).toMatchObject({status: 200, text: undefined});
		expect(sent).toBeGreaterThan(31);
		expect(sent).toBeLessThan(500);
	});
});
