import {expect, test} from 'vitest';
import {customer, destinationAccount} from '../helpers/engine-people.ts';
import {onlyCustomer, planFor} from '../helpers/engine-snapshots.ts';

const atlassian = {type: 'atlassian'} as const;
const inactive = {status: 'inactive'} as const;

test('R6: without the right to revoke an inactive customer is not created', () => {
	const planned = onlyCustomer({
		source: {customers: [customer('anna', inactive)]},
		destination: {canRevoke: false},
	});
	expect(planned).toMatchObject({
		fate: 'attention',
		problem: 'cannot-revoke',
	});
	expect(planned).not.toHaveProperty('revoke');
});

test('R4: a changed domain is matched and created under the new address', () => {
	const ben = destinationAccount('ben', {email: 'ben@new.example'});
	const {customers} = planFor({
		source: {customers: [customer('anna'), customer('ben')]},
		destination: {accounts: [ben]},
		choices: {emailDomains: {'acme.example': 'new.example'}},
	});
	expect(customers).toMatchObject([
		{
			fate: 'create',
			email: 'anna@new.example',
			sourceEmail: 'anna@acme.example',
		},
		{fate: 'link', email: 'ben@new.example', destinationId: ben.id},
	]);
});

test('R4: a hidden email that the admin gives is used', () => {
	const anna = customer('anna', {email: undefined});
	const planned = onlyCustomer({
		source: {customers: [anna]},
		choices: {emails: {[anna.id]: 'anna@acme.example'}},
	});
	expect(planned).toMatchObject({fate: 'create', email: 'anna@acme.example'});
	expect(planned).not.toHaveProperty('sourceEmail');
});

test('a planned customer says who he is on both sides, and why he is chosen', () => {
	const reasons = [{type: 'reporter', example: 'IT-204'}] as const;
	const anna = customer('anna', {reasons});
	const there = destinationAccount('anna', atlassian);
	const planned = onlyCustomer({
		source: {customers: [anna]},
		destination: {accounts: [there]},
	});
	expect(planned).toEqual({
		...anna,
		fate: 'attention',
		problem: 'atlassian-account-there',
		destinationId: there.id,
		destinationType: 'atlassian',
	});
});

test('R13: a customer copied before is unchanged, whatever his address is now', () => {
	const anna = customer('anna', {email: 'anna@moved.example'});
	const there = destinationAccount('anna');
	const planned = onlyCustomer({
		source: {customers: [anna]},
		destination: {accounts: [there, destinationAccount('bert')]},
		memory: {customers: new Map([[anna.id, there.id]])},
	});
	expect(planned).toMatchObject({fate: 'unchanged', destinationId: there.id});
	expect(planned).not.toHaveProperty('problem');
});

test('R13: a customer copied before whose copy is gone is planned like a new one', () => {
	const anna = customer('anna');
	const planned = onlyCustomer({
		source: {customers: [anna]},
		memory: {customers: new Map([[anna.id, 'qm:destination:gone']])},
	});
	expect(planned.fate).toBe('create');
});

test('R13: what was copied before is unchanged even if inactive customers are left out now', () => {
	const anna = customer('anna', inactive);
	const there = destinationAccount('anna', inactive);
	const planned = onlyCustomer({
		source: {customers: [anna]},
		destination: {accounts: [there]},
		memory: {customers: new Map([[anna.id, there.id]])},
		choices: {inactive: 'skip'},
	});
	expect(planned.fate).toBe('unchanged');
});

test('customers keep their order', () => {
	const names = ['dora', 'anna', 'cleo', 'ben'];
	const {customers} = planFor({
		source: {customers: names.map((name) => customer(name))},
	});
	expect(customers.map(({name}) => name)).toEqual(names);
});
