import {Buffer} from 'node:buffer';
import {expect} from 'vitest';
import {
	type Login,
	type PracticeOptions,
	type PracticeSite,
	type PracticeSites,
	startPracticeSites,
} from '../../source/practice/practice-sites.ts';
import {watchExchanges} from '../contract/openapi/watch.ts';
import {watchMails} from './watch-mails.ts';

/** What a practice site answered. */
export type PracticeAnswer<Body> = {
	readonly status: number;
	readonly headers: Headers;
	readonly text: string;
	/** The JSON of the answer; undefined where there is none. */
	readonly body: Body;
};

type Extra = {
	readonly body?: unknown;
	readonly headers?: Readonly<Record<string, string>>;
};

/** Calls one practice site with plain `fetch`, as a script would. */
export type PracticeClient = {
	get<Body = unknown>(
		path: string,
		extra?: Extra,
	): Promise<PracticeAnswer<Body>>;
	post<Body = unknown>(
		path: string,
		body?: unknown,
		extra?: Extra,
	): Promise<PracticeAnswer<Body>>;
	put<Body = unknown>(
		path: string,
		body?: unknown,
		extra?: Extra,
	): Promise<PracticeAnswer<Body>>;
	delete<Body = unknown>(
		path: string,
		body?: unknown,
		extra?: Extra,
	): Promise<PracticeAnswer<Body>>;
};

/** The header that experimental operations want. */
export const optIn = {headers: {'X-ExperimentalApi': 'opt-in'}};

export function practiceClient(
	site: PracticeSite,
	login: Login = site,
): PracticeClient {
	const credentials = Buffer.from(`${login.email}:${login.token}`).toString(
		'base64',
	);
	const call = async <Body>(
		method: string,
		path: string,
		{body, headers}: Extra,
	): Promise<PracticeAnswer<Body>> => {
		const response = await fetch(site.url + path, {
			method,
			headers: {
				authorization: `Basic ${credentials}`,
				...(body !== undefined && {'content-type': 'application/json'}),
				...headers,
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const text = await response.text();
		const isJson = response.headers
			.get('content-type')
			?.startsWith('application/json');
		const parsed = (isJson ? JSON.parse(text) : undefined) as Body;
		return {
			status: response.status,
			headers: response.headers,
			text,
			body: parsed,
		};
	};

	return {
		get: async (path, extra = {}) => call('GET', path, extra),
		post: async (path, body, extra) => call('POST', path, {body, ...extra}),
		put: async (path, body, extra) => call('PUT', path, {body, ...extra}),
		delete: async (path, body, extra) => call('DELETE', path, {body, ...extra}),
	};
}

/** Two running sites and a client for each, with the login of the administrator. */
export type Practice = PracticeSites & {
	readonly from: PracticeClient;
	readonly to: PracticeClient;
};

/**
Runs a test against two practice sites, and stops them afterwards. The limits are far away unless the test sets some.
Every request of our client and every answer has to be valid by Atlassian's files, and our client may have mailed nobody.
*/
export async function withPractice(
	options: PracticeOptions,
	scene: (practice: Practice) => Promise<void>,
): Promise<void> {
	const sites = await startPracticeSites({burst: 10_000, ...options});
	const pair = [sites.source, sites.destination];
	const strange = watchExchanges(pair);
	const mailed = watchMails(pair);
	try {
		await scene({
			...sites,
			from: practiceClient(sites.source),
			to: practiceClient(sites.destination),
		});
	} finally {
		await sites.stop();
	}

	expect(strange()).toEqual([]);
	expect(mailed()).toEqual([]);
}

/** A clock that a test moves by hand. */
export function handClock(start = Date.UTC(2026, 0, 5, 9)): {
	now: () => Date;
	forward: (milliseconds: number) => void;
} {
	let time = start;
	return {
		now: () => new Date(time),
		forward(milliseconds) {
			time += milliseconds;
		},
	};
}
