import {gzipSync} from 'node:zlib';
import {expect, test} from 'vitest';
import {factsOf, read, routes, withClient} from '../helpers/jira-client.ts';
import {type Reply} from '../helpers/server.ts';

const megabyte = 1024 * 1024;

/** Answers a body that never ends, and counts how much of it was taken. */
function endless(taken: {megabytes: number}): Reply {
	const chunk = ' '.repeat(megabyte);
	return (response) => {
		const write = () => {
			taken.megabytes++;

			if (!response.destroyed) {
				response.write(chunk, write);
			}
		};

		write();
	};
}

test('a body that does not end is not read to its end', async () => {
	const taken = {megabytes: 0};
	await withClient({[routes.read]: endless(taken)}, async ({client}) => {
		const {code} = await factsOf(client.send(read));
		expect(code).toBe('broken');
		expect(taken.megabytes).toBeLessThan(100);
	});
});

test('a small body that unpacks to a huge one is not unpacked to its end', async () => {
	const bomb = gzipSync(`"${' '.repeat(100 * megabyte)}"`);
	const reply: Reply = (response) => {
		response.writeHead(200, {'content-encoding': 'gzip'});
		response.end(bomb);
	};

	await withClient({[routes.read]: reply}, async ({client}) => {
		const {code} = await factsOf(client.send(read));
		expect(code).toBe('broken');
	});
});

test('a large page is read', async () => {
	const name = 'x'.repeat(8 * megabyte);
	const reply: Reply = (response) => {
		response.end(JSON.stringify({name}));
	};

	await withClient({[routes.read]: reply}, async ({client}) => {
		const {body} = await client.send(read);
		expect(body).toEqual({name});
	});
});
