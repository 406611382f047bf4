import {type BaseMembers} from '../world/people-set.ts';
import {
	type BaseProject,
	type PermissionGrant,
	type RoleDefinition,
	roleIds,
	type WorkflowRule,
} from '../world/projects.ts';
import {type Population} from './population.ts';
import {type LinkedOrganization} from './site-organizations.ts';
import {type ProjectStory} from './story.ts';

/** The service projects of a site, with their customer lists, roles, permission schemes and workflow rules. */
export function siteProjects(
	stories: readonly ProjectStory[],
	population: Population,
	organizations: readonly LinkedOrganization[],
	options: {
		readonly firstServiceDeskId: number;
		readonly agentsGroupId: string;
		readonly lead: string;
	},
): readonly BaseProject[] {
	return stories.map((story, index) => ({
		id: 10_000 + index,
		serviceDeskId: options.firstServiceDeskId + index,
		key: story.key,
		name: story.name,
		access: story.access,
		management: story.management ?? 'company',
		lead: options.lead,
		componentLead: population.accountId(story.componentLead),
		organizations: organizations
			.filter(({projects}) => projects.includes(story.key))
			.map(({id}) => id),
		actors: new Map([
			[
				roleIds.administrators,
				{users: population.members(['admin']), groups: []},
			],
			[
				roleIds.team,
				{users: population.members([]), groups: [options.agentsGroupId]},
			],
			[
				roleIds.customers,
				{
					users: customerList(story, population, index, stories.length),
					groups: [],
				},
			],
			[
				roleIds.viewers,
				{users: population.members(story.viewers ?? []), groups: []},
			],
		]),
		grants: permissionGrants(population.accountId(story.grantedUser)),
		workflowRules: workflowRules(story, population.accountId(story.ruleUser)),
	}));
}

/** The roles of a site. Sites rename them, so a client must not look for the English names only. */
export function siteRoles(
	customersRole = 'Service Desk Customers',
): readonly RoleDefinition[] {
	return [
		{
			id: roleIds.administrators,
			name: 'Administrators',
			description: 'People who administer a project.',
		},
		{
			id: roleIds.customers,
			name: customersRole,
			description: 'People who raise requests.',
		},
		{
			id: roleIds.team,
			name: 'Service Desk Team',
			description: 'People who work on requests.',
		},
		{id: roleIds.viewers, name: 'Viewers', description: 'People who may look.'},
	];
}

/** One in four of the generated people is on the customer list of some project by himself. */
function customerList(
	story: ProjectStory,
	population: Population,
	index: number,
	projects: number,
): BaseMembers {
	const {first, size} = population.generated;
	return {
		...population.members(story.customers ?? []),
		ranges: [
			{from: first + 4 * index + 1, to: first + size, step: 4 * projects},
		],
	};
}

function permissionGrants(
	user: string | undefined,
): readonly PermissionGrant[] {
	const role = (permission: string, roleId: number) => ({
		permission,
		holder: {type: 'projectRole', parameter: String(roleId)},
	});
	return [
		role('ADMINISTER_PROJECTS', roleIds.administrators),
		role('BROWSE_PROJECTS', roleIds.team),
		{permission: 'BROWSE_PROJECTS', holder: {type: 'sd.customer.portal.only'}},
		{permission: 'EDIT_ISSUES', holder: {type: 'reporter'}},
		...(user === undefined
			? []
			: [
					{permission: 'ADD_COMMENTS', holder: {type: 'user', parameter: user}},
				]),
	].map((grant, index) => ({id: 10_400 + index, ...grant}));
}

function workflowRules(
	{management}: ProjectStory,
	user: string | undefined,
): readonly WorkflowRule[] {
	if (user === undefined) {
		return [];
	}

	// Only team-managed projects let a condition name accounts. Source: Atlassian's OpenAPI, workflow rules.
	const condition = {
		ruleKey: 'system:restrict-issue-transition',
		parameters: {accountIds: `allow-reporter,${user}`},
	};
	const postFunction = {
		ruleKey: 'system:change-assignee',
		parameters: {type: 'to-selected-user', accountId: user},
	};
	return [management === 'team' ? condition : postFunction];
}
