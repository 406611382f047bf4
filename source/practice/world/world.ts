import {type BasePeople} from './base-people.ts';
import {type Change} from './change.ts';
import {type BaseGroup, Groups} from './groups.ts';
import {type Mail} from './mail.ts';
import {type BaseOrganization, Organizations} from './organizations.ts';
import {People} from './people.ts';
import {type BaseProject, Projects, type RoleDefinition} from './projects.ts';
import {type FieldDefinition} from './request-fields.ts';
import {type BaseRequests, Requests} from './requests.ts';

/** How a site is before anything happens to it. */
export type WorldBase = {
	readonly people: BasePeople;
	readonly organizations: readonly BaseOrganization[];
	readonly projects: readonly BaseProject[];
	readonly groups: readonly BaseGroup[];
	readonly roles: readonly RoleDefinition[];
	readonly fields: readonly FieldDefinition[];
	readonly requests: BaseRequests;
};

/** Everything on one site, as it is now. It changes through `applyChange` alone. */
export type World = {
	readonly people: People;
	readonly organizations: Organizations;
	readonly projects: Projects;
	readonly groups: Groups;
	readonly roles: readonly RoleDefinition[];
	readonly fields: readonly FieldDefinition[];
	readonly requests: Requests;
	/** The account ids of those who have had an invitation. */
	readonly invited: Set<string>;
	readonly mails: Mail[];
};

export function openWorld(base: WorldBase): World {
	const people = new People(base.people);
	return {
		people,
		organizations: new Organizations(people, base.organizations),
		projects: new Projects(people, base.projects),
		groups: new Groups(people, base.groups),
		roles: base.roles,
		fields: base.fields,
		requests: new Requests(base.requests),
		invited: new Set(),
		mails: [],
	};
}

/** Lets something happen to the world. A change that names something unknown has no effect. */
export function applyChange(world: World, change: Change): void {
	const effect = effects[change.type] as (world: World, change: Change) => void;
	effect(world, change);
}

type Effects = {
	readonly [Type in Change['type']]: (
		world: World,
		change: Extract<Change, {type: Type}>,
	) => void;
};

const effects: Effects = {
	'person-added'({people}, {person}) {
		people.add(person);
	},
	'person-changed'({people}, {accountId, change}) {
		people.change(accountId, change);
	},
	'person-deleted'({people}, {accountId}) {
		people.delete(accountId);
	},
	'person-invited'({invited}, {accountId}) {
		invited.add(accountId);
	},
	'organization-added'({organizations}, {facts}) {
		organizations.add(facts);
	},
	'organization-renamed'({organizations}, {organizationId, name}) {
		organizations.rename(organizationId, name);
	},
	'organization-deleted'({organizations, projects}, {organizationId}) {
		organizations.delete(organizationId);
		for (const project of projects.all) {
			project.organizations.delete(organizationId);
		}
	},
	'members-added'({organizations}, {organizationId, accountIds}) {
		organizations.find(organizationId)?.members.add(accountIds);
	},
	'members-removed'({organizations}, {organizationId, accountIds}) {
		organizations.find(organizationId)?.members.remove(accountIds);
	},
	'property-set'({organizations}, {organizationId, key, value}) {
		organizations.find(organizationId)?.properties.set(key, value);
	},
	'property-deleted'({organizations}, {organizationId, key}) {
		organizations.find(organizationId)?.properties.delete(key);
	},
	'organization-linked'({projects}, {projectKey, organizationId}) {
		projects.find(projectKey)?.organizations.add(organizationId);
	},
	'organization-unlinked'({projects}, {projectKey, organizationId}) {
		projects.find(projectKey)?.organizations.delete(organizationId);
	},
	'actors-added'({projects}, {projectKey, roleId, accountIds, groupIds}) {
		const actors = projects.find(projectKey)?.actors.get(roleId);
		actors?.users.add(accountIds);
		for (const groupId of groupIds) {
			actors?.groups.add(groupId);
		}
	},
	'actors-removed'({projects}, {projectKey, roleId, accountIds, groupIds}) {
		const actors = projects.find(projectKey)?.actors.get(roleId);
		actors?.users.remove(accountIds);
		for (const groupId of groupIds) {
			actors?.groups.delete(groupId);
		}
	},
	'group-added'({groups}, {groupId, name}) {
		groups.add(groupId, name);
	},
	'group-deleted'({groups}, {groupId}) {
		groups.delete(groupId);
	},
	'group-member-added'({groups}, {groupId, accountId}) {
		groups.find(groupId)?.members.add([accountId]);
	},
	'group-member-removed'({groups}, {groupId, accountId}) {
		groups.find(groupId)?.members.remove([accountId]);
	},
	'request-added'({requests}, {request}) {
		requests.add(request);
	},
	'request-edited'({requests}, {id, fields, emptied, at}) {
		requests.edit(
			id,
			{
				...fields,
				...Object.fromEntries(emptied.map((field) => [field, undefined])),
			},
			at,
		);
	},
	'mail-sent'({mails}, {mail}) {
		mails.push(mail);
	},
};
