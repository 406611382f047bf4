import {json} from '../http/answer.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {groupBody} from './group.ts';

const root = '/rest/api/3/applicationrole';

/** Which groups give a licence: the way to tell agents from customers. */
export const licenceRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: root,
		audience: 'jira-admins',
		handle: ({site}) => json(licences(site)),
	},
	{
		method: 'GET',
		path: `${root}/{key}`,
		audience: 'jira-admins',
		handle: getAppRole,
	},
];

/** Source: Atlassian's OpenAPI, schema `ApplicationRole`. */
export function licences(site: Site) {
	const agents = site.world.groups.named(
		`jira-servicemanagement-users-${site.slug}`,
	);
	const groups = agents ? [agents] : [];
	const names = groups.map(({name}) => name);
	const details = groups.map((group) => groupBody(site, group));
	const userCount = agents?.members.size ?? 0;
	return [
		{
			key: 'jira-servicedesk',
			name: 'Jira Service Management',
			groups: names,
			groupDetails: details,
			defaultGroups: names,
			defaultGroupsDetails: details,
			selectedByDefault: false,
			defined: true,
			numberOfSeats: 100,
			remainingSeats: Math.max(0, 100 - userCount),
			userCount,
			userCountDescription: `${userCount} agents`,
			hasUnlimitedSeats: false,
			platform: false,
		},
	];
}

function getAppRole(call: Call) {
	const role = licences(call.site).find(({key}) => key === call.path['key']);
	if (!role) {
		throw new Refusal(
			404,
			`No application role with the key '${call.path['key']}' was found.`,
		);
	}

	return json(role);
}
