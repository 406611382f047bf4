import {comparableEmail} from '../migration/match.ts';
import {type Account} from '../migration/model.ts';
import {readAll} from '../migration/pages.ts';
import {type JiraClient} from './client.ts';
import {listAccounts, searchAccounts} from './resources/user.ts';

/** Finds accounts with exactly this email. The search is quick but knows neither inactive accounts nor the newest, so the list of all has the last word. */
export async function findAccounts(
	client: JiraClient,
	email: string,
	signal?: AbortSignal,
): Promise<readonly Account[]> {
	const wanted = comparableEmail(email);
	const isWanted = (account: Account) =>
		account.email !== undefined && comparableEmail(account.email) === wanted;
	const found = await searchAccounts(client, email, signal);
	const exact = found.filter((account) => isWanted(account));

	if (exact.length > 0) {
		return exact;
	}

	const all = await readAll(listAccounts(client, signal));
	return all.filter((account) => isWanted(account));
}
