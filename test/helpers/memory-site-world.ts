import {type LinkField} from '../../source/migration/activity/request-links.ts';
import {comparableEmail} from '../../source/migration/match.ts';
import {
	type Account,
	type NamedAccount,
	type Organization,
	type OrganizationDetails,
	type ProjectAccess,
	type Request,
	type ServiceProject,
	type Site,
} from '../../source/migration/model.ts';

/** What a site in memory is made from: plain data, so that one world can be built twice. */
export type MemorySiteData = {
	readonly site: Site;
	readonly projects: readonly ServiceProject[];
	readonly accounts: readonly Account[];
	/** Ids of accounts with an agent licence. */
	readonly agents?: readonly string[];
	readonly organizations?: readonly OrganizationDetails[];
	/** The customer roles of projects. */
	readonly access?: readonly ProjectAccess[];
	/** Their keys say which projects they belong to. */
	readonly requests?: readonly Request[];
	readonly linkFields?: readonly LinkField[];
	/** Accounts that the settings of projects name. */
	readonly named?: ReadonlyArray<NamedAccount & {readonly project: string}>;
};

export type WorldOrganization = Organization & {
	readonly members: Set<string>;
	/** Keys of linked projects. */
	readonly projects: Set<string>;
};

/** The state of a site, which writes and other people change. */
export type World = {
	readonly accounts: Map<string, Account>;
	readonly organizations: Map<string, WorldOrganization>;
	/** Ids in the customer role, by the key of the project. */
	readonly access: Map<string, Set<string>>;
};

export function createWorld({
	accounts,
	organizations = [],
	projects,
	access = [],
}: MemorySiteData): World {
	return {
		accounts: new Map(accounts.map((account) => [account.id, account])),
		organizations: new Map(
			organizations.map((organization) => [
				organization.id,
				{
					...organization,
					members: new Set(organization.members),
					projects: new Set(organization.projects),
				},
			]),
		),
		access: new Map(
			projects.map(({key}) => {
				const role = access.find((item) => item.project === key);
				return [key, new Set(role?.customers)];
			}),
		),
	};
}

/** Accounts with exactly this email, whatever its case. */
export function accountsWith(world: World, email: string): readonly Account[] {
	const wanted = comparableEmail(email);
	return world.accounts
		.values()
		.filter((account) => comparableEmail(account.email ?? '') === wanted)
		.toArray();
}

export function organizationNamed(
	world: World,
	name: string,
): WorldOrganization | undefined {
	return world.organizations
		.values()
		.find((organization) => organization.name === name);
}

/** A site in words that do not depend on the order in which it was written to: people by email, organizations by name. */
export type WorldDescription = {
	readonly accounts: readonly string[];
	readonly organizations: ReadonlyArray<{
		readonly name: string;
		readonly members: readonly string[];
		readonly projects: readonly string[];
	}>;
	readonly access: ReadonlyArray<{
		readonly project: string;
		readonly customers: readonly string[];
	}>;
};

export function describeWorld(world: World): WorldDescription {
	const label = (id: string) => world.accounts.get(id)?.email ?? id;
	const people = (ids: Iterable<string>) =>
		[...ids].map((id) => label(id)).toSorted();
	return {
		accounts: world.accounts
			.values()
			.map(({id, type, status}) => `${label(id)} ${type} ${status}`)
			.toArray()
			.toSorted(),
		organizations: world.organizations
			.values()
			.map(({name, members, projects}) => ({
				name,
				members: people(members),
				projects: [...projects].toSorted(),
			}))
			.toArray()
			.toSorted((a, b) => a.name.localeCompare(b.name)),
		access: world.access
			.entries()
			.map(([project, ids]) => ({project, customers: people(ids)}))
			.toArray(),
	};
}
