import {type Account, type AccountType} from '../migration/model.ts';
import {type User} from './wire.ts';

/** What Atlassian shows in place of a deleted account's name. */
const nameOfDeleted = 'Former user';

const types: ReadonlyMap<string | undefined, AccountType> = new Map([
	['customer', 'portal-only'],
	['atlassian', 'atlassian'],
	['app', 'app'],
]);

/** Turns a person of the API into an account. */
export function toAccount(user: User): Account {
	const {accountId, displayName = '', active = true} = user;
	const email = user.emailAddress?.trim() ?? '';
	return {
		id: accountId,
		type: typeOf(user),
		name: displayName,
		...(email !== '' && {email}),
		status: isFormerUser(user) ? 'deleted' : active ? 'active' : 'inactive',
	};
}

/** Whether this is what is left of a deleted account. */
export function isFormerUser({
	active = true,
	displayName,
	emailAddress,
}: Partial<User>): boolean {
	const email = emailAddress?.trim() ?? '';
	return !active && displayName === nameOfDeleted && email === '';
}

/** Service management gives no type; ids of portal-only accounts start with `qm:` (observed). */
function typeOf({accountId, accountType}: User): AccountType {
	if (accountType !== undefined) {
		return types.get(accountType) ?? 'unknown';
	}

	return accountId.startsWith('qm:') ? 'portal-only' : 'atlassian';
}
