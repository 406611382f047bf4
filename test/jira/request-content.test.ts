import {expect, test} from 'vitest';
import {
	namedInComments,
	namedInFields,
	namedInWorklogs,
} from '../../source/jira/request-content.ts';
import {type RequestFields} from '../../source/jira/resources/field.ts';
import {type RequestPerson} from '../../source/migration/model.ts';

const mia = '5b10ac8d82e05b22cc7d4e01';

const fields: RequestFields = {
	people: [
		{id: 'reporter', as: 'reporter'},
		{id: 'contacts', as: 'user-field', name: 'Approvals'},
	],
	organizations: ['sharedWith'],
	content: [],
	links: [],
	texts: ['description'],
};

const user = (accountId: string) => ({
	accountId,
	displayName: 'Somebody',
	active: true,
	emailAddress: 'somebody@acme.example',
});

const formerUser = (accountId: string) => ({
	accountId,
	displayName: 'Former user',
	active: false,
	emailAddress: '',
});

const text = {
	type: 'doc',
	version: 1,
	content: [{type: 'mention', attrs: {id: mia, text: '@Mia'}}],
};

function peopleOf(values: Readonly<Record<string, unknown>>) {
	return namedInFields({key: 'IT-1', fields: values}, fields).people;
}

test.for([
	['one person', user('anna')],
	['a list', [user('anna')]],
	[
		'approvals, which hold people a few levels deep',
		[{id: '1', approvers: [{approver: user('anna'), decision: 'pending'}]}],
	],
])('a field names people as %s', ([, value]) => {
	expect(peopleOf({contacts: value})).toEqual<readonly RequestPerson[]>([
		{account: 'anna', as: 'user-field', field: 'Approvals'},
	]);
});

test.for([undefined, null, '', 'anna', [], {}, [null], 7])(
	'a field of %j names nobody',
	(value) => {
		expect(peopleOf({reporter: value})).toEqual([]);
	},
);

test('a request without fields names nobody', () => {
	expect(namedInFields({key: 'IT-1'}, fields)).toEqual({
		people: [],
		organizations: [],
	});
});

test('the organizations field gives ids, as text or as numbers', () => {
	const values = {sharedWith: [{id: '7', name: 'Acme'}, {id: 9}]};
	const {organizations} = namedInFields({key: 'IT-1', fields: values}, fields);
	expect(organizations).toEqual(['7', '9']);
});

test('R2: a former user is told from someone who is only inactive', () => {
	expect(peopleOf({reporter: formerUser('gone')})).toEqual([
		{account: 'gone', as: 'reporter', isDeleted: true},
	]);
	expect(peopleOf({reporter: {...user('off'), active: false}})).toEqual([
		{account: 'off', as: 'reporter'},
	]);
});

test('a description names those mentioned in it', () => {
	expect(peopleOf({description: text})).toEqual([
		{account: mia, as: 'mention'},
	]);
});

test('comments and worklogs name who wrote, who changed and who is mentioned', () => {
	expect(
		namedInComments([
			{author: user('anna'), updateAuthor: formerUser('gone'), body: text},
			// An anonymous comment.
			{author: null},
			{author: {displayName: 'Nobody'}},
		]),
	).toEqual([
		{account: 'anna', as: 'comment-author'},
		{account: 'gone', as: 'comment-author', isDeleted: true},
		{account: mia, as: 'mention'},
	]);
	expect(namedInWorklogs([{author: user('will'), comment: text}])).toEqual([
		{account: 'will', as: 'worklog-author'},
		{account: mia, as: 'mention'},
	]);
});
