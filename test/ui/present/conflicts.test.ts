import {expect, test} from 'vitest';
import {type Conflict} from '../../../source/migration/plan.ts';
import {
	collisionText,
	projectsText,
	sideNames,
	sidesLines,
	sidesText,
} from '../../../source/ui/present/conflict-sides.ts';
import {mergeText, nameText} from '../../../source/ui/present/decisions.ts';
import {textOfLine} from '../../../source/ui/present/line.ts';
import {findingLines} from '../../../source/ui/present/site-checks.ts';

const conflict: Conflict = {
	kind: 'duplicate-organization',
	certainty: 'certain',
	other: {id: '9', name: 'Acme Inc.'},
	customers: {
		onlySource: ['ada@acme.example', 'ben@acme.example', 'cleo@acme.example'],
		both: ['kim@acme.example'],
		onlyDestination: ['lee@acme.example', 'evil\u{1B}[2J@acme.example'],
	},
	projects: {onlySource: ['HR'], both: ['IT'], onlyDestination: ['FAC']},
};

const sites = {source: 'northwind', destination: 'contoso'};
const names = sideNames(conflict, 'Acme Inc.', sites);

test.each([
	[
		76,
		6,
		[
			'only northwind 3          both 1                    only contoso 2',
			'ada@acme.example          kim@acme.example          lee@acme.example',
			'ben@acme.example                                    evil␛[2J@acme.example',
			'cleo@acme.example',
		],
	],
	[
		50,
		6,
		[
			'only northwind 3          only contoso 2',
			'ada@acme.example          lee@acme.example',
			'ben@acme.example          evil␛[2J@acme.example',
			'cleo@acme.example',
			'both 1    kim@acme.example',
		],
	],
	[
		50,
		4,
		[
			'only northwind 3          only contoso 2',
			'ada@acme.example          lee@acme.example',
			'… 2 more                  evil␛[2J@acme.example',
			'both 1    kim@acme.example',
		],
	],
])('both sides in %i columns and %i rows', (columns, rows, lines) => {
	expect(
		sidesLines(conflict.customers, names, {columns, rows}).map((line) =>
			textOfLine(line).trimEnd(),
		),
	).toEqual(lines);
});

test('both sides in one row', () => {
	expect(sidesText(conflict.customers, names)).toBe(
		'3 only northwind, 1 both, 2 only contoso',
	);
	expect(projectsText(conflict.projects, names)).toBe(
		'HR (only northwind), IT (both), FAC (only contoso)',
	);
});

test.each([
	[
		'certain',
		'contoso has an organization of this name, with other customers or projects.',
	],
	[
		'possible',
		'contoso has “Acme Inc.”: the same but for case, blanks or Unicode form.',
	],
] as const)('a %s collision', (certainty, expected) => {
	expect(collisionText({...conflict, certainty}, sites)).toBe(expected);
});

test('merging says who will see what', () => {
	expect(mergeText(conflict, sites)).toBe(
		'3 customers of northwind will see the requests shared with Acme Inc. in IT and FAC; its 3 customers will see what they share.',
	);
});

test('merging where nobody joins says so', () => {
	const customers = {...conflict.customers, onlySource: []};
	expect(mergeText({...conflict, customers}, sites)).toBe(
		'Nobody joins Acme Inc. on contoso; it only gets the missing project links.',
	);
});

test.each([
	[undefined, 'free on both sites'],
	['blank', 'type a name'],
	['too-long', 'too long: 201 of 200 characters'],
	[
		'taken',
		'taken: on a site, by another answer, or alike but for case and blanks',
	],
] as const)('a name whose problem is %s is %s', (problem, expected) => {
	expect(nameText(problem, 201)).toBe(expected);
});

const findings = [
	{
		label: 'address',
		state: 'ok',
		detail: 'Contoso, Jira Cloud',
		isNeeded: true,
	},
	{
		label: 'browse users',
		state: 'missing',
		detail: 'needed to see who has an account',
		isNeeded: true,
	},
	{
		label: 'mail',
		state: 'advice',
		detail: 'switch off “Customer invited”',
		isNeeded: false,
	},
] as const;

test.each([
	[
		60,
		[
			'✓ address       Contoso, Jira Cloud',
			'✗ browse users  needed to see who has an account',
			'! mail          switch off “Customer invited”',
		],
	],
	[
		38,
		[
			'✓ address  Contoso, Jira Cloud',
			'✗ browse users',
			'    needed to see who has an account',
			'! mail  switch off “Customer invited”',
		],
	],
])('what a check found in %i columns', (columns, lines) => {
	expect(
		findingLines(findings, columns).map((line) => textOfLine(line)),
	).toEqual(lines);
});
