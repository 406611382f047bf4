import {Buffer} from 'node:buffer';
import {Agent as HttpAgent} from 'node:http';
import {Agent as HttpsAgent} from 'node:https';
import got from 'got';
import {type Call, pathOf, queryOf} from './operation.ts';

/** Milliseconds; slow lists of big sites take half a minute. */
const timeout = {connect: 10_000, request: 90_000};

/** Bytes; a page of 1,000 accounts is about half a million. */
const largestBody = 32 * 1024 * 1024;

/** Connections kept open; more than are ever in flight: 100 calls a second that take half a second each are 50. */
const maxSockets = 128;

/** Where a site is and who asks. */
export type Login = {
	/** Origin, such as `https://acme.atlassian.net`. */
	readonly url: string;
	readonly email: string;
	readonly token: string;
};

/** An answer as it came. */
export type RawAnswer = {
	readonly status: number;
	/** Missing where it is larger than any answer of Jira. */
	readonly text?: string;
	/** Names are in lower case. */
	readonly headers: Readonly<Record<string, string | undefined>>;
};

/** Sends one call once. Throws what got throws when no answer comes. */
export type Transport = {
	send(call: Call<unknown>, signal?: AbortSignal): Promise<RawAnswer>;
	close(): void;
};

/** Talks HTTP to one site. Credentials go to this site only, so redirects are not followed. */
export function createTransport({url, email, token}: Login): Transport {
	const agent = {
		http: new HttpAgent({keepAlive: true, maxSockets}),
		https: new HttpsAgent({keepAlive: true, maxSockets}),
	};
	const credentials = Buffer.from(`${email}:${token}`).toString('base64');
	const site = got.extend({
		headers: {
			accept: 'application/json',
			authorization: `Basic ${credentials}`,
			'user-agent': 'jsm-ferry',
		},
		agent,
		timeout,
		retry: {limit: 0},
		followRedirect: false,
		throwHttpErrors: false,
	});

	return {
		async send(call, signal) {
			const {method, isExperimental} = call.operation;
			const answer = site.stream(new URL(pathOf(call), url), {
				method,
				searchParams: queryOf(call),
				...(call.body !== undefined && {json: call.body}),
				headers: isExperimental ? {'x-experimentalapi': 'opt-in'} : {},
				signal,
			});

			// A stream that could be written to waits for someone to end it.
			if (method !== 'GET' && call.body === undefined) {
				answer.end();
			}

			const text = await readText(answer);
			const {statusCode, headers} = answer.response!;
			return {
				status: statusCode,
				text,
				headers: Object.fromEntries(
					Object.entries(headers).map(([name, value]) => [name, String(value)]),
				),
			};
		},
		close() {
			agent.http.destroy();
			agent.https.destroy();
		},
	};
}

/** Reads no further than to the largest body: what is left of it may never end, or come out of a few packed bytes. */
async function readText(
	stream: AsyncIterable<Uint8Array>,
): Promise<string | undefined> {
	const chunks: Uint8Array[] = [];
	let size = 0;

	for await (const chunk of stream) {
		chunks.push(chunk);
		size += chunk.length;

		if (size > largestBody) {
			return undefined;
		}
	}

	const body = Buffer.concat(chunks);
	const text = new TextDecoder().decode(body);

	for (const bytes of [...chunks, body]) {
		giveBack(bytes);
	}

	return text;
}

/** Gives memory back at once where it is of its own: V8 is in no hurry with what lies outside of its heap. */
function giveBack({buffer, length}: Uint8Array): void {
	if (buffer instanceof ArrayBuffer && buffer.byteLength === length) {
		buffer.transfer(0);
	}
}
