import {type RequestStory} from './story.ts';

/**
The requests of Northwind that are told one by one. Whoever is named after a reason is in exactly one place here, or in
the project's settings, and in no organization.
*/
export const northwindRequests: readonly RequestStory[] = [
	{
		project: 'IT',
		summary: 'New laptop',
		reporter: 'jsmith',
		organizations: ['Acme Inc.'],
		assignee: 'agent',
	},
	{
		project: 'IT',
		summary: 'Raised by Rita',
		reporter: 'reporter',
		creator: 'agent',
		assignee: 'agent',
	},
	{
		project: 'IT',
		summary: 'Paul takes part',
		reporter: 'dmurphy',
		participants: ['participant', 'jsmith'],
	},
	{
		project: 'HR',
		summary: 'Ann has to approve',
		reporter: 'alice',
		approvers: ['approver'],
	},
	{
		project: 'IT',
		summary: 'Peter is the contact',
		reporter: 'bill',
		contact: 'picked',
	},
	{
		project: 'IT',
		summary: 'Mona is a stakeholder',
		reporter: 'peter',
		stakeholders: ['picked-too', 'bill'],
	},
	{
		project: 'LEGAL',
		summary: 'Otis is the owner',
		reporter: 'art',
		owners: ['owner'],
	},
	{
		project: 'IT',
		summary: 'Cora created it for somebody',
		reporter: 'milton',
		creator: 'creator',
	},
	{
		project: 'IT',
		summary: 'Asa works on it',
		reporter: 'samir',
		assignee: 'assignee',
	},
	{
		project: 'IT',
		summary: 'Connie commented',
		reporter: 'hank',
		// A search shows the first comments and worklogs only, and these two come later.
		comments: [
			...Array.from({length: 24}, () => ({
				author: 'agent',
				text: 'Still looking into it.',
			})),
			{author: 'commenter', text: 'I have seen this too.'},
		],
	},
	{
		project: 'HR',
		summary: 'Mia is mentioned in a comment',
		reporter: 'rebecca',
		comments: [
			{author: 'agent', text: 'Mia knows more.', mentions: 'mentioned'},
		],
	},
	{
		project: 'HR',
		summary: 'Desmond is mentioned above',
		reporter: 'robert',
		mentionedInDescription: 'described',
	},
	{
		project: 'IT',
		summary: 'Nate is mentioned in the notes',
		reporter: 'tony',
		mentionedInNotes: 'noted',
	},
	{
		project: 'IT',
		summary: 'Will logged work',
		reporter: 'pepper',
		worklogs: [
			...Array.from({length: 24}, () => ({author: 'agent'})),
			{author: 'worklogger'},
		],
	},
	{
		project: 'IT',
		summary: 'Request of a deleted customer',
		reporter: 'former',
		organizations: ['Wonka Foods'],
	},
	{
		project: 'IT',
		summary: 'Comment of a deleted customer',
		reporter: 'willy',
		comments: [{author: 'former2', text: 'This was me.'}],
	},
	{
		project: 'IT',
		summary: 'Raised by an agent',
		reporter: 'agent2',
		participants: ['charlie'],
	},
	{
		project: 'IT',
		summary: 'Raised by an app',
		reporter: 'automation',
		organizations: ['Initech'],
	},
	// The organization is linked to another project only.
	{
		project: 'HR',
		summary: 'Contract for imports',
		reporter: 'george',
		organizations: ['Vandelay Imports'],
	},
	{
		project: 'LEGAL',
		summary: 'Licence of the recipe',
		reporter: 'willy',
		organizations: ['Wonka Foods'],
	},
	{
		project: 'LEGAL',
		summary: 'Compression patent',
		reporter: 'richard',
		participants: ['dinesh', 'jared'],
	},
	{
		project: 'HR',
		summary: 'Sabbatical',
		reporter: 'bruce',
		organizations: ['Wayne Enterprises'],
		approvers: ['lucius'],
	},
	{
		project: 'IT',
		summary: 'Lab network',
		reporter: 'walter',
		organizations: ['Massive Dynamic'],
	},
	{
		project: 'IT',
		summary: 'Signal from the future',
		reporter: 'miles',
		participants: ['sarah', 'kyle'],
	},
];
