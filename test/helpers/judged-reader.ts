import {Buffer} from 'node:buffer';
import {expect} from 'vitest';
import {type Login} from '../../source/practice/practice-sites.ts';
import {unexplained} from '../contract/openapi/deviations.ts';
import {judgeExchange} from '../contract/openapi/judge.ts';
import {openSchemas} from '../contract/openapi/schemas.ts';

export type SiteLogin = Login & {readonly url: string};

type Asked = {
	readonly path?: Readonly<Record<string, string>>;
	readonly query?: Readonly<Record<string, string>>;
	readonly body?: unknown;
};

/** Reads a site over HTTP and holds every call against Atlassian's files, whoever runs the site. */
export type JudgedReader = {
	/** Asks for something and returns the body of the answer, or the status where it is not a good one. */
	read<Body>(
		operation: string,
		asked?: Asked,
	): Promise<{readonly status: number; readonly body: Body}>;
};

/** Sent as POST, and yet reads. */
const readingPosts: ReadonlySet<string> = new Set([
	'POST /rest/api/3/search/jql',
	'POST /rest/api/3/search/approximate-count',
	'POST /rest/api/3/issue/bulkfetch',
	'POST /rest/api/3/permissions/check',
]);

export function judgedReader({url, email, token}: SiteLogin): JudgedReader {
	const schemas = openSchemas();
	const credentials = Buffer.from(`${email}:${token}`).toString('base64');
	return {
		async read<Body>(operation: string, asked: Asked = {}) {
			const [method = '', pattern = ''] = operation.split(' ', 2);
			if (method !== 'GET' && !readingPosts.has(operation)) {
				throw new Error(`${operation} is not for reading`);
			}

			const target = targetOf(pattern, asked);
			const sent = asked.body === undefined ? '' : JSON.stringify(asked.body);
			const requestHeaders = {
				'x-experimentalapi': 'opt-in',
				...(sent !== '' && {'content-type': 'application/json'}),
			};
			const response = await fetch(url + target, {
				method,
				headers: {...requestHeaders, authorization: `Basic ${credentials}`},
				body: sent === '' ? undefined : sent,
			});
			const {status, headers} = response;
			const text = await response.text();
			const findings = judgeExchange(schemas, {
				site: 'source',
				method,
				url: target,
				operation,
				requestHeaders,
				requestBody: sent,
				fault: undefined,
				answer: {
					status,
					body: text,
					contentType: headers.get('content-type') ?? '',
					headers: {},
				},
			});
			expect(unexplained(findings)).toEqual([]);
			return {
				status,
				body: (text === '' ? undefined : JSON.parse(text)) as Body,
			};
		},
	};
}

function targetOf(pattern: string, {path = {}, query = {}}: Asked): string {
	const filled = pattern.replaceAll(/\{(?<name>\w+)\}/gv, (_, name: string) =>
		encodeURIComponent(path[name] ?? ''),
	);
	const parameters = new URLSearchParams(query).toString();
	return parameters === '' ? filled : `${filled}?${parameters}`;
}
