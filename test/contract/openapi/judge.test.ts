import {expect, test} from 'vitest';
import {type ObservedExchange} from '../../../source/practice/practice-sites.ts';
import {unexplained} from './deviations.ts';
import {judgeExchange} from './judge.ts';
import {openSchemas} from './schemas.ts';

const schemas = openSchemas();

type Sketch = {
	readonly operation: string;
	readonly url?: string;
	readonly sends?: unknown;
	readonly status?: number;
	readonly answers?: unknown;
};

function problemsOf({
	operation,
	url = operation.slice(operation.indexOf('/')),
	sends,
	status = 200,
	answers,
}: Sketch): readonly string[] {
	const exchange: ObservedExchange = {
		site: 'source',
		method: operation.split(' ', 1)[0]!,
		url,
		operation,
		requestHeaders: {'content-type': 'application/json'},
		requestBody: sends === undefined ? '' : JSON.stringify(sends),
		fault: undefined,
		answer: {
			status,
			body: answers === undefined ? '' : JSON.stringify(answers),
			contentType: 'application/json',
			headers: {},
		},
	};
	return unexplained(judgeExchange(schemas, exchange)).map(
		({side, problem}) => `${side}: ${problem}`,
	);
}

const organizations = '/rest/servicedeskapi/organization';
const create = `POST ${organizations}`;
const acme = {id: '7', name: 'Acme'};

test('A valid exchange has nothing wrong with it.', () => {
	expect(
		problemsOf({
			operation: create,
			sends: {name: 'Acme'},
			status: 201,
			answers: acme,
		}),
	).toEqual([]);
});

test.each<[string, Sketch, string]>([
	[
		'a body with another field',
		{
			operation: create,
			sends: {name: 'Acme', title: 'A'},
			status: 201,
			answers: acme,
		},
		'request: it must NOT have additional properties',
	],
	[
		'no body where one is needed',
		{operation: create, status: 201, answers: acme},
		'request: body is missing',
	],
	[
		'a body where none is expected',
		{operation: 'GET /rest/api/3/myself', sends: {}, answers: {}},
		'request: there must be no body',
	],
	[
		'an id that is no number',
		{
			operation: `GET ${organizations}/{organizationId}`,
			url: `${organizations}/acme`,
			answers: acme,
		},
		'request: /organizationId must be integer',
	],
	[
		'a parameter nobody knows',
		{
			operation: `GET ${organizations}`,
			url: `${organizations}?page=2`,
			answers: {values: []},
		},
		'request: it must NOT have additional properties',
	],
	[
		'no value for a parameter that is needed',
		{operation: 'GET /rest/api/3/user/bulk', answers: {values: []}},
		"request: it must have required property 'accountId'",
	],
	[
		'a path nobody knows',
		{operation: 'GET /rest/api/3/customers', answers: {}},
		'request: operation is not in the files',
	],
	[
		'a field the file does not have',
		{
			operation: `GET ${organizations}`,
			answers: {values: [{...acme, title: 'Acme'}]},
		},
		'answer: /values/0 must NOT have additional properties',
	],
	[
		'a field of another type',
		{operation: `GET ${organizations}`, answers: {values: [{id: 7}]}},
		'answer: /values/0/id must be string',
	],
	[
		'a status that is not listed',
		{operation: create, sends: {name: 'Acme'}, answers: acme},
		'answer: status is not listed',
	],
	[
		'an error in the words of the other API',
		{
			operation: `GET ${organizations}`,
			status: 403,
			answers: {errorMessages: ['No.']},
		},
		'answer: it must NOT have additional properties',
	],
	[
		'no answer where one is promised',
		{operation: `GET ${organizations}`},
		'answer: answer has no body',
	],
])('An exchange with %s is found out.', (_, sketch, problem) => {
	const problems = problemsOf(sketch);
	expect(problems.length).toBeGreaterThan(0);
	expect(problems[0]).toContain(problem);
});
