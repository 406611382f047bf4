import {bodyText, bodyTexts} from '../http/body.ts';
import {empty, json} from '../http/answer.ts';
import {Refusal} from '../http/refusal.ts';
import {type Call, type Route} from '../http/route.ts';
import {sendMail} from '../site.ts';
import {type Person} from '../world/person.ts';
import {seededUuid} from '../world/random.ts';
import {groupBody} from './group.ts';
import {expandedUser} from './myself.ts';
import {userBody} from './user-shape.ts';

const root = '/rest/api/3/user';

/** One account. */
export const userRoutes: readonly Route[] = [
	{
		method: 'GET',
		path: root,
		audience: 'agents',
		perSecond: 150,
		handle: (call) => json(expandedUser(call, personOf(call))),
	},
	{method: 'POST', path: root, audience: 'site-admins', handle: inviteUser},
	{method: 'DELETE', path: root, audience: 'site-admins', handle: deleteUser},
	{
		method: 'GET',
		path: `${root}/groups`,
		audience: 'agents',
		handle: listGroups,
	},
	{
		method: 'GET',
		path: `${root}/email`,
		audience: 'users',
		handle: refuseEmail,
	},
	{
		method: 'GET',
		path: `${root}/email/bulk`,
		audience: 'users',
		handle: refuseEmail,
	},
];

function personOf(call: Call): Person {
	const accountId = call.query.get('accountId') ?? '';
	const person = call.site.world.people.find(accountId);
	if (!person) {
		throw new Refusal(
			404,
			'Specified user does not exist or you do not have required permissions',
		);
	}

	return person;
}

/**
Gives somebody access to the site. Who has no Atlassian account is mailed, which is why a copy must not call this.
*/
function inviteUser(call: Call) {
	const {site} = call;
	const email = bodyText(call, 'emailAddress') ?? '';
	if (!email.includes('@') || bodyTexts(call, 'products').length === 0) {
		throw new Refusal(400, '', {
			fields: {
				emailAddress: 'An email address and at least one product are required.',
			},
		});
	}

	const present = site.world.people
		.withEmail(email)
		.find(({accountType}) => accountType === 'atlassian');
	if (present) {
		return json(userBody(site, present), 201);
	}

	const known = site.findAtlassianAccount(email);
	const uuid = seededUuid(
		site.seed,
		`${site.name} user ${site.world.people.size}`,
	);
	const person: Person = {
		accountId: known?.accountId ?? `712020:${uuid}`,
		accountType: 'atlassian',
		displayName: known?.displayName ?? email,
		email,
		isEmailHidden: false,
		isActive: true,
		isDeleted: false,
		since: site.now().getTime(),
	};
	site.commit({type: 'person-added', person});
	if (!known) {
		sendMail(site, {
			to: email,
			subject: `Join ${site.title}`,
			cause: call.operation,
		});
	}

	return json(userBody(site, person), 201);
}

/** Leaves a former user behind wherever the account was used. */
function deleteUser(call: Call) {
	const person = personOf(call);
	if (person.accountId === call.caller!.accountId) {
		throw new Refusal(400, 'You cannot delete your own account.');
	}

	call.site.commit({type: 'person-deleted', accountId: person.accountId});
	return empty();
}

function listGroups(call: Call) {
	const {site} = call;
	return json(
		site.world.groups
			.of(personOf(call).accountId)
			.map((group) => groupBody(site, group)),
	);
}

/** For approved apps alone. Observed: a user with an API token gets 400. */
function refuseEmail(): never {
	throw new Refusal(400, 'The calling app is not approved to use this API.');
}
