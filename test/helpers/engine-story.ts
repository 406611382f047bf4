import {
	accessTo,
	counterpart,
	destinationAccount,
	destinationOrganization,
	project,
	sourceAccount,
	sourceOrganization,
} from './engine-people.ts';
import {createSites} from './engine-sites.ts';
import {type MemorySiteHabits} from './memory-site-reader.ts';

/** People of the source, by what becomes of them. */
export const people = {
	/** Absent there: created. */
	anna: sourceAccount('anna'),
	cleo: sourceAccount('cleo'),
	/** Inactive and absent: created and revoked. */
	ines: sourceAccount('ines', {status: 'inactive'}),
	/** Portal-only on both sides: linked. */
	ben: sourceAccount('ben'),
	/** One Atlassian account: linked. */
	dora: sourceAccount('dora', {type: 'atlassian'}),
	/** Of another type there: linked, with something to do. */
	emil: sourceAccount('emil'),
	finn: sourceAccount('finn', {type: 'atlassian'}),
	/** An Atlassian account that the destination lacks. */
	gina: sourceAccount('gina', {type: 'atlassian'}),
	/** Deactivated there. */
	hugo: sourceAccount('hugo'),
	/** Two accounts of one person, by the admin's emails. */
	kim: sourceAccount('kim'),
	kimBefore: sourceAccount('kim-before', {email: 'kim@before.example'}),
	agent: sourceAccount('agent', {type: 'atlassian'}),
	robot: sourceAccount('robot', {type: 'app'}),
	former: sourceAccount('former', {status: 'deleted', email: undefined}),
} as const;

const there = {
	ben: destinationAccount('ben'),
	dora: destinationAccount('dora', {type: 'atlassian'}),
	emil: destinationAccount('emil', {type: 'atlassian'}),
	finn: destinationAccount('finn'),
	hugo: destinationAccount('hugo', {status: 'inactive'}),
	stranger: destinationAccount('stranger'),
} as const;

const {anna, cleo, ines, ben, dora, emil, finn, gina, hugo, kim, kimBefore} =
	people;

/** Organizations of the source, by what becomes of them. */
export const organizations = {
	fresh: sourceOrganization('Fresh', {
		members: [anna, cleo, emil, ines, kim, people.agent, people.former],
		projects: ['IT', 'HR', 'LAB'],
	}),
	/** Its name counts as that of *Fresh*; decided: merged with it. */
	freshAgain: sourceOrganization('FRESH', {
		members: [kimBefore, dora],
		projects: ['HR'],
	}),
	/** The same there: linked. */
	same: sourceOrganization('Same', {members: [ben], projects: ['IT']}),
	/** Other customers there; decided: renamed. */
	renamed: sourceOrganization('Acme', {
		members: [anna, ben, gina, hugo],
		projects: ['IT'],
	}),
	/** Other customers there; decided: merged. */
	merged: sourceOrganization('Bolt', {
		members: [anna, dora],
		projects: ['IT', 'HR'],
	}),
	/** Decided: mapped onto another there. */
	mapped: sourceOrganization('Cask', {members: [finn, cleo], projects: ['HR']}),
	/** Other customers there; decided: left out. */
	skipped: sourceOrganization('Dune', {members: [anna], projects: ['IT']}),
	/** Kept by an identity provider there. */
	managed: sourceOrganization('Edge', {members: [cleo], projects: ['IT']}),
	/** On no chosen project. */
	unrelated: sourceOrganization('Far', {members: [anna]}),
} as const;

const mapTarget = destinationOrganization('Cask and Sons', {
	members: [there.stranger],
});

const organizationsThere = [
	destinationOrganization('Same', {members: [there.ben], projects: ['IT']}),
	destinationOrganization('Acme', {
		members: [there.stranger],
		projects: ['IT', 'OTHER'],
	}),
	destinationOrganization('Bolt', {
		members: [there.stranger, there.dora],
		projects: ['IT'],
	}),
	mapTarget,
	destinationOrganization('Dune', {members: [there.stranger]}),
	destinationOrganization('Edge', {managed: true}),
];

/** Two sites with nearly everything that can meet in a copy, all conflicts decided. Every call builds them anew. */
export function createStory(habits: Partial<MemorySiteHabits> = {}) {
	return createSites({
		source: {
			projects: [project('IT'), project('HR'), project('LAB')],
			accounts: Object.values(people),
			agents: [people.agent.id],
			organizations: Object.values(organizations),
			access: [
				accessTo('IT', anna, ben, hugo, ines, people.agent),
				accessTo('HR', finn, kimBefore),
				accessTo('LAB', anna),
			],
		},
		destination: {
			projects: [project('IT'), project('PEOPLE'), project('OTHER')],
			accounts: Object.values(there),
			organizations: organizationsThere,
			access: [accessTo('IT', there.ben)],
		},
		habits,
		map: counterpart('HR', 'PEOPLE'),
		choices: {emails: {[kimBefore.id]: 'kim@acme.example'}},
		decisions: {
			[organizations.freshAgain.id]: {type: 'merge'},
			[organizations.renamed.id]: {type: 'rename', name: 'Acme (Old)'},
			[organizations.merged.id]: {type: 'merge'},
			[organizations.mapped.id]: {type: 'map', destinationId: mapTarget.id},
			[organizations.skipped.id]: {type: 'skip'},
		},
	});
}
