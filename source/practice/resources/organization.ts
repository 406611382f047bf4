import {bodyText, bodyTexts} from '../http/body.ts';
import {empty, json} from '../http/answer.ts';
import {isAgent} from '../http/login.ts';
import {listing, serviceDeskPage} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {type Organization} from '../world/organizations.ts';
import {seededUuid} from '../world/random.ts';
import {dateBody} from './dates.ts';
import {knownPeople} from './known-people.ts';
import {serviceDeskUserBody} from './user-shape.ts';

const root = '/rest/servicedeskapi/organization';

/** Customer organizations and their members. */
export const organizationRoutes: readonly Route[] = [
	{method: 'GET', path: root, audience: 'users', handle: listOrganizations},
	{
		method: 'POST',
		path: root,
		audience: 'agents',
		handle: getOrCreateOrganization,
	},
	{
		method: 'GET',
		path: `${root}/{organizationId}`,
		audience: 'users',
		handle: (call) =>
			json(organizationBody(call.site, visibleOrganization(call))),
	},
	{
		method: 'DELETE',
		path: `${root}/{organizationId}`,
		audience: 'jira-admins',
		handle: deleteOrganization,
	},
	{
		method: 'GET',
		path: `${root}/{organizationId}/user`,
		audience: 'agents',
		handle: listMembers,
	},
	{
		method: 'POST',
		path: `${root}/{organizationId}/user`,
		audience: 'agents',
		handle: addMembers,
	},
	{
		method: 'DELETE',
		path: `${root}/{organizationId}/user`,
		audience: 'agents',
		handle: removeMembers,
	},
];

/** An organization as every answer shows it. Source: Atlassian's OpenAPI, schema `OrganizationDTO`. */
export function organizationBody({url}: Site, {facts}: Organization) {
	return {
		id: String(facts.id),
		uuid: facts.uuid,
		name: facts.name,
		...(facts.createdAt !== undefined && {
			created: dateBody(facts.createdAt),
		}),
		scimManaged: facts.isManaged,
		_links: {self: `${url}${root}/${facts.id}`},
	};
}

/** The organization named in the path, or a refusal. */
export function organizationOf(call: Call): Organization {
	const organization = call.site.world.organizations.find(
		Number(call.path['organizationId']),
	);
	if (!organization) {
		throw new Refusal(404, 'The organization does not exist.', {
			key: 'sd.organisation.error.not.found',
		});
	}

	return organization;
}

/** Customers see only the organizations they belong to. */
export function visibleOrganization(call: Call): Organization {
	const organization = organizationOf(call);
	if (!isAgent(call) && !organization.members.has(call.caller!.accountId)) {
		throw new Refusal(
			403,
			'You do not have permission to view this organization.',
		);
	}

	return organization;
}

/** The organizations of the account in the query, or all of them. */
export function organizationsAskedFor(call: Call): readonly Organization[] {
	const {world, habits} = call.site;
	const accountId = call.query.get('accountId') ?? '';
	if (accountId === '') {
		return world.organizations.list(
			habits.shiftingOffsets ? 'by-name' : 'by-id',
		);
	}

	if (!world.people.find(accountId)) {
		throw new Refusal(404, 'The user does not exist.', {
			key: 'sd.user.error.not.found',
		});
	}

	return world.organizations.of(accountId);
}

function listOrganizations(call: Call) {
	if (call.query.has('accountId') && !isAgent(call)) {
		throw new Refusal(
			403,
			'Only agents may list the organizations of an account.',
		);
	}

	const found = isAgent(call)
		? organizationsAskedFor(call)
		: call.site.world.organizations.of(call.caller!.accountId);
	return serviceDeskPage(
		call,
		listing(found, (organization) => organizationBody(call.site, organization)),
	);
}

/** Gets or creates: the answer is 201 either way, as Jira Cloud does it (observed). */
function getOrCreateOrganization(call: Call) {
	const {site} = call;
	const given = bodyText(call, 'name') ?? '';
	const name = site.habits.trimmedNames ? given.trim() : given;
	if (name.trim() === '' || name.length > 200) {
		throw new Refusal(
			400,
			'The organization name must have between 1 and 200 characters.',
			{
				key: 'sd.organisation.error.invalid.name',
			},
		);
	}

	const {organizations} = site.world;
	const [existing] = organizations.named(
		name,
		site.habits.foldedNames ? 'folded' : 'exact',
	);
	if (existing) {
		return json(organizationBody(site, existing), 201);
	}

	const id = organizations.nextId;
	const uuid = seededUuid(site.seed, `${site.name} organization ${id}`);
	const createdAt = site.now().getTime();
	site.commit({
		type: 'organization-added',
		facts: {id, name, uuid, createdAt, isManaged: false, domains: []},
	});
	return json(organizationBody(site, organizations.find(id)!), 201);
}

function deleteOrganization(call: Call) {
	const {facts} = organizationOf(call);
	call.site.commit({type: 'organization-deleted', organizationId: facts.id});
	return empty();
}

function listMembers(call: Call) {
	const {people} = call.site.world;
	const {members} = organizationOf(call);
	return serviceDeskPage(call, {
		total: members.size,
		items: (start, limit) =>
			members
				.page(start, limit)
				.map((accountId) =>
					serviceDeskUserBody(call.site, people.find(accountId)!),
				),
	});
}

function addMembers(call: Call) {
	const {site} = call;
	const {facts} = organizationOf(call);
	const {known, unknown} = knownPeople(call, bodyTexts(call, 'accountIds'), {
		adopts: site.habits.membersWithoutSite,
	});
	if (unknown.length === 0 || site.habits.partialMembers) {
		changeMembers(call, 'members-added', known);
	}

	if (unknown.length > 0) {
		throw new Refusal(
			400,
			`One or more users are unknown: ${unknown.join(', ')}.`,
			{
				key: 'sd.organisation.error.users.unknown',
			},
		);
	}

	return facts.isManaged && site.habits.managedRefuse
		? refuseManaged()
		: empty();
}

function removeMembers(call: Call) {
	const {facts} = organizationOf(call);
	const {known, unknown} = knownPeople(call, bodyTexts(call, 'accountIds'));
	if (unknown.length > 0) {
		throw new Refusal(
			400,
			`One or more users are unknown: ${unknown.join(', ')}.`,
		);
	}

	changeMembers(call, 'members-removed', known);
	return facts.isManaged && call.site.habits.managedRefuse
		? refuseManaged()
		: empty();
}

/** Members of an organization that an identity provider manages stay as the provider has them. */
function changeMembers(
	call: Call,
	type: 'members-added' | 'members-removed',
	accountIds: readonly string[],
): void {
	const {facts} = organizationOf(call);
	if (!facts.isManaged && accountIds.length > 0) {
		call.site.commit({type, organizationId: facts.id, accountIds});
	}
}

function refuseManaged(): never {
	throw new Refusal(
		403,
		'The members of this organization are managed by an identity provider.',
	);
}
