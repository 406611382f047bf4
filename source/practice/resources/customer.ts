import {bodyText} from '../http/body.ts';
import {empty, json} from '../http/answer.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {sendMail, type Site} from '../site.ts';
import {type Person} from '../world/person.ts';
import {seededUuid} from '../world/random.ts';
import {serviceDeskUserBody} from './user-shape.ts';

const root = '/rest/servicedeskapi/customer';

/** Customers of the site as a whole. */
export const customerRoutes: readonly Route[] = [
	{method: 'POST', path: root, audience: 'jira-admins', handle: createCustomer},
	{
		method: 'PUT',
		path: `${root}/user/{accountId}/revoke-portal-only-access`,
		audience: 'site-admins',
		handle: revoke,
	},
];

/** Whoever has an account, active or revoked, is refused, and the answer does not tell the account's id. */
function createCustomer(call: Call) {
	const {site} = call;
	const email = bodyText(call, 'email') ?? '';
	const person = newCustomer(
		site,
		email,
		bodyText(call, 'displayName') ?? bodyText(call, 'fullName'),
	);
	const elsewhere = site.findAtlassianAccount(email);
	const isTaken =
		site.world.people.withEmail(email).length > 0 ||
		(elsewhere !== undefined && site.habits.atlassianConflicts);
	if (isTaken) {
		throw new Refusal(
			call.query.get('strictConflictStatusCode') === 'true' ? 409 : 400,
			'An account already exists for this email',
			{key: 'sd.customer.error.email.exists'},
		);
	}

	const adopted =
		elsewhere && site.habits.atlassianAdopted
			? {...elsewhere, since: person.since}
			: undefined;
	const added = addCustomer(site, adopted ?? person);
	if (site.habits.createMails) {
		sendMail(site, {to: email, subject: 'Your account', cause: call.operation});
	}

	return json(serviceDeskUserBody(site, added), 201);
}

/** A portal-only account that is not on the site yet. Refuses an email that can't be one. */
export function newCustomer(
	site: Site,
	email: string,
	displayName: string | undefined,
): Person {
	if (!isEmail(email)) {
		throw new Refusal(400, 'Please enter a valid email address.', {
			key: 'sd.customer.error.email.invalid',
		});
	}

	const uuid = seededUuid(
		site.seed,
		`${site.name} customer ${site.world.people.size}`,
	);
	const name = displayName?.trim() ?? '';
	return {
		accountId: `qm:${site.uuid}:${uuid}`,
		accountType: 'customer',
		displayName: name === '' ? email : name,
		email,
		isEmailHidden: false,
		isActive: true,
		isDeleted: false,
		since: site.now().getTime(),
	};
}

function isEmail(text: string): boolean {
	const [local = '', domain = '', ...rest] = text.split('@');
	const labels = domain.split('.');
	return (
		text.length <= 255 &&
		!/\s/v.test(text) &&
		local !== '' &&
		rest.length === 0 &&
		labels.length > 1 &&
		labels.every((label) => label !== '')
	);
}

/** Adds the account, and lets it join the organizations that own the domain of its email. */
export function addCustomer(site: Site, person: Person): Person {
	site.commit({type: 'person-added', person});
	const domain = person.email
		.slice(person.email.lastIndexOf('@') + 1)
		.toLowerCase();
	const joining = site.habits.domainAutoJoin
		? site.world.organizations.owning(domain)
		: [];
	for (const organizationId of joining) {
		site.commit({
			type: 'members-added',
			organizationId,
			accountIds: [person.accountId],
		});
	}

	return person;
}

/** Takes portal access from a portal-only account. There is no call that gives it back. */
function revoke(call: Call) {
	const accountId = call.path['accountId']!;
	const person = call.site.world.people.find(accountId);
	if (person?.accountType !== 'customer' || person.isDeleted) {
		throw new Refusal(404, 'The portal-only account does not exist.');
	}

	call.site.commit({
		type: 'person-changed',
		accountId,
		change: {isActive: false},
	});
	return empty();
}
