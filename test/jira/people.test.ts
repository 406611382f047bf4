import {expect, test} from 'vitest';
import {toAccount} from '../../source/jira/people.ts';

const ada = {
	accountId: '5b10ac8d82e05b22cc7d4ef5',
	accountType: 'atlassian',
	displayName: 'Ada',
	emailAddress: 'ada@northwind.example',
	active: true,
};

test('a person of the platform is an account', () => {
	expect(toAccount(ada)).toEqual({
		id: '5b10ac8d82e05b22cc7d4ef5',
		type: 'atlassian',
		name: 'Ada',
		email: 'ada@northwind.example',
		status: 'active',
	});
});

test.each([
	['customer', 'portal-only'],
	['atlassian', 'atlassian'],
	['app', 'app'],
	['unknown', 'unknown'],
	['something new', 'unknown'],
])('the account type %j is %s', (accountType, type) => {
	expect(toAccount({...ada, accountType}).type).toBe(type);
});

test.each([
	['qm:a713c8ea-1075-4e30-9d96-891a7d181739:5ad6d358', 'portal-only'],
	['5b10ac8d82e05b22cc7d4ef5', 'atlassian'],
	['712020:ba8b0c1f-6a2b-4d2e-9e0e-1c2b3a4d5e6f', 'atlassian'],
])(
	'service management, which tells no type, shows it by the id %s',
	(accountId, type) => {
		const {accountType, ...customer} = ada;
		expect(toAccount({...customer, accountId}).type).toBe(type);
	},
);

test.each([undefined, null, '', '  '])(
	'an email of %j is a hidden one',
	(emailAddress) => {
		expect(toAccount({...ada, emailAddress})).not.toHaveProperty('email');
	},
);

test('an email is taken without the blanks around it', () => {
	expect(
		toAccount({...ada, emailAddress: ' ada@northwind.example '}).email,
	).toBe('ada@northwind.example');
});

test('an account is active where nothing is said of it', () => {
	expect(toAccount({accountId: '1'})).toEqual({
		id: '1',
		type: 'atlassian',
		name: '',
		status: 'active',
	});
});

test('a deactivated account is inactive, a former user is deleted', () => {
	const former = {...ada, displayName: 'Former user', emailAddress: ''};
	expect(toAccount({...ada, active: false}).status).toBe('inactive');
	expect(toAccount({...former, active: false}).status).toBe('deleted');
});

test('who only calls himself a former user is none', () => {
	const named = {...ada, displayName: 'Former user'};
	expect(toAccount({...named, active: false}).status).toBe('inactive');
	expect(toAccount({...named, emailAddress: ''}).status).toBe('active');
});
