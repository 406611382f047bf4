import {expect, test} from 'vitest';
import {generatedPeople} from '../../../source/practice/world/generated-people.ts';
import {PeopleSet} from '../../../source/practice/world/people-set.ts';
import {People} from '../../../source/practice/world/people.ts';

const mix = {
	atlassian: 300,
	hidden: 0,
	inactive: 0,
	mismatched: 0,
	deactivatedThere: 0,
};
const createPeople = () =>
	new People(
		generatedPeople({
			seed: 1,
			site: 'source',
			siteUuid: 'aaaaaaaa-1111',
			runs: [{from: 0, count: 100}],
			mix,
		}),
	);

test('A range and a list make one set, in the order of account ids.', () => {
	const people = createPeople();
	const set = new PeopleSet(people, {
		positions: [3, 99],
		ranges: [{from: 0, to: 10, step: 3}],
	});
	const expected = [0, 3, 6, 9, 99]
		.map((position) => people.at(position).accountId)
		.toSorted();
	expect(set.accountIds()).toEqual(expected);
	expect(set.page(1, 2)).toEqual(expected.slice(1, 3));
	expect(set.size).toBe(5);
});

test('Adding and removing changes who is in it, however often it is done.', () => {
	const people = createPeople();
	const set = new PeopleSet(people, {
		positions: [],
		ranges: [{from: 0, to: 3, step: 1}],
	});
	const first = people.at(0).accountId;
	const newcomer = people.at(4).accountId;
	set.remove([first]);
	set.remove([first]);
	set.add([newcomer, 'nobody']);
	expect([set.has(first), set.has(newcomer), set.size]).toEqual([
		false,
		true,
		3,
	]);
	set.add([first]);
	set.remove([newcomer]);
	expect([set.has(first), set.has(newcomer), set.size]).toEqual([
		true,
		false,
		3,
	]);
});

test('New accounts can be members like those that were always there.', () => {
	const people = createPeople();
	const set = new PeopleSet(people);
	people.add({
		...people.at(0),
		accountId: 'qm:new:1',
		email: 'new@new.example',
	});
	set.add(['qm:new:1']);
	expect(set.accountIds()).toEqual(['qm:new:1']);
});
