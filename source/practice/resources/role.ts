import {bodyTexts} from '../http/body.ts';
import {empty, json} from '../http/answer.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {type Project, type RoleDefinition} from '../world/projects.ts';
import {projectOf} from './project.ts';

const root = '/rest/api/3/project/{projectIdOrKey}/role';

/** Project roles and who is in them. */
export const roleRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: '/rest/api/3/role',
		audience: 'jira-admins',
		handle: ({site}) =>
			json(site.world.roles.map((role) => roleBody(site, role))),
	},
	{
		method: 'GET',
		path: root,
		audience: 'jira-admins',
		forbiddenStatus: 404,
		handle: listProjectRoles,
	},
	{
		method: 'GET',
		path: `${root}/{id}`,
		audience: 'jira-admins',
		forbiddenStatus: 404,
		perSecond: 200,
		handle: (call) =>
			json(projectRoleBody(call, projectOf(call), roleOf(call))),
	},
	{
		method: 'POST',
		path: `${root}/{id}`,
		audience: 'jira-admins',
		forbiddenStatus: 401,
		handle: addActors,
	},
	{
		method: 'DELETE',
		path: `${root}/{id}`,
		audience: 'jira-admins',
		forbiddenStatus: 404,
		handle: removeActor,
	},
];

function roleOf({site, path}: Call): RoleDefinition {
	const role = site.world.roles.find(({id}) => String(id) === path['id']);
	if (!role) {
		throw new Refusal(
			404,
			`The project role with id '${path['id']}' does not exist.`,
		);
	}

	return role;
}

function roleBody({url}: Site, {id, name, description}: RoleDefinition) {
	return {self: `${url}/rest/api/3/role/${id}`, name, id, description};
}

/** An object from each role's name to its link. */
function listProjectRoles(call: Call) {
	const {id} = projectOf(call);
	const {url, world} = call.site;
	return json(
		Object.fromEntries(
			world.roles.map((role) => [
				role.name,
				`${url}/rest/api/3/project/${id}/role/${role.id}`,
			]),
		),
	);
}

/** Source: Atlassian's OpenAPI, schemas `ProjectRole` and `RoleActor`. */
function projectRoleBody(
	{site, query}: Call,
	project: Project,
	role: RoleDefinition,
) {
	const {users, groups} = project.actors.get(role.id)!;
	const people = users
		.accountIds()
		.map((accountId) => site.world.people.find(accountId)!)
		.filter(
			(person) =>
				person.isActive || query.get('excludeInactiveUsers') !== 'true',
		);
	return {
		...roleBody(site, role),
		self: `${site.url}/rest/api/3/project/${project.id}/role/${role.id}`,
		...(project.management === 'team' && {
			scope: {
				type: 'PROJECT',
				project: {id: String(project.id), key: project.key, name: project.name},
			},
		}),
		actors: [
			...people.map(({accountId, displayName}, index) => ({
				id: 20_000 + index,
				displayName,
				type: 'atlassian-user-role-actor',
				actorUser: {accountId},
			})),
			...Array.from(groups, (groupId, index) => {
				const name = site.world.groups.find(groupId)?.name ?? '';
				return {
					id: 10_000 + index,
					displayName: name,
					type: 'atlassian-group-role-actor',
					actorGroup: {name, displayName: name, groupId},
				};
			}),
		],
	};
}

/** Unknown and inactive users are refused with 404, and none of the others is added (documented). */
function addActors(call: Call) {
	const {site} = call;
	const [project, role] = [projectOf(call), roleOf(call)];
	refuseOnFreePlan(site);
	const accountIds = bodyTexts(call, 'user');
	const groupIds = [
		...bodyTexts(call, 'groupId'),
		...bodyTexts(call, 'group').map(
			(name) => site.world.groups.named(name)?.groupId ?? name,
		),
	];
	const isKnown =
		accountIds.every(
			(accountId) => site.world.people.find(accountId)?.isActive,
		) && groupIds.every((groupId) => site.world.groups.find(groupId));
	if (!isKnown) {
		throw new Refusal(
			404,
			'We can’t find one of the users or groups, or it is not active.',
		);
	}

	site.commit({
		type: 'actors-added',
		projectKey: project.key,
		roleId: role.id,
		accountIds,
		groupIds,
	});
	return json(projectRoleBody(call, project, role));
}

/** Answers 204 for an actor who is not in the role, too (observed). */
function removeActor(call: Call) {
	const {site, query} = call;
	const [project, role] = [projectOf(call), roleOf(call)];
	refuseOnFreePlan(site);
	const group = query.get('group');
	const groupId =
		query.get('groupId') ??
		(group === null ? undefined : site.world.groups.named(group)?.groupId);
	const accountIds = query.getAll('user');
	if (accountIds.length === 0 && groupId === undefined) {
		throw new Refusal(400, 'Either the user or the group has to be given.');
	}

	site.commit({
		type: 'actors-removed',
		projectKey: project.key,
		roleId: role.id,
		accountIds,
		groupIds: groupId === undefined ? [] : [groupId],
	});
	return empty();
}

/** Observed: the Free plan refuses every change of role actors and names itself. */
function refuseOnFreePlan({habits}: Site): void {
	if (habits.freePlan) {
		throw new Refusal(
			400,
			'Project roles can’t be changed on the Free plan. Upgrade to change them.',
		);
	}
}
