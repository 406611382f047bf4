import {expect, test} from 'vitest';
import {listedPeople} from '../../../source/practice/world/base-people.ts';
import {People} from '../../../source/practice/world/people.ts';
import {type Person} from '../../../source/practice/world/person.ts';

const person = (accountId: string, email: string): Person => ({
	accountId,
	accountType: 'customer',
	displayName: accountId,
	email,
	isEmailHidden: false,
	isActive: true,
	isDeleted: false,
	since: 0,
});
const createPeople = () =>
	new People(
		listedPeople([person('a', 'a@x.example'), person('b', 'b@x.example')]),
	);
const ids = (people: readonly Person[]) =>
	people.map(({accountId}) => accountId);

test('New accounts come last, or first and newest in front.', () => {
	const people = createPeople();
	people.add(person('c', 'c@x.example'));
	people.add(person('d', 'd@x.example'));
	expect(ids(people.page(0, 10, 'oldest-first'))).toEqual(['a', 'b', 'c', 'd']);
	expect(ids(people.page(0, 10, 'new-accounts-first'))).toEqual([
		'd',
		'c',
		'a',
		'b',
	]);
	expect(ids(people.page(1, 2, 'new-accounts-first'))).toEqual(['c', 'a']);
});

test('A changed email is found under the new address only.', () => {
	const people = createPeople();
	people.change('a', {email: 'A.New@x.example'});
	expect(ids(people.withEmail('a.new@X.example'))).toEqual(['a']);
	expect(people.withEmail('a@x.example')).toEqual([]);
});

test('Two accounts with one email are both found.', () => {
	const people = createPeople();
	people.add(person('c', 'B@x.example'));
	expect(ids(people.withEmail('b@x.example'))).toEqual(['b', 'c']);
});

test('A deleted account keeps its place as a former user without an email.', () => {
	const people = createPeople();
	people.delete('a');
	expect(people.find('a')).toMatchObject({
		displayName: 'Former user',
		email: '',
		isDeleted: true,
	});
	expect(people.withEmail('a@x.example')).toEqual([]);
	expect(people.withEmail('')).toEqual([]);
	expect(people.size).toBe(2);
});
