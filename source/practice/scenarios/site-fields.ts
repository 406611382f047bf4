import {type FieldDefinition} from '../world/request-fields.ts';

const jiraType = 'com.atlassian.jira.plugin.system.customfieldtypes';
const serviceDeskType = 'com.atlassian.servicedesk';

/**
The fields of a site, with its own numbers and names for the custom ones. Real sites name these fields in the language
of whoever set them up, so that only `schema.custom` tells what a field is.
*/
export function siteFields(
	firstNumber: number,
	language: keyof typeof names,
): readonly FieldDefinition[] {
	const custom = (
		offset: number,
		holds: keyof (typeof names)['en'],
		shape: FieldDefinition['shape'],
		type: string,
	): FieldDefinition => ({
		id: `customfield_${firstNumber + offset}`,
		name: names[language][holds],
		shape,
		holds,
		custom: type,
	});
	return [
		{id: 'summary', name: 'Summary', shape: 'text', holds: 'summary'},
		{
			id: 'description',
			name: 'Description',
			shape: 'document',
			holds: 'description',
		},
		{id: 'reporter', name: 'Reporter', shape: 'user', holds: 'reporter'},
		{id: 'assignee', name: 'Assignee', shape: 'user', holds: 'assignee'},
		custom(
			0,
			'organizations',
			'organizations',
			`${serviceDeskType}:sd-customer-organizations`,
		),
		custom(1, 'approvers', 'users', `${jiraType}:multiuserpicker`),
		custom(
			24,
			'participants',
			'users',
			`${serviceDeskType}:sd-request-participants`,
		),
		custom(30, 'contact', 'user', `${jiraType}:userpicker`),
		custom(31, 'stakeholders', 'users', `${jiraType}:multiuserpicker`),
		custom(32, 'owners', 'users', `${jiraType}:people`),
		custom(33, 'notes', 'document', `${jiraType}:textarea`),
	];
}

const names = {
	en: {
		participants: 'Request participants',
		organizations: 'Organizations',
		approvers: 'Approvers',
		contact: 'Contact',
		stakeholders: 'Stakeholders',
		owners: 'Owners',
		notes: 'Site notes',
	},
	de: {
		participants: 'Anfrageteilnehmer',
		organizations: 'Organisationen',
		approvers: 'Genehmiger',
		contact: 'Ansprechpartner',
		stakeholders: 'Beteiligte',
		owners: 'Verantwortliche',
		notes: 'Notizen vor Ort',
	},
} as const;
