import {type FaultName} from '../faults/fault.ts';
import {atlassian, portalOnly, staff} from './people-stories.ts';
import {type ProjectStory, type Scenario} from './story.ts';

const departments = [
	'IT Help',
	'People',
	'Legal',
	'Finance',
	'Facilities Desk',
	'Security',
	'Marketing',
	'Support',
	'Procurement',
	'Data',
	'Research',
];

/** As many as one published migration had: 25,000 customers, 150 organizations, 33 service projects. */
export const large: Scenario = grown({
	name: 'large',
	about:
		'As large as one published migration: 25,000 customers, 150 organizations, 33 service projects.',
	projects: 33,
	customers: 25_000,
	organizations: 150,
	requests: 20_000,
});

export const huge: Scenario = grown({
	name: 'huge',
	about:
		'1,000,000 customers, 5,000 organizations, 33 service projects, 200,000 requests; made while they are read.',
	projects: 33,
	customers: 1_000_000,
	organizations: 5000,
	requests: 200_000,
});

/** Small enough to be quick. Every fault here passes, so a patient client ends as if there were none. */
export const flaky: Scenario = grown({
	name: 'flaky',
	about:
		'300 customers and 20 organizations on sites where answers are late, lost, cut or refused; patience gets over all of it.',
	projects: 3,
	customers: 300,
	organizations: 20,
	requests: 200,
	faults: [
		'latency',
		'burst',
		'html-429',
		'server-error',
		'cut-body',
		'drop-before',
		'drop-after',
	],
});

/** A scenario whose people, organizations and requests are all generated. */
function grown(
	options: Pick<
		Scenario,
		'name' | 'about' | 'customers' | 'organizations' | 'requests'
	> & {readonly projects: number; readonly faults?: readonly FaultName[]},
): Scenario {
	const {projects, faults = [], ...rest} = options;
	const shared = projectStories(projects);
	return {
		...rest,
		source: {
			title: 'Northwind',
			people: staff('northwind.example'),
			organizations: [],
			projects: shared,
			requests: [],
			voices: [],
			language: 'en',
		},
		destination: {
			title: 'Contoso',
			people: [
				...staff('contoso.example'),
				portalOnly('jwilson', 'Joan Wilson', 'jwilson@contoso.example'),
				atlassian('placeholder', 'Imported User', 'imported@contoso.example'),
				portalOnly('former', 'Former Contoso', 'former@contoso.example', {
					state: 'deleted',
				}),
			],
			organizations: [],
			// The last project of the source has no counterpart, and the destination has one of its own.
			projects: [
				...shared.slice(0, -1),
				{key: 'FAC', name: 'Facilities', access: 'open'},
			],
			requests: [{project: 'FAC', summary: 'Heating', reporter: 'jwilson'}],
			voices: ['jwilson'],
			language: 'de',
		},
		mix: {
			atlassian: 140,
			hidden: 150,
			inactive: 50,
			mismatched: 30,
			deactivatedThere: 30,
		},
		faults,
	};
}

function projectStories(count: number): readonly ProjectStory[] {
	return Array.from({length: count}, (_, index) => ({
		key: `SD${index + 1}`,
		name: `${departments[index % departments.length]!} ${Math.floor(index / departments.length) + 1}`,
		access: index % 3 === 0 ? 'open' : 'restricted',
		management: index % 5 === 4 ? 'team' : 'company',
	}));
}
