import {Buffer} from 'node:buffer';
import {type Site} from '../site.ts';
import {type Person} from '../world/person.ts';
import {isServiceDeskPath, Refusal} from './refusal.ts';
import {type Audience, type Call, type Route} from './route.ts';

/** Who is calling: somebody, nobody (no credentials), or somebody with wrong credentials. */
export type Identified =
	| {readonly type: 'known'; readonly person: Person}
	| {readonly type: 'nobody' | 'rejected'};

/** The part of a call that tells who makes it. */
type Caller = Pick<Call, 'site' | 'caller'>;

export function identify(
	site: Site,
	authorization: string | undefined,
): Identified {
	if (authorization === undefined) {
		return {type: 'nobody'};
	}

	const [scheme = '', credentials = ''] = authorization.split(' ', 2);
	const given = Buffer.from(credentials, 'base64').toString('utf8');
	const account = site.accounts.find(
		({login}) => `${login.email}:${login.token}` === given,
	);
	const person = account && site.world.people.find(account.accountId);
	return scheme.toLowerCase() === 'basic' && person?.isActive
		? {type: 'known', person}
		: {type: 'rejected'};
}

/** Refuses a caller who may not do this. */
export function checkAudience(
	call: Caller,
	route: Route,
	identified: Identified,
): void {
	const isUnknown =
		route.audience === 'public'
			? identified.type === 'rejected'
			: identified.type !== 'known';
	if (isUnknown) {
		throw new Refusal(
			401,
			'Client must be authenticated to access this resource.',
			{
				headers: {
					'WWW-Authenticate': `OAuth realm="${encodeURIComponent(call.site.url)}"`,
					'X-Seraph-LoginReason':
						identified.type === 'rejected' ? 'AUTHENTICATED_FAILED' : 'OUT',
				},
			},
		);
	}

	if (!isAmong(call, route.audience)) {
		refuseForbidden(call, route);
	}
}

export function isAgent(call: Caller): boolean {
	return isInGroup(call, `jira-servicemanagement-users-${call.site.slug}`);
}

export function isJiraAdmin(call: Caller): boolean {
	return isInGroup(call, 'jira-administrators');
}

function isAmong(call: Caller, audience: Audience): boolean {
	switch (audience) {
		case 'public':
		case 'users': {
			return true;
		}

		case 'agents': {
			return isAgent(call) || isJiraAdmin(call);
		}

		case 'jira-admins': {
			return isJiraAdmin(call);
		}

		case 'site-admins': {
			return isInGroup(call, 'site-admins');
		}
	}
}

function isInGroup(call: Caller, name: string): boolean {
	return (
		call.caller !== undefined &&
		Boolean(
			call.site.world.groups.named(name)?.members.has(call.caller.accountId),
		)
	);
}

/** The service desk API tells users without an agent licence nothing but the status (observed). */
function refuseForbidden(call: Caller, route: Route): never {
	const isEmpty =
		call.site.habits.emptyForbidden &&
		isServiceDeskPath(route.path) &&
		!isAgent(call);
	const message =
		route.audience === 'jira-admins'
			? 'Unauthorized to perform the requested action, JIRA Administrators global permission is required.'
			: 'You are not authorized to perform this action.';
	throw new Refusal(route.forbiddenStatus ?? 403, message, {
		isEmpty,
		key: 'sd.admin.permissions.forbidden',
	});
}
