import {bodyText} from '../http/body.ts';
import {empty, json} from '../http/answer.ts';
import {listing, platformPage} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {type Group} from '../world/groups.ts';
import {seededUuid} from '../world/random.ts';
import {userBody} from './user-shape.ts';

const root = '/rest/api/3/group';

/** Groups and their members. Changing them takes a site administrator. */
export const groupRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: `${root}/member`,
		audience: 'jira-admins',
		handle: listMembers,
	},
	{
		method: 'GET',
		path: `${root}/bulk`,
		audience: 'jira-admins',
		handle: listGroups,
	},
	{
		method: 'GET',
		path: '/rest/api/3/groups/picker',
		audience: 'users',
		handle: pickGroups,
	},
	{method: 'POST', path: root, audience: 'site-admins', handle: createGroup},
	{method: 'DELETE', path: root, audience: 'site-admins', handle: deleteGroup},
	{
		method: 'POST',
		path: `${root}/user`,
		audience: 'site-admins',
		handle: addMember,
	},
	{
		method: 'DELETE',
		path: `${root}/user`,
		audience: 'site-admins',
		handle: removeMember,
	},
];

/** Source: Atlassian's OpenAPI, schema `GroupName`. */
export function groupBody({url}: Site, {groupId, name}: Group) {
	return {name, groupId, self: `${url}${root}?groupId=${groupId}`};
}

/** The group in the query, by id or by name. */
function groupOf({site, query}: Call): Group {
	const groupId = query.get('groupId') ?? '';
	const name = query.get('groupname') ?? '';
	if (groupId === '' && name === '') {
		throw new Refusal(400, 'The group name or the group id has to be given.');
	}

	const {groups} = site.world;
	const group = groupId === '' ? groups.named(name) : groups.find(groupId);
	if (!group) {
		throw new Refusal(404, 'The group does not exist.');
	}

	return group;
}

function listMembers(call: Call) {
	const {site} = call;
	const people = groupOf(call)
		.members.accountIds()
		.map((accountId) => site.world.people.find(accountId)!)
		.filter(
			(person) =>
				person.isActive || call.query.get('includeInactiveUsers') === 'true',
		);
	return platformPage(
		call,
		listing(people, (person) => userBody(site, person)),
	);
}

function listGroups(call: Call) {
	const ids = call.query.getAll('groupId');
	const names = call.query.getAll('groupName');
	const found = call.site.world.groups.all.filter(
		({groupId, name}) =>
			(ids.length === 0 && names.length === 0) ||
			ids.includes(groupId) ||
			names.includes(name),
	);
	return platformPage(
		call,
		listing(found, ({name, groupId}) => ({name, groupId})),
	);
}

function pickGroups(call: Call) {
	const query = (call.query.get('query') ?? '').toLowerCase();
	const found = call.site.world.groups.all.filter(({name}) =>
		name.toLowerCase().includes(query),
	);
	const shown = found.slice(0, 20);
	return json({
		header: `Showing ${shown.length} of ${found.length} matching groups`,
		total: found.length,
		groups: shown.map(({name, groupId}) => ({
			name,
			groupId,
			html: name,
			labels: [],
		})),
	});
}

function createGroup(call: Call) {
	const {site} = call;
	const name = (bodyText(call, 'name') ?? '').trim();
	if (name === '' || name.length > 255) {
		throw new Refusal(400, 'The group name has to be given.');
	}

	if (site.world.groups.named(name)) {
		throw new Refusal(
			400,
			`A group or user with the name '${name}' already exists.`,
		);
	}

	const groupId = seededUuid(site.seed, `${site.name} group ${name}`);
	site.commit({type: 'group-added', groupId, name});
	return json(groupWithUsers(call, site.world.groups.find(groupId)!), 201);
}

function deleteGroup(call: Call) {
	call.site.commit({type: 'group-deleted', groupId: groupOf(call).groupId});
	return empty(200);
}

function addMember(call: Call) {
	const group = groupOf(call);
	const accountId = bodyText(call, 'accountId') ?? '';
	if (accountId === '') {
		throw new Refusal(400, 'The account id has to be given.');
	}

	checkPerson(call, accountId);
	call.site.commit({
		type: 'group-member-added',
		groupId: group.groupId,
		accountId,
	});
	return json(groupWithUsers(call, group), 201);
}

function removeMember(call: Call) {
	const {groupId} = groupOf(call);
	const accountId = call.query.get('accountId') ?? '';
	if (accountId === '') {
		throw new Refusal(400, 'The account id has to be given.');
	}

	checkPerson(call, accountId);
	call.site.commit({type: 'group-member-removed', groupId, accountId});
	return empty(200);
}

function checkPerson({site}: Call, accountId: string): void {
	const person = site.world.people.find(accountId);
	if (!person || person.isDeleted) {
		throw new Refusal(404, `The user '${accountId}' does not exist.`);
	}
}

/** Source: Atlassian's OpenAPI, schema `Group`. */
function groupWithUsers({site}: Call, group: Group) {
	const items = group.members
		.page(0, 50)
		.map((accountId) => userBody(site, site.world.people.find(accountId)!));
	return {
		...groupBody(site, group),
		users: {
			size: group.members.size,
			items,
			'max-results': 50,
			'start-index': 0,
			'end-index': items.length,
		},
		expand: 'users',
	};
}
