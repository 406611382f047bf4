import {contosoPeople, northwindPeople} from './acme-people.ts';
import {northwindRequests} from './acme-requests.ts';
import {
	type OrganizationStory,
	type ProjectStory,
	type Scenario,
} from './story.ts';

const northwindProjects: readonly ProjectStory[] = [
	{
		key: 'IT',
		name: 'IT Help',
		access: 'open',
		customers: ['list', 'jsmith', 'bill'],
		viewers: ['viewer'],
		ruleUser: 'ruled',
	},
	{
		key: 'HR',
		name: 'People and Culture',
		access: 'restricted',
		customers: ['alice', 'rebecca', 'joe'],
		grantedUser: 'granted',
	},
	{
		key: 'LEGAL',
		name: 'Legal',
		access: 'restricted',
		management: 'team',
		customers: ['art'],
	},
];

const contosoProjects: readonly ProjectStory[] = [
	{key: 'IT', name: 'IT Help', access: 'open', customers: ['dmurphy']},
	{
		key: 'HR',
		name: 'Human Resources',
		access: 'restricted',
		customers: ['jwilson'],
	},
	{key: 'FAC', name: 'Facilities', access: 'open', customers: ['fay', 'finn']},
];

const northwindOrganizations: readonly OrganizationStory[] = [
	// The example of Atlassian's documentation on duplicate organizations.
	{name: 'Acme Inc.', members: ['jsmith', 'dmurphy'], projects: ['IT', 'HR']},
	// The same on both sites.
	{name: 'Globex', members: ['hank', 'dora', 'mindy'], projects: ['IT', 'HR']},
	{
		name: 'Initech',
		members: ['bill', 'peter', 'milton', 'samir'],
		projects: ['IT'],
	},
	{
		name: 'Umbrella Health',
		members: ['alice', 'albert', 'rebecca'],
		projects: ['HR'],
	},
	// The destination spells it with other capitals and blanks.
	{
		name: 'Stark Industries',
		members: ['tony', 'pepper', 'happy'],
		projects: ['IT'],
	},
	// The same customers, but access to other projects.
	{
		name: 'Wayne Enterprises',
		members: ['bruce', 'alfred', 'lucius'],
		projects: ['IT', 'HR'],
	},
	// Nobody is a member on both sites.
	{name: 'Hooli', members: ['gavin', 'denpok'], projects: ['IT']},
	// Nobody is a member on the destination.
	{name: 'Soylent', members: ['robert', 'sol'], projects: ['HR']},
	// Its only project has no counterpart.
	{name: 'Vandelay Imports', members: ['art', 'george'], projects: ['LEGAL']},
	{
		name: 'Wonka Foods',
		members: ['willy', 'charlie', 'joe', 'former'],
		projects: ['IT', 'LEGAL'],
	},
	{
		name: 'Cyberdyne Systems',
		members: ['miles', 'sarah', 'kyle', 'john'],
		projects: ['IT'],
	},
	// An identity provider manages its members on the destination.
	{name: 'Tyrell Corporation', members: ['eldon', 'rachael'], projects: ['HR']},
	{
		name: 'Pied Piper',
		members: ['richard', 'dinesh', 'jared'],
		projects: ['HR', 'LEGAL'],
	},
	{
		name: 'Massive Dynamic',
		members: ['nina', 'walter', 'oscar', 'deb', 'peter'],
		projects: ['IT'],
	},
];

const contosoOrganizations: readonly OrganizationStory[] = [
	{
		name: 'Acme Inc.',
		members: ['dmurphy', 'jwilson'],
		projects: ['IT', 'HR', 'FAC'],
	},
	{name: 'Globex', members: ['hank', 'dora', 'mindy'], projects: ['IT', 'HR']},
	{name: 'stark  industries', members: ['tony', 'pepper'], projects: ['IT']},
	{
		name: 'Wayne Enterprises',
		members: ['bruce', 'alfred', 'lucius'],
		projects: ['IT'],
	},
	{name: 'Hooli', members: ['nelson', 'keenan'], projects: ['IT']},
	{name: 'Soylent', members: [], projects: ['HR']},
	{
		name: 'Tyrell Corporation',
		members: ['eldon'],
		projects: ['HR'],
		isManaged: true,
	},
	{name: 'Oscorp', members: ['norman', 'harry'], projects: ['FAC']},
	{name: 'Facility Partners', members: ['fay', 'finn'], projects: ['FAC']},
	{name: 'Contoso Suppliers', members: ['greta', 'ole'], projects: ['FAC']},
];

/** The default: a story that one person can overlook, with every kind of duplicate. */
export const acme: Scenario = {
	name: 'acme',
	about:
		"Atlassian's own example: Acme Inc. on both sites with different customers; 60 customers, 14 organizations.",
	source: {
		title: 'Northwind',
		people: northwindPeople,
		organizations: northwindOrganizations,
		projects: northwindProjects,
		requests: northwindRequests,
		voices: [
			'jsmith',
			'dmurphy',
			'hank',
			'bill',
			'alice',
			'tony',
			'bruce',
			'gavin',
			'art',
			'willy',
			'miles',
			'richard',
			'nina',
		],
		language: 'en',
	},
	destination: {
		title: 'Contoso',
		people: contosoPeople,
		organizations: contosoOrganizations,
		projects: contosoProjects,
		requests: [
			{
				project: 'FAC',
				summary: 'Desk by the window',
				reporter: 'fay',
				organizations: ['Facility Partners'],
			},
			{
				project: 'FAC',
				summary: 'Heating is too warm',
				reporter: 'jwilson',
				organizations: ['Acme Inc.'],
			},
			{
				project: 'FAC',
				summary: 'Delivery at gate 2',
				reporter: 'greta',
				organizations: ['Contoso Suppliers'],
			},
		],
		voices: ['jwilson', 'fay', 'norman'],
		language: 'de',
	},
	customers: 60,
	organizations: 14,
	requests: 120,
	mix: {
		atlassian: 140,
		hidden: 150,
		inactive: 50,
		mismatched: 30,
		deactivatedThere: 30,
	},
	faults: [],
};
