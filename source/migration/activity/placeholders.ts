import {comparableEmail} from '../match.ts';
import {type Account} from '../model.ts';

/**
Finds the accounts that an admin named as placeholders, by id or by exact email.

@returns Their ids, in the order they were named in, and what names no account or several.
*/
export function findPlaceholders(
	named: readonly string[],
	accounts: readonly Account[],
): {readonly ids: readonly string[]; readonly unknown: readonly string[]} {
	const ids: string[] = [];
	const unknown: string[] = [];

	for (const text of named) {
		const found = accounts.filter(
			({id, email}) =>
				id === text ||
				(email !== undefined &&
					comparableEmail(email) === comparableEmail(text)),
		);
		const [account] = found;

		if (account === undefined || found.length > 1) {
			unknown.push(text);
		} else {
			ids.push(account.id);
		}
	}

	return {ids, unknown};
}
