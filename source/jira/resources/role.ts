import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {unlessHidden} from '../unless-hidden.ts';
import * as wire from '../wire.ts';

const appRole: Operation = {
	method: 'GET',
	path: '/rest/api/3/applicationrole/{key}',
};

const listRoles: Operation = {
	method: 'GET',
	path: '/rest/api/3/project/{projectIdOrKey}/role',
};

const projectRole: Operation = {
	method: 'GET',
	path: '/rest/api/3/project/{projectIdOrKey}/role/{id}',
};

/** Names the customer role goes by, the service desk's own first; a site may have renamed or translated it. */
const customerRoles = [
	/^(?:service desk|service management) customers?$/iv,
	/^customers?$/iv,
];

/** Ids of the groups whose members have an agent licence. Needs a Jira administrator. */
export async function listAgentGroups(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<readonly string[]> {
	const {body} = await client.send(
		{
			operation: appRole,
			path: {key: 'jira-servicedesk'},
			answer: wire.licenceRole,
		},
		signal,
	);
	return body.groupDetails?.map(({groupId}) => groupId) ?? [];
}

/** A role of a project. */
export type ProjectRole = {
	readonly id: string;
	readonly name: string;
	/** Whether it is the role that makes someone a customer of the project. */
	readonly isCustomerRole: boolean;
};

/** The roles of a project: their names, not who is in them. */
export async function listProjectRoles(
	client: JiraClient,
	projectKey: string,
	signal?: AbortSignal,
): Promise<readonly ProjectRole[]> {
	const {body} = await client.send(
		{
			operation: listRoles,
			path: {projectIdOrKey: projectKey},
			answer: wire.projectRoles,
		},
		signal,
	);
	const names = Object.keys(body);
	const [customers] = customerRoles.flatMap((role) =>
		names.filter((name) => role.test(name)),
	);
	return Object.entries(body).map(([name, address]) => ({
		// The id is the last part of the role's address.
		id: address.split('/').at(-1) ?? '',
		name,
		isCustomerRole: name === customers,
	}));
}

/**
Ids of the accounts in a role. Groups in it are not followed: nobody is in it by himself through them.

@returns Undefined where the answer does not tell who is in it.
*/
export async function readRoleActors(
	client: JiraClient,
	projectKey: string,
	role: ProjectRole,
	signal?: AbortSignal,
): Promise<readonly string[] | undefined> {
	const {body} = await client.send(
		{
			operation: projectRole,
			path: {projectIdOrKey: projectKey, id: role.id},
			answer: wire.projectRole,
		},
		signal,
	);
	return body.actors?.flatMap(({actorUser}) => actorUser?.accountId ?? []);
}

/**
Ids of the accounts in a project's customer role.

@returns Undefined where the project has no such role, or the login may not see it.
*/
export async function readCustomerRole(
	client: JiraClient,
	projectKey: string,
	roles = async () => listProjectRoles(client, projectKey),
	signal?: AbortSignal,
): Promise<readonly string[] | undefined> {
	return unlessHidden(async () => {
		const all = await roles();
		const role = all.find(({isCustomerRole}) => isCustomerRole);
		return role && readRoleActors(client, projectKey, role, signal);
	});
}
