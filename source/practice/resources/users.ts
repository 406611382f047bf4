import {json, jsonOf} from '../http/answer.ts';
import {isAgent, isJiraAdmin} from '../http/login.ts';
import {listing, platformPage, window} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {type Site} from '../site.ts';
import {type Person} from '../world/person.ts';
import {isNamedLike} from './person-match.ts';
import {userBody, visibleEmail} from './user-shape.ts';
import {usersText} from './users-text.ts';

const root = '/rest/api/3';

/** Finding people: all of them, some by id, or by what they are called. */
export const usersRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: `${root}/users/search`,
		audience: 'users',
		handle: listUsers,
	},
	{method: 'GET', path: `${root}/users`, audience: 'users', handle: listUsers},
	{
		method: 'GET',
		path: `${root}/user/bulk`,
		audience: 'users',
		handle: getUsers,
	},
	{
		method: 'GET',
		path: `${root}/user/search`,
		audience: 'users',
		handle: searchUsers,
	},
];

/** The most accounts a search looks at. Jira, too, gives up on the rest of a large site. */
const mostSearched = 5000;
const searchLagMs = 2000;

/**
All accounts, active, inactive and deleted. A page may be shorter than asked without being the last one, since some
accounts are filtered out of it (observed).
*/
function listUsers(call: Call) {
	const {site} = call;
	if (!canBrowse(call)) {
		throw new Refusal(403, 'You do not have permission to browse users.');
	}

	const {startAt, maxResults} = window(call, 50, 1000);
	const order = site.habits.shiftingOffsets
		? 'new-accounts-first'
		: 'oldest-first';
	const page = site.world.people.each(startAt, maxResults, order);
	const listed = site.habits.revokedListed
		? page
		: page.filter(
				(person) => person.isActive || person.accountType !== 'customer',
			);
	return jsonOf(site.longBodies.write(usersText(site, listed)));
}

/** Experimental by its documentation, yet it needs no header (observed). */
function getUsers(call: Call) {
	const accountIds = call.query.getAll('accountId');
	if (accountIds.length === 0) {
		throw new Refusal(400, 'The accountId query parameter is required.');
	}

	const people = accountIds
		.map((accountId) => call.site.world.people.find(accountId))
		.filter((person) => person !== undefined);
	return platformPage(
		call,
		listing(people, (person) => userBody(call.site, person)),
		200,
		10,
	);
}

/** Without the permission to browse users the answer is an empty list, not an error (documented). */
function searchUsers(call: Call) {
	const {site, query} = call;
	const text = query.get('query') ?? undefined;
	const accountId = query.get('accountId') ?? undefined;
	if (text === undefined && accountId === undefined && !query.has('property')) {
		throw new Refusal(
			400,
			'Either the query, the accountId or the property has to be given.',
		);
	}

	if (text !== undefined && accountId !== undefined) {
		throw new Refusal(
			400,
			'The query and the accountId cannot be given together.',
		);
	}

	const {startAt, maxResults} = window(call, 50, 1000);
	const found = canBrowse(call) ? findPeople(site, text ?? '', accountId) : [];
	return json(
		found
			.slice(startAt, startAt + maxResults)
			.map((person) => userBody(site, person)),
	);
}

function findPeople(
	site: Site,
	text: string,
	accountId: string | undefined,
): readonly Person[] {
	const {people} = site.world;
	if (accountId !== undefined) {
		return [people.find(accountId)].filter(
			(person) => person !== undefined && isFindable(site, person),
		) as Person[];
	}

	const sought = text.trim().toLowerCase();
	const exact = people
		.withEmail(sought)
		.filter((person) => visibleEmail(site, person) !== undefined);
	const others = peopleSearched(site)
		.filter(
			(person) =>
				exact.every(({accountId: id}) => id !== person.accountId) &&
				isMatch(site, person, sought),
		)
		.slice(0, 1000);
	const found = site.habits.wrongPersonFirst
		? [...others, ...exact]
		: [...exact, ...others];
	return found.filter((person) => isFindable(site, person));
}

function peopleSearched({world}: Site): readonly Person[] {
	return world.people.page(0, mostSearched, 'new-accounts-first');
}

function isMatch(site: Site, person: Person, sought: string): boolean {
	return site.habits.fuzzySearch
		? isNamedLike(site, person, sought)
		: [visibleEmail(site, person), person.displayName].some(
				(text) => text?.toLowerCase() === sought,
			);
}

function isFindable({habits, now}: Site, person: Person): boolean {
	const isIndexed =
		!habits.searchLags || person.since + searchLagMs <= now().getTime();
	return (
		isIndexed &&
		!person.isDeleted &&
		(person.isActive || !habits.searchActiveOnly)
	);
}

function canBrowse(call: Call): boolean {
	return isAgent(call) || isJiraAdmin(call);
}
