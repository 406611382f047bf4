import {createHash} from 'node:crypto';
import {brotliCompressSync, constants, deflateSync, gzipSync} from 'node:zlib';
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

/** Bytes of a body: as many as a piece has that bodies are unpacked in, one less, one more, and many pieces. */
const lengths = [16_383, 16_384, 16_385, 32_768, 65_536, 3 * megabyte];

test.each([
	{encoding: 'gzip', pack: gzipSync},
	{encoding: 'deflate', pack: deflateSync},
	{
		encoding: 'br',
		pack: (text: string) =>
			brotliCompressSync(text, {params: {[constants.BROTLI_PARAM_QUALITY]: 1}}),
	},
])(
	'pages that come packed ($encoding) side by side are read as they are',
	async ({encoding, pack}) => {
		// What can't be packed well comes in many pieces.
		const names = lengths.map((length) =>
			createHash('shake256', {outputLength: length})
				.update(encoding)
				.digest('base64')
				.slice(0, length - JSON.stringify({name: ''}).length),
		);
		let answered = 0;
		const reply: Reply = (response) => {
			const name = names[answered++ % names.length];
			response.writeHead(200, {'content-encoding': encoding});
			response.end(pack(JSON.stringify({name})));
		};

		await withClient({[routes.read]: reply}, async ({client}) => {
			const answers = await Promise.all(
				[...names, ...names].map(async () => client.send(read)),
			);
			const found = answers.map(({body}) => (body as {name: string}).name);
			expect(found.toSorted()).toEqual([...names, ...names].toSorted());
		});
	},
);
