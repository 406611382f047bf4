import {type Account} from './model.ts';
import {type ReadonlyTextMap, TextMap} from './text-map.ts';

/** Accounts of one site by id and by email. */
export type AccountIndex = {
	readonly byId: ReadonlyTextMap<Account>;
	/** Keys are comparable emails. Most hold one account, so only the others cost a list. */
	readonly byEmail: ReadonlyTextMap<Account | readonly Account[]>;
};

/** Which destination account a source account is, and how sure that is (R4). */
export type Match =
	| {readonly type: 'same-id'; readonly account: Account}
	| {readonly type: 'same-email'; readonly account: Account}
	| {readonly type: 'several'; readonly accounts: readonly Account[]}
	/** With the email that was looked for, made comparable. */
	| {readonly type: 'absent'; readonly email: string}
	| {readonly type: 'email-hidden'}
	| {readonly type: 'email-malformed'};

/** Nearly all emails; only others have forms that have to be made one. */
const plainText = /^[\u{21}-\u{7E}]+$/v;

/** One at sign, at least two labels in the domain, and nothing that only stands in quotes. */
const emailForm =
	/^[^\s"\(\),:;<>@\[\\\]]+@[^\s"\(\),.:;<>@\[\\\]]+(?:\.[^\s"\(\),.:;<>@\[\\\]]+)+$/v;

/** Emails are the same whatever their case; Jira compares them so too. */
export function comparableEmail(email: string): string {
	return plainText.test(email)
		? email.toLowerCase()
		: email.trim().normalize('NFC').toLowerCase();
}

/** A plain test for what Jira would refuse with 400; the site has the last word. */
export function isEmail(email: string): boolean {
	return email.length <= 254 && emailForm.test(email.trim());
}

/** Deleted accounts and apps are left out: nobody can be matched to them. */
export function indexAccounts(accounts: Iterable<Account>): AccountIndex {
	const byId = new TextMap<Account>();
	const byEmail = new TextMap<Account | readonly Account[]>();

	for (const account of accounts) {
		if (
			account.status === 'deleted' ||
			account.type === 'app' ||
			byId.has(account.id)
		) {
			continue;
		}

		byId.set(account.id, account);

		if (account.email === undefined) {
			continue;
		}

		const key = comparableEmail(account.email);
		const known = byEmail.get(key);
		byEmail.set(key, known === undefined ? account : [known, account].flat());
	}

	return {byId, byEmail};
}

/**
Finds the one destination account that is the same person: an Atlassian account by its global id, then by email; a portal-only account by email alone (R4).

The email is the one after the admin's mapping; undefined where it is hidden.
*/
export function matchAccount(
	account: Account,
	email: string | undefined,
	destination: AccountIndex,
): Match {
	const sameId =
		account.type === 'portal-only'
			? undefined
			: destination.byId.get(account.id);

	if (sameId !== undefined) {
		return {type: 'same-id', account: sameId};
	}

	if (email === undefined) {
		return {type: 'email-hidden'};
	}

	if (!isEmail(email)) {
		return {type: 'email-malformed'};
	}

	const comparable = comparableEmail(email);
	const found = destination.byEmail.get(comparable);

	if (found === undefined) {
		return {type: 'absent', email: comparable};
	}

	return isList(found)
		? {type: 'several', accounts: found}
		: {type: 'same-email', account: found};
}

function isList(
	found: Account | readonly Account[],
): found is readonly Account[] {
	return Array.isArray(found);
}
