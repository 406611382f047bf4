import {type PersonStory} from './story.ts';

type Details = Pick<PersonStory, 'state' | 'isEmailHidden'>;

/** A customer with a portal-only account. */
export const portalOnly = (
	key: string,
	name: string,
	email: string,
	details: Details = {},
): PersonStory => ({
	key,
	name,
	email,
	kind: 'portal-only',
	...details,
});

/** A customer with an Atlassian account. */
export const atlassian = (
	key: string,
	name: string,
	email: string,
	details: Details = {},
): PersonStory => ({
	key,
	name,
	email,
	kind: 'atlassian',
	...details,
});

/** The people every site has besides its customers: three agents, one of them its administrator, and two apps. */
export const staff = (domain: string): readonly PersonStory[] => [
	{
		key: 'admin',
		name: 'Ada Administrator',
		email: `ada@${domain}`,
		kind: 'admin',
	},
	{key: 'agent', name: 'Iris Agent', email: `iris@${domain}`, kind: 'agent'},
	{key: 'agent2', name: 'Noel Agent', email: `noel@${domain}`, kind: 'agent'},
	{
		key: 'automation',
		name: 'Automation for Jira',
		email: `automation@app.${domain}`,
		kind: 'app',
	},
	{key: 'slack', name: 'Slack', email: `slack@app.${domain}`, kind: 'app'},
];
