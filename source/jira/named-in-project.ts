import pMap from 'p-map';
import {z} from 'zod';
import {type NamedAccount, type ServiceProject} from '../migration/model.ts';
import {type JiraClient} from './client.ts';
import {type Operation} from './operation.ts';
import {readGrantees} from './resources/permission-scheme.ts';
import {type ProjectRole, readRoleActors} from './resources/role.ts';
import {type Workflow, readWorkflowNames} from './resources/workflow.ts';
import {unlessHidden} from './unless-hidden.ts';

const readProject: Operation = {
	method: 'GET',
	path: '/rest/api/3/project/{projectIdOrKey}',
};

/** Roles read side by side. */
const rolesAtOnce = 8;

/** What others may have read already. */
type Known = {
	/** Those of the whole site. */
	readonly workflows: () => Promise<readonly Workflow[]>;
	/** Those of the project. */
	readonly roles: () => Promise<readonly ProjectRole[]>;
};

/** Accounts that a project names in its workflow rules, its permission scheme and its roles. What the login may not see names nobody. */
export async function namedInProject(
	client: JiraClient,
	project: ServiceProject,
	{workflows, roles}: Known,
	signal?: AbortSignal,
): Promise<readonly NamedAccount[]> {
	const found = await Promise.all([
		unlessHidden(async () =>
			namedInRoles(client, project, await roles(), signal),
		),
		unlessHidden(async () => namedInPermissions(client, project, signal)),
		unlessHidden(async () =>
			namedInWorkflows(client, project, await workflows(), signal),
		),
	]);
	return found.flatMap((named) => named ?? []);
}

/** The customer role is left out: whoever is in it is on the project's customer list. */
async function namedInRoles(
	client: JiraClient,
	{key}: ServiceProject,
	roles: readonly ProjectRole[],
	signal?: AbortSignal,
): Promise<readonly NamedAccount[]> {
	const customerRole = roles.find(({isCustomerRole}) => isCustomerRole);
	const named = await pMap(
		roles.filter((role) => role !== customerRole),
		async (role) => {
			const accounts = await readRoleActors(client, key, role, signal);
			return (accounts ?? []).map(
				(account) =>
					({
						account,
						as: 'project-role',
						example: `${key}: ${role.name}`,
					}) as const,
			);
		},
		{concurrency: rolesAtOnce},
	);
	return named.flat();
}

async function namedInPermissions(
	client: JiraClient,
	{key}: ServiceProject,
	signal?: AbortSignal,
): Promise<readonly NamedAccount[]> {
	const grantees = await readGrantees(client, key, signal);
	return grantees.map(({account, permission}) => ({
		account,
		as: 'permission',
		example: `${key}: ${permission}`,
	}));
}

async function namedInWorkflows(
	client: JiraClient,
	{key}: ServiceProject,
	workflows: readonly Workflow[],
	signal?: AbortSignal,
): Promise<readonly NamedAccount[]> {
	const id = await readProjectId(client, key, signal);
	const names = await readWorkflowNames(client, id, signal);
	return workflows
		.filter(({name, projectId}) =>
			projectId === undefined ? names.includes(name) : projectId === id,
		)
		.flatMap(({name, candidates}) =>
			candidates.map(
				(account) =>
					({account, as: 'workflow-rule', example: `${key}: ${name}`}) as const,
			),
		);
}

/** Schemes are asked for by the project's own number, which is not the service desk's. */
async function readProjectId(
	client: JiraClient,
	key: string,
	signal?: AbortSignal,
): Promise<string> {
	const {body} = await client.send(
		{
			operation: readProject,
			path: {projectIdOrKey: key},
			answer: z.object({id: z.coerce.string()}),
		},
		signal,
	);
	return body.id;
}
