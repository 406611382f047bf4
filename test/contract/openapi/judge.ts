import {Buffer} from 'node:buffer';
import {type ObservedExchange} from '../../../source/practice/practice-sites.ts';
import {type Schemas} from './schemas.ts';

/** One thing in which an exchange differs from Atlassian's files. */
export type Finding = {
	readonly operation: string;
	readonly side: 'request' | 'answer';
	/** Of the answer; 0 where there was none. */
	readonly status: number;
	/** What is wrong, such as `status is not listed`. */
	readonly problem: string;
	/** What it was found in, for people. */
	readonly url: string;
};

type Fact = Omit<Finding, 'operation' | 'status' | 'url'>;

/** Holds a request and its answer against Atlassian's files. */
export function judgeExchange(
	schemas: Schemas,
	exchange: ObservedExchange,
): readonly Finding[] {
	const {operation, answer, url} = exchange;
	const described = schemas.find(operation);
	const facts: readonly Fact[] = described
		? [...judgeRequest(schemas, exchange), ...judgeAnswer(schemas, exchange)]
		: [{side: 'request', problem: 'operation is not in the files'}];
	return facts.map((fact) => ({
		operation,
		status: answer?.status ?? 0,
		url,
		...fact,
	}));
}

function judgeRequest(
	schemas: Schemas,
	{operation, url, requestBody, requestHeaders}: ObservedExchange,
): readonly Fact[] {
	const {pathname, searchParams} = new URL(url, 'http://site');
	const problems = [
		schemas.checkParameters(operation, 'path', pathValues(operation, pathname)),
		schemas.checkParameters(operation, 'query', queryValues(searchParams)),
		judgeRequestBody(schemas, operation, requestBody),
		requestBody !== '' &&
		requestHeaders['content-type']?.startsWith('application/json') !== true
			? 'body is not called JSON'
			: '',
	];
	return problems
		.filter((problem) => problem !== '')
		.map((problem) => ({side: 'request', problem}));
}

function pathValues(
	operation: string,
	pathname: string,
): Readonly<Record<string, string>> {
	const segments = pathname.split('/');
	const names = operation.slice(operation.indexOf('/')).split('/');
	return Object.fromEntries(
		names.flatMap((name, index) =>
			name.startsWith('{')
				? [[name.slice(1, -1), decodeURIComponent(segments[index]!)]]
				: [],
		),
	);
}

function queryValues(
	query: URLSearchParams,
): Readonly<Record<string, string | readonly string[]>> {
	return Object.fromEntries(
		Array.from(new Set(query.keys()), (name) => {
			const values = query.getAll(name);
			return [name, values.length === 1 ? values[0]! : values];
		}),
	);
}

function judgeRequestBody(
	schemas: Schemas,
	operation: string,
	text: string,
): string {
	const {requestBody} = schemas.find(operation)!;
	if (text === '') {
		return requestBody?.required === true ? 'body is missing' : '';
	}

	return requestBody
		? checkJson(text, (body) =>
				schemas.checkBody(operation, ['requestBody'], body),
			)
		: 'there must be no body';
}

function judgeAnswer(
	schemas: Schemas,
	{operation, answer}: ObservedExchange,
): readonly Fact[] {
	if (!answer) {
		return [];
	}

	const {status, contentType} = answer;
	const {responses} = schemas.find(operation)!;
	const listed = responses[String(status)];
	const text = Buffer.from(answer.body).toString('utf8');
	const problems = [
		listed ? '' : 'status is not listed',
		text !== '' && !contentType.startsWith('application/json')
			? 'answer is not JSON'
			: judgeAnswerBody(
					schemas,
					{operation, status, hasSchema: listed?.content !== undefined},
					text,
				),
	];
	return problems
		.filter((problem) => problem !== '')
		.map((problem) => ({side: 'answer', problem}));
}

/** Errors are often listed without their body, which then has to be the usual one of its API. */
function judgeAnswerBody(
	schemas: Schemas,
	{
		operation,
		status,
		hasSchema,
	}: {
		readonly operation: string;
		readonly status: number;
		readonly hasSchema: boolean;
	},
	text: string,
): string {
	if (text === '') {
		// The file gives 204 a body here and there, which HTTP doesn't have.
		return hasSchema && status !== 204 ? 'answer has no body' : '';
	}

	if (hasSchema) {
		return checkJson(text, (body) =>
			schemas.checkBody(operation, ['responses', String(status)], body),
		);
	}

	return status < 300
		? 'there must be no body in the answer'
		: checkJson(text, (body) => schemas.checkError(operation, body));
}

function checkJson(text: string, check: (body: unknown) => string): string {
	try {
		return check(JSON.parse(text));
	} catch (error) {
		if (error instanceof SyntaxError) {
			return 'body is broken JSON';
		}

		throw error;
	}
}
