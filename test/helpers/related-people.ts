import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {type Project} from '../../source/practice/world/projects.ts';

/** Who is related to some projects, by what they are. Each is a set of account ids. */
export type RelatedPeople = {
	readonly customers: ReadonlySet<string>;
	readonly agents: ReadonlySet<string>;
	readonly apps: ReadonlySet<string>;
	readonly deleted: ReadonlySet<string>;
};

/**
Finds everyone the projects name by looking at the whole world of a site, without regard to what a field or a setting is called: whatever text is an account id names that account.
*/
export function relatedPeople(
	{world}: PracticeSite,
	keys: readonly string[],
): RelatedPeople {
	const named = new Set<string>();
	const organizations = new Set<number>();
	const lookAt = (value: unknown) => {
		for (const word of wordsIn(value)) {
			const person = world.people.find(word);

			if (person !== undefined) {
				named.add(person.accountId);
			}
		}
	};

	for (const project of world.projects.all) {
		if (!keys.includes(project.key)) {
			continue;
		}

		lookAt(settingsOf(project));

		for (const id of project.organizations) {
			organizations.add(id);
		}
	}

	for (let index = 0; index < world.requests.size; index++) {
		const request = world.requests.at(index);

		if (!keys.includes(request.projectKey)) {
			continue;
		}

		lookAt(request);

		for (const id of request.organizations) {
			organizations.add(id);
		}
	}

	for (const id of organizations) {
		lookAt(world.organizations.find(id)?.members.accountIds());
	}

	return sorted(world, named);
}

/** Roles, permissions and workflow rules; that someone leads a project relates him to nothing. */
function settingsOf({actors, grants, workflowRules}: Project): unknown {
	const roles = Array.from(actors.values(), ({users}) => users.accountIds());
	return [roles, grants, workflowRules];
}

function* wordsIn(value: unknown): Generator<string> {
	if (typeof value === 'string') {
		yield* value.split(',');
	} else if (typeof value === 'object' && value !== null) {
		for (const inner of Object.values(value)) {
			yield* wordsIn(inner);
		}
	}
}

function sorted(
	{people, groups}: PracticeSite['world'],
	ids: ReadonlySet<string>,
): RelatedPeople {
	const agents = new Set(
		groups.all
			.filter(({name}) => name.startsWith('jira-servicemanagement-users-'))
			.flatMap(({members}) => members.accountIds()),
	);
	const kinds = Map.groupBy(ids, (id): keyof RelatedPeople => {
		const {accountType, isDeleted} = people.find(id)!;

		if (accountType === 'app') {
			return 'apps';
		}

		return isDeleted ? 'deleted' : agents.has(id) ? 'agents' : 'customers';
	});
	return {
		customers: new Set(kinds.get('customers')),
		agents: new Set(kinds.get('agents')),
		apps: new Set(kinds.get('apps')),
		deleted: new Set(kinds.get('deleted')),
	};
}
