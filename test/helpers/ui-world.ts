import {
	accessTo,
	destinationAccount,
	destinationOrganization,
	project,
	sourceAccount,
	sourceOrganization,
} from './engine-people.ts';
import {createSites} from './engine-sites.ts';

const people = {
	ada: sourceAccount('ada'),
	ben: sourceAccount('ben'),
	cleo: sourceAccount('cleo'),
	dora: sourceAccount('dora', {type: 'atlassian'}),
	gina: sourceAccount('gina', {type: 'atlassian'}),
	agent: sourceAccount('agent', {type: 'atlassian'}),
};

const there = {
	ben: destinationAccount('ben'),
	dora: destinationAccount('dora', {type: 'atlassian'}),
	kim: destinationAccount('kim'),
};

/** Organizations of the source: two that collide with those of the destination, one that may, and two that don't. */
const organizations = [
	sourceOrganization('Acme', {
		members: [people.ada, people.ben],
		projects: ['IT'],
	}),
	sourceOrganization('Bolt', {
		members: [people.cleo, people.dora],
		projects: ['IT', 'HR'],
	}),
	sourceOrganization('Cask', {members: [people.cleo], projects: ['IT']}),
	sourceOrganization('Dune', {members: [people.dora], projects: ['HR']}),
	sourceOrganization('Same', {members: [people.ben], projects: ['IT']}),
];

const organizationsThere = [
	destinationOrganization('Acme', {
		members: [there.ben, there.kim],
		projects: ['IT'],
	}),
	destinationOrganization('Bolt', {members: [there.kim], projects: ['IT']}),
	destinationOrganization('CASK', {members: [], projects: []}),
	destinationOrganization('Facilities', {
		members: [there.kim],
		projects: ['IT'],
	}),
	destinationOrganization('Same', {members: [there.ben], projects: ['IT']}),
];

/** A small world in memory, with three conflicts, for the screens. Every call builds it anew. */
export function createUiWorld() {
	return createSites({
		source: {
			projects: [project('IT'), project('HR'), project('LEGAL')],
			accounts: Object.values(people),
			agents: [people.agent.id],
			organizations,
			access: [accessTo('IT', people.ada, people.gina)],
		},
		destination: {
			projects: [project('IT'), project('PEOPLE')],
			accounts: Object.values(there),
			organizations: organizationsThere,
			access: [accessTo('IT', there.ben)],
		},
	});
}

/** The same with a destination that holds nothing yet. */
export function createEmptyDestination() {
	return createSites({
		source: {
			projects: [project('IT')],
			accounts: [people.ada, people.ben],
			organizations: [
				sourceOrganization('Acme', {
					members: [people.ada, people.ben],
					projects: ['IT'],
				}),
			],
		},
		destination: {projects: [project('IT')], accounts: []},
	});
}

const long = `${'Very long name of a company '.repeat(7)}Ltd`;

/** Names that screens find hard: long, wide, from right to left, with control characters, and many of them. */
export function createAwkwardWorld() {
	const names = [
		long,
		'株式会社ノースウインド　カスタマーサポート部門',
		'شركة الشمال للملاحة والنقل البحري',
		'👩‍👩‍👧‍👦 Family & Söhne',
		'evil\u{1B}[2J\u{7}\ttab',
		'{name} ({site})',
		...Array.from({length: 30}, (_, index) => `Twin ${index}`),
	];
	const crowd = Array.from({length: 40}, (_, index) =>
		sourceAccount(`customer-with-a-rather-long-address-${index}`),
	);
	return createSites({
		source: {
			projects: [project('IT'), project('HR')],
			accounts: crowd,
			organizations: names.map((name, index) =>
				sourceOrganization(name, {
					members: crowd.slice(0, index),
					projects: ['IT', 'HR'],
				}),
			),
		},
		destination: {
			projects: [project('IT')],
			accounts: [there.kim],
			organizations: names.map((name) =>
				destinationOrganization(name, {members: [there.kim], projects: []}),
			),
		},
	});
}

/** A source whose organizations all have a namesake with other customers on the destination. */
export function createRivalWorld(names: readonly string[]) {
	return createSites({
		source: {
			projects: [project('IT')],
			accounts: [people.ada],
			organizations: names.map((name) =>
				sourceOrganization(name, {members: [people.ada], projects: ['IT']}),
			),
		},
		destination: {
			projects: [project('IT')],
			accounts: [there.kim],
			organizations: names.map((name) =>
				destinationOrganization(name, {members: [there.kim], projects: []}),
			),
		},
	});
}
