import {SiteError} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
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

/**
Ids of the accounts in a project's customer role. Groups in the role are not followed: nobody is in it by himself through them.

@returns Undefined where the project has no such role, or the login may not see it.
*/
export async function readCustomerRole(
	client: JiraClient,
	projectKey: string,
	signal?: AbortSignal,
): Promise<readonly string[] | undefined> {
	try {
		const id = await findCustomerRole(client, projectKey, signal);

		if (id === undefined) {
			return undefined;
		}

		const {body} = await client.send(
			{
				operation: projectRole,
				path: {projectIdOrKey: projectKey, id},
				answer: wire.projectRole,
			},
			signal,
		);
		return body.actors?.flatMap(({actorUser}) => actorUser?.accountId ?? []);
	} catch (error) {
		if (isRefusal(error)) {
			return undefined;
		}

		throw error;
	}
}

async function findCustomerRole(
	client: JiraClient,
	projectKey: string,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const {body} = await client.send(
		{
			operation: listRoles,
			path: {projectIdOrKey: projectKey},
			answer: wire.projectRoles,
		},
		signal,
	);
	const [found] = customerRoles.flatMap((role) =>
		Object.entries(body).filter(([name]) => role.test(name)),
	);
	// The id is the last part of the role's address.
	return found?.[1].split('/').at(-1);
}

/** Roles answer 404 also to those who may not see them. */
function isRefusal(error: unknown): boolean {
	return (
		error instanceof SiteError &&
		['forbidden', 'not-found'].includes(error.facts.code)
	);
}
