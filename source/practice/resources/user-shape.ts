import {type Site} from '../site.ts';
import {type Person} from '../world/person.ts';

/** A user as the platform API shows it. Source: Atlassian's OpenAPI, schemas `User` and `UserDetails`. */
export function userBody(site: Site, person: Person) {
	return {
		self: userLink(site, person),
		accountId: person.accountId,
		accountType: person.accountType,
		emailAddress: visibleEmail(site, person),
		avatarUrls: site.avatarUrls,
		displayName: person.displayName,
		active: person.isActive,
		timeZone: userTimeZone,
	};
}

/** A user as the service desk API shows it: without the account type. Source: Atlassian's OpenAPI, schema `UserDTO`. */
export function serviceDeskUserBody(site: Site, person: Person) {
	return {
		accountId: person.accountId,
		emailAddress: visibleEmail(site, person),
		displayName: person.displayName,
		active: person.isActive,
		timeZone: userTimeZone,
		_links: {
			jiraRest: userLink(site, person),
			avatarUrls: site.avatarUrls,
			self: userLink(site, person),
		},
	};
}

/** The user with this id, or what Jira shows where it no longer knows the account. */
export function userBodyOf(site: Site, accountId: string) {
	const person = site.world.people.find(accountId) ?? {
		accountId,
		accountType: 'customer' as const,
		displayName: 'Former user',
		email: '',
		isEmailHidden: false,
		isActive: false,
		isDeleted: true,
		since: 0,
	};
	return userBody(site, person);
}

/** The email as others see it; nothing where the account hides it. */
export function visibleEmail(site: Site, person: Person): string | undefined {
	return person.isEmailHidden && site.habits.hiddenEmails
		? undefined
		: person.email;
}

export function userLink(site: Site, {accountId}: Person): string {
	return `${site.url}/rest/api/3/user?accountId=${accountId.replaceAll(':', '%3A')}`;
}

export const userTimeZone = 'Europe/Berlin';
