import {type BaseMembers, PeopleSet} from './people-set.ts';
import {type People} from './people.ts';

/** Who may raise requests: anyone, or only those on the customer list and the members of linked organizations. */
export type Access = 'open' | 'restricted';

/** A role that exists in every project of a site. */
export type RoleDefinition = {
	readonly id: number;
	readonly name: string;
	readonly description: string;
};

/** What a permission scheme grants. Holder types are those of Atlassian's documentation of permission schemes. */
export type PermissionGrant = {
	readonly id: number;
	readonly permission: string;
	readonly holder: {readonly type: string; readonly parameter?: string};
};

export type WorkflowRule = {
	readonly ruleKey: string;
	readonly parameters: Readonly<Record<string, string>>;
};

export type BaseProject = {
	readonly id: number;
	readonly serviceDeskId: number;
	readonly key: string;
	readonly name: string;
	readonly access: Access;
	readonly management: 'company' | 'team';
	readonly lead: string;
	readonly componentLead: string | undefined;
	readonly organizations: readonly number[];
	readonly actors: ReadonlyMap<
		number,
		{readonly users: BaseMembers; readonly groups: readonly string[]}
	>;
	readonly grants: readonly PermissionGrant[];
	readonly workflowRules: readonly WorkflowRule[];
};

export type Project = Omit<BaseProject, 'organizations' | 'actors'> & {
	readonly organizations: Set<number>;
	readonly actors: ReadonlyMap<
		number,
		{readonly users: PeopleSet; readonly groups: Set<string>}
	>;
	/** The users in the customers' role: the customer list of the service project. */
	readonly customers: PeopleSet;
};

/** The role ids every practice site has; real sites have others, and other names. */
export const roleIds = {
	administrators: 10_002,
	customers: 10_100,
	team: 10_101,
	viewers: 10_102,
} as const;

/** The service projects of one site. */
export class Projects {
	readonly all: readonly Project[];
	readonly #byKey: ReadonlyMap<string, Project>;

	constructor(people: People, base: readonly BaseProject[]) {
		this.all = base.map((project) => openProject(people, project));
		this.#byKey = new Map(this.all.map((project) => [project.key, project]));
	}

	/** A project by its key or the number of the project. */
	find(idOrKey: string): Project | undefined {
		return (
			this.#byKey.get(idOrKey) ??
			this.all.find((project) => String(project.id) === idOrKey)
		);
	}

	/**
	A project by any identifier the service desk API takes: the service desk's number, the key, or either with
	`projectKey:`, `projectId:` or `serviceDeskId:` in front.
	*/
	findServiceDesk(identifier: string): Project | undefined {
		const [kind, value = ''] = identifier.includes(':')
			? identifier.split(':', 2)
			: ['any', identifier];
		return this.all.find(
			(project) =>
				(['any', 'serviceDeskId'].includes(kind!) &&
					String(project.serviceDeskId) === value) ||
				(['any', 'projectKey'].includes(kind!) && project.key === value) ||
				(kind === 'projectId' && String(project.id) === value),
		);
	}
}

function openProject(
	people: People,
	{organizations, actors, ...project}: BaseProject,
): Project {
	const opened = new Map(
		Array.from(Object.values(roleIds), (roleId) => {
			const {users, groups} = actors.get(roleId) ?? {
				users: undefined,
				groups: [],
			};
			return [
				roleId,
				{users: new PeopleSet(people, users), groups: new Set(groups)},
			];
		}),
	);
	return {
		...project,
		organizations: new Set(organizations),
		actors: opened,
		customers: opened.get(roleIds.customers)!.users,
	};
}
