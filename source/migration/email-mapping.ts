import {type Choices} from './choices.ts';
import {type Account} from './model.ts';

/** Tells the email that matching and creating use; undefined where the person hides it and the admin gave none. */
export type EmailMapping = (account: Account) => string | undefined;

/** The admin's own email for an account goes first; else it is the site's, with a changed domain replaced. */
export function mapEmails({
	emails,
	emailDomains,
}: Pick<Choices, 'emails' | 'emailDomains'>): EmailMapping {
	// A map has no prototype that an email such as `x@constructor` could meet, and asking it for an id keeps no second copy of the id.
	const given = new Map(Object.entries(emails));
	const domains = new Map(Object.entries(emailDomains));
	return ({id, email}) =>
		given.get(id) ??
		(email === undefined || domains.size === 0
			? email
			: replaceDomain(email, domains));
}

function replaceDomain(
	email: string,
	domains: ReadonlyMap<string, string>,
): string {
	const at = email.lastIndexOf('@');
	const domain = domains.get(email.slice(at + 1).toLowerCase());
	return at === -1 || domain === undefined
		? email
		: `${email.slice(0, at)}@${domain}`;
}
