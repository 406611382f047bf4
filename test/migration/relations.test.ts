import {expect, test} from 'vitest';
import {Relations} from '../../source/migration/relations.ts';
import {sourceAccount} from '../helpers/engine-people.ts';

const anna = sourceAccount('anna');

test('R1: of each reason the first example is kept', () => {
	const relations = new Relations();
	relations.add('anna', 'reporter', 'IT-1');
	relations.add('anna', 'reporter', 'IT-2');
	relations.add('anna', 'participant', 'IT-3');
	expect(relations.reasons('anna')).toEqual([
		{type: 'reporter', example: 'IT-1'},
		{type: 'participant', example: 'IT-3'},
	]);
});

test('nobody is related without a reason', () => {
	const relations = new Relations();
	expect(relations.has('anna')).toBe(false);
	expect(relations.reasons('anna')).toEqual([]);
	expect([...relations.ids()]).toEqual([]);
});

test('who was met by id alone is known by id alone', () => {
	const relations = new Relations();
	relations.add('ben', 'reporter', 'IT-1');
	relations.addAccount(anna, 'project-list', 'IT');
	expect([...relations.ids()]).toEqual(['ben', anna.id]);
	expect(relations.seen('ben')).toBeUndefined();
	expect(relations.seen(anna.id)).toBe(anna);
	expect(relations.has(anna.id)).toBe(true);
});

test('whoever is in the index is not kept a second time, whichever was read first', () => {
	const relations = new Relations();
	relations.addAccount(anna, 'project-list', 'IT');
	relations.add('ben', 'reporter', 'IT-1');
	relations.addIndex([anna]);
	expect(relations.seen(anna.id)).toBeUndefined();
	relations.addAccount(anna, 'organization-member', 'Acme');
	expect(relations.seen(anna.id)).toBeUndefined();
	expect(relations.reasons(anna.id)).toHaveLength(2);
	expect(relations.takeUnlisted()).toEqual(['ben']);
});

test('those with the same reasons share one list of them, which ends for whoever has another', () => {
	const relations = new Relations();
	relations.add(anna.id, 'organization-member', 'Acme');
	relations.addIndex([anna, sourceAccount('ben')]);
	relations.add('ben', 'organization-member', 'Acme');
	relations.add(anna.id, 'project-list', 'IT');
	relations.add('ben', 'project-list', 'IT');
	expect(relations.reasons('ben')).toBe(relations.reasons(anna.id));
	relations.add('ben', 'reporter', 'IT-1');
	expect(relations.reasons('ben').map(({type}) => type)).toEqual([
		'project-list',
		'reporter',
		'organization-member',
	]);
	expect(relations.reasons(anna.id)).toHaveLength(2);
});
