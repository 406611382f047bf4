import {type Choices} from './choices.ts';
import {type Account} from './model.ts';

/**
The email that matching and creating use: the admin's own for this account, else the site's with a changed domain replaced.

@returns Undefined where the person hides it and the admin gave none.
*/
export function mappedEmail(
	account: Account,
	{emails, emailDomains}: Pick<Choices, 'emails' | 'emailDomains'>,
): string | undefined {
	// Own keys only: an email such as `x@constructor` must not meet the prototype.
	if (Object.hasOwn(emails, account.id)) {
		return emails[account.id];
	}

	const at = account.email?.lastIndexOf('@') ?? -1;

	if (account.email === undefined || at === -1) {
		return account.email;
	}

	const domain = account.email.slice(at + 1).toLowerCase();
	return Object.hasOwn(emailDomains, domain)
		? `${account.email.slice(0, at)}@${emailDomains[domain]}`
		: account.email;
}
