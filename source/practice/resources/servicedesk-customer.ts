import {bodyText, bodyTexts} from '../http/body.ts';
import {empty, json} from '../http/answer.ts';
import {listing, serviceDeskPage} from '../http/page.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {sendMail, type Site} from '../site.ts';
import {type Project, roleIds} from '../world/projects.ts';
import {addCustomer, newCustomer} from './customer.ts';
import {knownPeople} from './known-people.ts';
import {isNamedLike} from './person-match.ts';
import {serviceDeskOf} from './servicedesk.ts';
import {serviceDeskUserBody} from './user-shape.ts';

const root = '/rest/servicedeskapi/servicedesk/{serviceDeskId}/customer';

/** The customer list of a service project, which is its role for customers. */
export const serviceDeskCustomerRoutes: readonly Route[] = [
	// Far below the usual limit. Source: Atlassian, "Rate limiting", limits that differ.
	{
		method: 'GET',
		path: root,
		audience: 'agents',
		isExperimental: true,
		perSecond: 5,
		handle: listCustomers,
	},
	{method: 'POST', path: root, audience: 'jira-admins', handle: addCustomers},
	{
		method: 'DELETE',
		path: root,
		audience: 'jira-admins',
		isExperimental: true,
		handle: removeCustomers,
	},
	{
		method: 'POST',
		path: `${root}/invite`,
		audience: 'jira-admins',
		isExperimental: true,
		handle: invite,
	},
];

function listCustomers(call: Call) {
	const {site} = call;
	const project = serviceDeskOf(call);
	const query = call.query.get('query') ?? '';
	if (query === '' && !site.habits.deskListsMembers) {
		const {customers} = project;
		return serviceDeskPage(call, {
			total: customers.size,
			items: (start, limit) =>
				customers
					.page(start, limit)
					.map((id) => serviceDeskUserBody(site, site.world.people.find(id)!)),
		});
	}

	const found = Array.from(listedAccounts(site, project), (id) =>
		site.world.people.find(id)!,
	).filter((person) => query === '' || isNamedLike(site, person, query));
	return serviceDeskPage(
		call,
		listing(found, (person) => serviceDeskUserBody(site, person)),
	);
}

function listedAccounts(
	{habits, world}: Site,
	{customers, organizations}: Project,
): ReadonlySet<string> {
	const members = habits.deskListsMembers
		? Array.from(
				organizations,
				(id) => world.organizations.find(id)?.members.accountIds() ?? [],
			).flat()
		: [];
	return new Set([...customers.accountIds(), ...members]);
}

/** With an unknown account the others are added all the same, and nothing says so (documented). */
function addCustomers(call: Call) {
	const project = serviceDeskOf(call);
	const {known, unknown} = knownPeople(call, bodyTexts(call, 'accountIds'));
	if (unknown.length === 0 || call.site.habits.partialDeskCustomers) {
		changeCustomers(call, 'actors-added', project, known);
	}

	if (unknown.length > 0) {
		throw new Refusal(400, 'One or more of the customers do not exist.', {
			key: 'sd.customer.error.not.found',
		});
	}

	return empty();
}

function removeCustomers(call: Call) {
	const project = serviceDeskOf(call);
	if (project.access === 'open') {
		throw new Refusal(
			400,
			'Customers cannot be removed from a service desk that is open to everyone.',
		);
	}

	changeCustomers(
		call,
		'actors-removed',
		project,
		bodyTexts(call, 'accountIds'),
	);
	return empty();
}

function changeCustomers(
	call: Call,
	type: 'actors-added' | 'actors-removed',
	{key, customers}: Project,
	accountIds: readonly string[],
): void {
	const changing = accountIds.filter(
		(id) => customers.has(id) === (type === 'actors-removed'),
	);
	if (changing.length > 0) {
		call.site.commit({
			type,
			projectKey: key,
			roleId: roleIds.customers,
			accountIds: changing,
			groupIds: [],
		});
	}
}

/**
Sends an invitation, once to each person, and creates the account if there is none. Whether somebody who has an account
but was never invited gets one is not settled.
*/
function invite(call: Call) {
	const {site} = call;
	const project = serviceDeskOf(call);
	const email = bodyText(call, 'email') ?? '';
	const [known] = site.world.people.withEmail(email);
	if (
		known &&
		(site.habits.inviteKnownRefused ||
			!known.isActive ||
			site.world.invited.has(known.accountId))
	) {
		throw new Refusal(
			call.query.get('strictConflictStatusCode') === 'true' ? 409 : 400,
			'The customer has been invited already.',
		);
	}

	const person =
		known ??
		addCustomer(site, newCustomer(site, email, bodyText(call, 'displayName')));
	changeCustomers(call, 'actors-added', project, [person.accountId]);
	site.commit({type: 'person-invited', accountId: person.accountId});
	sendMail(site, {
		to: person.email,
		subject: `Invitation to ${project.name}`,
		cause: call.operation,
	});
	return json(serviceDeskUserBody(site, person), 201);
}
