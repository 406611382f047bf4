import {expect, test} from 'vitest';
import {searchRequests} from '../../../source/practice/jql/evaluate.ts';
import {parseJql} from '../../../source/practice/jql/parse.ts';
import {acme} from '../../../source/practice/scenarios/acme.ts';
import {assembleSites} from '../../../source/practice/scenarios/assemble.ts';
import {openWorld} from '../../../source/practice/world/world.ts';

const world = openWorld(
	assembleSites(acme, 1, {customers: 60, organizations: 14, requests: 120})
		.source.base,
);
const now = new Date(Date.UTC(2026, 0, 5));
const all = Array.from({length: world.requests.size}, (_, index) =>
	world.requests.at(index),
);

function keys(jql: string): readonly string[] {
	const found = searchRequests(
		parseJql(jql),
		{world, now, caller: 'me'},
		Infinity,
	);
	return Array.from(found, (index) => world.requests.at(index).key);
}

test('A project is searched in the order of keys.', () => {
	const expected = all
		.filter(({projectKey}) => projectKey === 'HR')
		.map(({key}) => key);
	expect(keys('project = HR ORDER BY key ASC')).toEqual(expected);
	expect(keys('project = "hr" order by key desc')).toEqual(
		expected.toReversed(),
	);
});

test('Reporters and organizations are found by id, by name and by field number.', () => {
	const [acmeInc] = world.organizations.named('Acme Inc.', 'exact');
	const raised = all.filter(({organizations}) =>
		organizations.includes(acmeInc!.facts.id),
	);
	const {reporter} = raised[0]!;
	expect(raised.length).toBeGreaterThan(0);
	expect(keys('organizations = "Acme Inc."').toSorted()).toEqual(
		raised.map(({key}) => key).toSorted(),
	);
	expect(keys(`cf[10002] in (${acmeInc!.facts.id})`)).toEqual(
		keys('organizations = "acme inc."'),
	);
	expect(keys(`reporter = "${reporter}"`)).toHaveLength(
		all.filter((each) => each.reporter === reporter).length,
	);
});

test('Edits and new requests are found by whom they name, and by nobody else, as of any moment.', () => {
	const edited = openWorld(
		assembleSites(acme, 1, {customers: 60, organizations: 14, requests: 120})
			.source.base,
	);
	const {requests} = edited;
	const keysAsOf = (jql: string, asOf: number) =>
		Array.from(
			searchRequests(
				parseJql(`${jql} ORDER BY id`),
				{world: edited, now, caller: 'me'},
				asOf,
			),
			(index) => requests.at(index).key,
		);
	const [one, other] = [requests.at(3), requests.at(70)];
	const [organization] = edited.organizations.list('by-id');
	const {id, name} = organization!.facts;
	expect(keysAsOf('reporter = "qm:new"', Infinity)).toEqual([]);
	requests.edit(one.id, {reporter: 'qm:new', organizations: [id]}, 10);
	requests.edit(other.id, {reporter: 'QM:NEW'}, 20);
	requests.edit(one.id, {reporter: undefined, organizations: []}, 30);
	requests.add({...one, id: '9', key: `${one.projectKey}-999`, createdAt: 40});
	requests.edit('9', {reporter: 'qm:new'}, 50);
	const found = [5, 15, 25, 35, 45, 55].map((asOf) =>
		keysAsOf('reporter = "qm:new"', asOf),
	);
	expect(found).toEqual([
		[],
		[one.key],
		[one.key, other.key],
		[other.key],
		[other.key],
		[`${one.projectKey}-999`, other.key],
	]);
	expect(keysAsOf(`organizations = "${name.toLowerCase()}"`, 15)).toContain(
		one.key,
	);
	expect(keysAsOf(`organizations = ${id}`, 35)).toEqual(
		keysAsOf(`NOT (NOT organizations = ${id})`, 5).filter(
			(key) => key !== one.key,
		),
	);
});

test('AND, OR, NOT, parentheses, IN and EMPTY mean what they say.', () => {
	const open = all.filter(
		({projectKey, assignee}) => projectKey !== 'IT' && assignee === undefined,
	);
	expect(keys('NOT project = IT AND (assignee is EMPTY) ORDER BY id')).toEqual(
		open.map(({key}) => key),
	);
	expect(keys('project not in (HR, LEGAL)')).toHaveLength(
		keys('project = IT').length,
	);
	expect(keys('project = IT OR key = HR-1')).toHaveLength(
		keys('project = IT').length + 1,
	);
	expect(keys('assignee is not empty AND project = LEGAL')).toHaveLength(
		all.filter(
			({projectKey, assignee}) =>
				projectKey === 'LEGAL' && assignee !== undefined,
		).length,
	);
});

test('Moments are compared as dates, as milliseconds and back from now.', () => {
	const bound = Date.UTC(2025, 0, 1, 12, 30);
	const later = all.filter(({updatedAt}) => updatedAt >= bound).length;
	expect(keys('updated >= "2025-01-01 12:30"')).toHaveLength(later);
	expect(keys(`updated >= ${bound}`)).toHaveLength(later);
	expect(keys('created < "2025/01/01"')).toHaveLength(
		all.filter(({createdAt}) => createdAt < Date.UTC(2025, 0, 1)).length,
	);
	expect(keys('updated > -52w').length).toBeLessThan(
		keys('updated > -104w').length,
	);
});

test.each([
	['', 'Unbounded'],
	['ORDER BY key', 'Unbounded'],
	['project = NOPE', "'NOPE' does not exist for the field 'project'"],
	['colour = red', "Field 'colour' does not exist"],
	['project =', 'ends too early'],
	['project = IT AND', 'ends too early'],
	['project IT', "'IT' is not expected"],
	['project = "IT', "'\"' is not expected"],
	['updated >= tomorrow', "Date value 'tomorrow' is invalid"],
	['project = IT ORDER BY reporter', 'does not support sorting'],
	['project < IT) ', 'is not expected'],
	['reporter > 5', "operator '>' is not supported"],
])('The query "%s" is refused with words that say why.', (jql, message) => {
	expect(() => keys(jql)).toThrow(message);
});
