import {readAddress} from '../jira/address.ts';
import {type Login} from '../jira/transport.ts';
import {type Side} from '../migration/events.ts';
import {SiteError} from '../migration/site-error.ts';
import {type SavedSite} from '../store/settings-schema.ts';
import {CommandError} from './command-error.ts';
import {
	type FoundToken,
	type TokenSource,
	findToken,
	sideWords,
} from './find-token.ts';
import {type Shell} from './shell.ts';

export type NamedLogin = Login & {
	/** The name the site was saved under. */
	readonly name?: string;
	/** Left out for practice sites. */
	readonly tokenFrom?: TokenSource;
};

/**
Finds address, email and token of a site: the address from the command line, where it may be the name of a saved site; the email from there or the environment; the token from the keychain, the environment, or by asking.

@throws CommandError that says what is missing and where it goes.
*/
export async function findLogin(
	side: Side,
	site: string | undefined,
	saved: readonly SavedSite[],
	shell: Shell,
): Promise<NamedLogin> {
	const {option, prefix} = sideWords[side];

	if (site === undefined || site === '') {
		throw new CommandError(
			`The ${side} is missing.`,
			`Name it with ${option}, such as ${option} acme.atlassian.net.`,
		);
	}

	const known = findSaved(site, saved);
	// Also what is saved is looked at, since people edit the settings.
	const url = parseAddress(known?.url ?? site, option);
	const {environment} = shell;
	const email = environment[`${prefix}_EMAIL`] ?? known?.email;

	if (email === undefined || email === '') {
		throw new CommandError(
			`The email of the login to the ${side} is missing.`,
			`Set ${prefix}_EMAIL.`,
		);
	}

	const found =
		(await findToken(side, {url, email}, saved, shell)) ??
		(await askToken(side, shell));

	if (found.token === '') {
		throw new CommandError(
			`The API token for the ${side} is missing.`,
			`Set ${prefix}_TOKEN. Tokens are made at https://id.atlassian.com/manage-profile/security/api-tokens.`,
		);
	}

	shell.scrubber.learn(found.token);
	return {
		url,
		email,
		...found,
		...(known !== undefined && {name: known.name}),
	};
}

/** The saved site of that name, else the one at that address, however the address is written. */
export function findSaved(
	site: string,
	saved: readonly SavedSite[],
): SavedSite | undefined {
	const named = saved.find(({name}) => name === site);

	if (named !== undefined) {
		return named;
	}

	const address = readAddress(site);
	return 'url' in address
		? saved.find(({url}) => url === address.url)
		: undefined;
}

async function askToken(side: Side, shell: Shell): Promise<FoundToken> {
	if (!shell.isTerminal) {
		return {token: '', tokenFrom: 'asked'};
	}

	const token = await shell.askSecret(
		`Neither keychain nor environment has a token for the ${side}. API token: `,
	);
	return {token: token.trim(), tokenFrom: 'asked'};
}

/**
The origin of a site, from what an admin typed. The place is how a message calls it, such as `--from`.

@throws CommandError where it is no address of a site.
*/
export function parseAddress(text: string, place: string): string {
	const address = readAddress(text);

	if ('url' in address) {
		return address.url;
	}

	switch (address.problem) {
		case 'malformed': {
			throw new CommandError(
				`${place} ${JSON.stringify(text)} is no address of a Jira site.`,
				'It looks like acme.atlassian.net; the name of a saved site will do too.',
			);
		}

		case 'not-https': {
			throw new CommandError(
				`${place} ${JSON.stringify(text)} is not encrypted.`,
				'Use https; plain http is only for practice sites on this machine.',
			);
		}

		case 'has-credentials': {
			// The address is not repeated, since it holds a password.
			throw new CommandError(
				`The address after ${place} holds a login.`,
				'Leave it out of the address, and renew that token if it was a real one.',
			);
		}
	}
}

/** Where a login was refused, the words say where its token came from: a stale one in the keychain is easily forgotten. */
export function withTokenSource(
	explained: unknown,
	cause: unknown,
	logins: readonly NamedLogin[],
): unknown {
	const refused =
		cause instanceof SiteError && cause.facts.code === 'unauthorized'
			? logins.find(({url}) => url === cause.facts.site)
			: undefined;
	const {tokenFrom = 'asked', name, url} = refused ?? {};

	if (!(explained instanceof CommandError) || tokenFrom === 'asked') {
		return explained;
	}

	const origin =
		tokenFrom === 'keychain'
			? `This token came from the keychain; jsm-ferry sites add ${url} --name ${JSON.stringify(name)} puts another one there.`
			: 'This token came from the environment.';
	return new CommandError(
		explained.message,
		`${explained.nextStep} ${origin}`,
		explained.exitCode,
	);
}
