import {atlassian, portalOnly, staff} from './people-stories.ts';
import {type Scenario} from './story.ts';

/** The smallest story with one of each: something new, something the same, one duplicate. */
export const firstSteps: Scenario = {
	name: 'first-steps',
	about:
		'For the first five minutes: 8 customers, 3 organizations, one service project, one duplicate.',
	source: {
		title: 'Northwind',
		people: [
			...staff('northwind.example'),
			portalOnly('jsmith', 'Jane Smith', 'jsmith@acme.example'),
			atlassian('dmurphy', 'Dan Murphy', 'dmurphy@acme.example'),
			portalOnly('hank', 'Hank Scorpio', 'hank@globex.example'),
			portalOnly('dora', 'Dora Gray', 'dora@globex.example'),
			portalOnly('bill', 'Bill Lumbergh', 'bill@initech.example'),
			portalOnly('peter', 'Peter Gibbons', 'peter@initech.example'),
			portalOnly('milton', 'Milton Waddams', 'milton@initech.example'),
			portalOnly('una', 'Una Unrelated', 'una@nowhere.example'),
		],
		organizations: [
			{name: 'Acme Inc.', members: ['jsmith', 'dmurphy'], projects: ['IT']},
			{name: 'Globex', members: ['hank', 'dora'], projects: ['IT']},
			{
				name: 'Initech',
				members: ['bill', 'peter', 'milton'],
				projects: ['IT'],
			},
		],
		projects: [
			{key: 'IT', name: 'IT Help', access: 'restricted', customers: ['jsmith']},
		],
		requests: [
			{
				project: 'IT',
				summary: 'New laptop',
				reporter: 'jsmith',
				organizations: ['Acme Inc.'],
				participants: ['dmurphy'],
			},
			{project: 'IT', summary: 'The stapler is gone', reporter: 'milton'},
		],
		voices: ['jsmith', 'hank', 'bill'],
		language: 'en',
	},
	destination: {
		title: 'Contoso',
		people: [
			...staff('contoso.example'),
			atlassian('dmurphy', 'Dan Murphy', 'dmurphy@acme.example'),
			portalOnly('jwilson', 'Joan Wilson', 'jwilson@acme.example'),
			portalOnly('hank', 'Hank Scorpio', 'hank@globex.example'),
			portalOnly('dora', 'Dora Gray', 'dora@globex.example'),
			atlassian('placeholder', 'Imported User', 'imported@contoso.example'),
		],
		organizations: [
			{name: 'Acme Inc.', members: ['dmurphy', 'jwilson'], projects: ['IT']},
			{name: 'Globex', members: ['hank', 'dora'], projects: ['IT']},
		],
		projects: [{key: 'IT', name: 'IT Help', access: 'restricted'}],
		requests: [],
		voices: ['jwilson'],
		language: 'en',
	},
	customers: 8,
	organizations: 3,
	requests: 12,
	mix: {
		atlassian: 140,
		hidden: 0,
		inactive: 50,
		mismatched: 0,
		deactivatedThere: 0,
	},
	faults: [],
};
