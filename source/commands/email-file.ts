import {isEmail} from '../migration/match.ts';
import {CommandError} from './command-error.ts';
import {parseTable} from './table-file.ts';

/**
Reads emails by source account id, for hidden or changed ones.

@throws CommandError with the line that is wrong.
*/
export function parseEmails(
	text: string,
	file: string,
): Readonly<Record<string, string>> {
	const emails = new Map<string, string>();

	for (const row of parseTable(text, file, ['account_id', 'email'])) {
		const {account_id: accountId, email, line} = row;

		if (accountId === '' || !isEmail(email)) {
			throw new CommandError(
				`${file}, line ${line}: ${accountId === '' ? 'the account id is missing' : `${JSON.stringify(email)} is no email`}.`,
				'Correct the line; nothing was written.',
			);
		}

		if (emails.has(accountId) && emails.get(accountId) !== email) {
			throw new CommandError(
				`${file}, line ${line}: the account ${accountId} has another email further up.`,
				'Leave one of the lines; nothing was written.',
			);
		}

		emails.set(accountId, email);
	}

	return Object.fromEntries(emails);
}
