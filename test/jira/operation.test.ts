import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	isRead,
	operationName,
	pathOf,
	queryOf,
} from '../../source/jira/operation.ts';
import {nothing} from '../../source/jira/wire.ts';

const revoke = {
	operation: {
		method: 'PUT',
		path: '/rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	},
	answer: nothing,
} as const;

test('ids of portal-only accounts are encoded', () => {
	const accountId = 'qm:a713c8ea-1075-4e30-9d96-891a7d181739:5ad6d3581db05e2a';
	expect(pathOf({...revoke, path: {accountId}})).toBe(
		'/rest/servicedeskapi/customer/user/qm%3Aa713c8ea-1075-4e30-9d96-891a7d181739%3A5ad6d3581db05e2a/revoke-portal-only-access',
	);
});

test('a placeholder without a value is a mistake of the program', () => {
	expect(() => pathOf({...revoke, path: {}})).toThrow('lacks its accountId');
});

test('no value leaves its place in the path', () => {
	const property = fc.property(
		fc.string({minLength: 1}).filter((id) => !/^\.{1,2}$/v.test(id)),
		(accountId) => {
			const path = pathOf({...revoke, path: {accountId}});
			const {pathname} = new URL(path, 'https://acme.atlassian.net');
			const segments = pathname
				.split('/')
				.map((part) => decodeURIComponent(part));
			expect(segments).toEqual([
				'',
				'rest',
				'servicedeskapi',
				'customer',
				'user',
				accountId,
				'revoke-portal-only-access',
			]);
		},
	);
	fc.assert(property, {examples: [['a/b'], ['a?b#c'], ['%2e'], ['…'], ['\\']]});
});

test.each(['.', '..', ''])(
	'%j, which would change the path around it, is refused',
	(accountId) => {
		const sent = () =>
			new URL(pathOf({...revoke, path: {accountId}}), 'https://a.example')
				.pathname;
		expect(sent).toThrow(/accountId/v);
	},
);

test('what a query repeats is repeated, and everything in it is encoded', () => {
	const query = queryOf({
		...revoke,
		query: {accountId: ['qm:1:2', 'a&b'], maxResults: 2, expand: true},
	});
	expect(query.toString()).toBe(
		'accountId=qm%3A1%3A2&accountId=a%26b&maxResults=2&expand=true',
	);
});

test('an operation is named without the ids in it', () => {
	expect(operationName(revoke.operation)).toBe(
		'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	);
});

test('what is sent as POST because its query is long is a read', () => {
	const search = {method: 'POST', path: '/rest/api/3/search/jql'} as const;
	expect(isRead({...search, isRead: true})).toBe(true);
	expect(isRead(search)).toBe(false);
	expect(isRead({method: 'GET', path: '/'})).toBe(true);
	expect(isRead({method: 'DELETE', path: '/'})).toBe(false);
});
