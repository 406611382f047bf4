import {type Side} from '../migration/events.ts';
import {type SavedSite} from '../store/settings-schema.ts';
import {type TokenOwner} from '../store/tokens.ts';
import {type Shell} from './shell.ts';

/** Where a token came from. */
export type TokenSource = 'keychain' | 'environment' | 'asked';

export type FoundToken = {
	readonly token: string;
	readonly tokenFrom: TokenSource;
};

/** How each side is called on the command line and in the environment. */
export const sideWords: Readonly<
	Record<Side, {readonly option: string; readonly prefix: string}>
> = {
	source: {option: '--from', prefix: 'JSM_FERRY_FROM'},
	destination: {option: '--to', prefix: 'JSM_FERRY_TO'},
};

/**
Finds a token without asking anyone: in the keychain, where it was kept there for this login, else in the environment. The keychain is only opened for logins that have something in it, since it may want to be unlocked.
*/
export async function findToken(
	side: Side,
	owner: TokenOwner,
	saved: readonly SavedSite[],
	shell: Pick<Shell, 'environment' | 'tokens'>,
): Promise<FoundToken | undefined> {
	if (saved.some((site) => isKeptFor(site, owner))) {
		const tokens = await shell.tokens();
		const kept = await tokens?.find(owner);

		if (kept !== undefined) {
			return {token: kept, tokenFrom: 'keychain'};
		}
	}

	const token = environmentToken(side, shell);
	return token === undefined ? undefined : {token, tokenFrom: 'environment'};
}

/** Where the token of a saved site would come from now. */
export function tokenSourceOf(
	site: SavedSite,
	{environment}: Pick<Shell, 'environment'>,
): TokenSource {
	if (site.tokenIsIn === 'keychain') {
		return 'keychain';
	}

	const isInEnvironment = (['source', 'destination'] as const).some((side) => {
		const email = environment[`${sideWords[side].prefix}_EMAIL`];
		return (
			email === site.email &&
			environmentToken(side, {environment}) !== undefined
		);
	});
	return isInEnvironment ? 'environment' : 'asked';
}

/** The token for a side from the environment, if it is there. */
export function environmentToken(
	side: Side,
	{environment}: Pick<Shell, 'environment'>,
): string | undefined {
	const token = environment[`${sideWords[side].prefix}_TOKEN`]?.trim();
	return token === '' ? undefined : token;
}

function isKeptFor(site: SavedSite, {url, email}: TokenOwner): boolean {
	return (
		site.tokenIsIn === 'keychain' && site.url === url && site.email === email
	);
}
