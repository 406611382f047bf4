import {readAddress} from '../jira/address.ts';
import {type Login} from '../jira/transport.ts';
import {type Side} from '../migration/events.ts';
import {type SavedSite} from '../store/settings-schema.ts';
import {CommandError} from './command-error.ts';
import {type Shell} from './shell.ts';

/** How each side is called on the command line and in the environment. */
const words: Readonly<
	Record<Side, {readonly option: string; readonly prefix: string}>
> = {
	source: {option: '--from', prefix: 'JSM_FERRY_FROM'},
	destination: {option: '--to', prefix: 'JSM_FERRY_TO'},
};

export type NamedLogin = Login & {
	/** The name the site was saved under. */
	readonly name?: string;
};

/**
Finds address, email and token of a site: the address from the command line, where it may be the name of a saved site; the email from there or the environment; the token from the environment, else asked.

@throws CommandError that says what is missing and where it goes.
*/
export async function findLogin(
	side: Side,
	site: string | undefined,
	saved: readonly SavedSite[],
	shell: Shell,
): Promise<NamedLogin> {
	const {option, prefix} = words[side];

	if (site === undefined || site === '') {
		throw new CommandError(
			`The ${side} is missing.`,
			`Name it with ${option}, such as ${option} acme.atlassian.net.`,
		);
	}

	const known = saved.find(({name, url}) => name === site || url === site);
	const url = known?.url ?? parseAddress(site, option);
	const {environment} = shell;
	const email = environment[`${prefix}_EMAIL`] ?? known?.email;

	if (email === undefined || email === '') {
		throw new CommandError(
			`The email of the login to the ${side} is missing.`,
			`Set ${prefix}_EMAIL.`,
		);
	}

	const token = environmentToken(side, shell) ?? (await askToken(side, shell));

	if (token === '') {
		throw new CommandError(
			`The API token for the ${side} is missing.`,
			`Set ${prefix}_TOKEN. Tokens are made at https://id.atlassian.com/manage-profile/security/api-tokens.`,
		);
	}

	return {
		url,
		email,
		token,
		...(known !== undefined && {name: known.name}),
	};
}

async function askToken(side: Side, shell: Shell): Promise<string> {
	if (!shell.isTerminal) {
		return '';
	}

	const token = await shell.askSecret(`API token for the ${side}: `);
	return token.trim();
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

/** The token for a side from the environment, if it is there. */
export function environmentToken(
	side: Side,
	{environment}: Pick<Shell, 'environment'>,
): string | undefined {
	const token = environment[`${words[side].prefix}_TOKEN`]?.trim();
	return token === '' ? undefined : token;
}
