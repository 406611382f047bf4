import {addCustomer, newCustomer} from './resources/customer.ts';
import {type Site} from './site.ts';
import {type PersonChange} from './world/people.ts';
import {roleIds} from './world/projects.ts';
import {seededUuid} from './world/random.ts';
import {type RequestFields, type RequestRecord} from './world/requests.ts';

/** What other people may do on a site while somebody copies. Account ids and organization ids are those of the site. */
export type SomeoneElse = {
	createOrganization(name: string): number;
	renameOrganization(organizationId: number, name: string): void;
	deleteOrganization(organizationId: number): void;
	addMembers(organizationId: number, accountIds: readonly string[]): void;
	removeMembers(organizationId: number, accountIds: readonly string[]): void;
	linkOrganization(projectKey: string, organizationId: number): void;
	unlinkOrganization(projectKey: string, organizationId: number): void;
	/** Creates a portal-only account and returns its id. */
	createCustomer(email: string, displayName: string): string;
	changePerson(accountId: string, change: PersonChange): void;
	deletePerson(accountId: string): void;
	addDeskCustomers(projectKey: string, accountIds: readonly string[]): void;
	removeDeskCustomers(projectKey: string, accountIds: readonly string[]): void;
	/** Raises a request and returns its key. */
	createRequest(projectKey: string, fields: Partial<RequestFields>): string;
	editRequest(key: string, fields: Partial<RequestFields>): void;
};

export function someoneElse(site: Site): SomeoneElse {
	const actors = (projectKey: string, accountIds: readonly string[]) => ({
		projectKey,
		roleId: roleIds.customers,
		accountIds,
		groupIds: [],
	});
	return {
		createOrganization: (name) => createOrganization(site, name),
		renameOrganization(organizationId, name) {
			site.commit({type: 'organization-renamed', organizationId, name});
		},
		deleteOrganization(organizationId) {
			site.commit({type: 'organization-deleted', organizationId});
		},
		addMembers(organizationId, accountIds) {
			site.commit({type: 'members-added', organizationId, accountIds});
		},
		removeMembers(organizationId, accountIds) {
			site.commit({type: 'members-removed', organizationId, accountIds});
		},
		linkOrganization(projectKey, organizationId) {
			site.commit({type: 'organization-linked', projectKey, organizationId});
		},
		unlinkOrganization(projectKey, organizationId) {
			site.commit({type: 'organization-unlinked', projectKey, organizationId});
		},
		createCustomer: (email, displayName) =>
			addCustomer(site, newCustomer(site, email, displayName)).accountId,
		changePerson(accountId, change) {
			site.commit({type: 'person-changed', accountId, change});
		},
		deletePerson(accountId) {
			site.commit({type: 'person-deleted', accountId});
		},
		addDeskCustomers(projectKey, accountIds) {
			site.commit({type: 'actors-added', ...actors(projectKey, accountIds)});
		},
		removeDeskCustomers(projectKey, accountIds) {
			site.commit({type: 'actors-removed', ...actors(projectKey, accountIds)});
		},
		createRequest: (projectKey, fields) =>
			createRequest(site, projectKey, fields),
		editRequest(key, fields) {
			const emptied = (
				Object.keys(fields) as Array<keyof RequestFields>
			).filter((name) => fields[name] === undefined);
			const id = site.world.requests.find(key)?.id ?? key;
			site.commit({
				type: 'request-edited',
				id,
				fields,
				emptied,
				at: site.now().getTime(),
			});
		},
	};
}

function createOrganization(site: Site, name: string): number {
	const id = site.world.organizations.nextId;
	const uuid = seededUuid(site.seed, `${site.name} organization ${id}`);
	const createdAt = site.now().getTime();
	site.commit({
		type: 'organization-added',
		facts: {id, name, uuid, createdAt, isManaged: false, domains: []},
	});
	return id;
}

function createRequest(
	site: Site,
	projectKey: string,
	fields: Partial<RequestFields>,
): string {
	const at = site.now().getTime();
	const key = `${projectKey}-${site.world.requests.nextNumber(projectKey)}`;
	const request: RequestRecord = {
		id: String(5_000_000 + site.world.requests.size),
		key,
		projectKey,
		summary: 'Raised meanwhile',
		description: undefined,
		reporter: undefined,
		assignee: undefined,
		participants: [],
		organizations: [],
		approvers: [],
		contact: undefined,
		stakeholders: [],
		owners: [],
		notes: undefined,
		creator: fields.reporter,
		createdAt: at,
		updatedAt: at,
		status: 'Waiting for support',
		comments: [],
		worklogs: [],
		...fields,
	};
	site.commit({type: 'request-added', request});
	return key;
}
