import {type SavedSite} from '../store/settings-schema.ts';
import {withSite} from '../store/settings-changes.ts';
import {neutralise} from '../text/neutralise.ts';
import {CommandError, type ExitCode, exitCodes} from './command-error.ts';
import {type FoundToken, tokenSourceOf} from './find-token.ts';
import {type NamedLogin, parseAddress} from './logins.ts';
import {printObject} from './print-object.ts';
import {reachSite} from './reach-site.ts';
import {type Shell} from './shell.ts';
import {type PrintOptions, withWorkplace} from './with-sites.ts';

export type AddOptions = PrintOptions & {
	readonly name?: string;
	readonly email?: string;
	/** The token is piped in. */
	readonly tokenStdin?: boolean;
	/** False where the token is not to be kept. */
	readonly keychain: boolean;
};

/** `jsm-ferry sites add`: reaches a site, saves it, and keeps its token where the system has a keychain. */
export async function addSiteCommand(
	address: string | undefined,
	options: AddOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async (workplace) => {
		const login = await readLogin(address, options, shell);
		const {site} = await reachSite(login, 'source', shell);
		const isKept =
			options.keychain && (await isTokenKept(login, options, shell));
		const saved: SavedSite = {
			name: options.name ?? site.name,
			url: login.url,
			email: login.email,
			id: site.id,
			...(isKept && {tokenIsIn: 'keychain'}),
		};
		workplace.settings.update((settings) => withSite(settings, saved));
		tellSaved(saved, options, shell);
		return exitCodes.done;
	});
}

async function readLogin(
	address: string | undefined,
	options: AddOptions,
	shell: Shell,
): Promise<NamedLogin> {
	const site = address ?? (await ask('Address of the site: ', shell));
	const url = parseAddress(site ?? '', 'The address');
	const email =
		options.email ?? (await ask('Email of your Atlassian account: ', shell));

	if (email === undefined || email === '') {
		throw new CommandError(
			`The email of the login to ${url} is missing.`,
			'Name it with --email.',
		);
	}

	const found = await readToken(options, shell);

	if (found.token === '') {
		throw new CommandError(
			`The API token for ${url} is missing.`,
			'Pipe it in with --token-stdin, or start this in a terminal to be asked; it never stands in the arguments.',
		);
	}

	return {url, email: email.trim(), ...found};
}

async function ask(
	question: string,
	shell: Shell,
): Promise<string | undefined> {
	return shell.isTerminal ? shell.ask(question) : undefined;
}

async function readToken(
	{tokenStdin}: AddOptions,
	shell: Shell,
): Promise<FoundToken> {
	if (tokenStdin === true) {
		const token = await shell.input();
		return {token: token.trim(), tokenFrom: 'asked'};
	}

	const token = shell.isTerminal
		? await shell.askSecret('API token (it is not shown): ')
		: '';
	return {token: token.trim(), tokenFrom: 'asked'};
}

/** Who pipes a token in wants it kept; who typed it is asked. */
async function isTokenKept(
	login: NamedLogin,
	{tokenStdin}: AddOptions,
	shell: Shell,
): Promise<boolean> {
	const tokens = await shell.tokens();

	if (tokens === undefined) {
		return false;
	}

	const answer =
		tokenStdin === true
			? 'yes'
			: await shell.ask('Keep the token in the keychain? (Y/n) ');
	return /^n/iv.test(answer.trim()) ? false : tokens.keep(login, login.token);
}

function tellSaved(site: SavedSite, {json}: AddOptions, shell: Shell): void {
	const {name, url, email} = site;
	const token = tokenSourceOf(site, shell);

	if (json === true) {
		printObject({type: 'site-saved', name, url, email, token}, shell);
		return;
	}

	shell.out(`${neutralise(name)} is saved: ${neutralise(url)}.\n`);
	shell.out(
		token === 'keychain'
			? 'Its token is in the keychain.\n'
			: 'Its token is not kept: set JSM_FERRY_FROM_TOKEN or JSM_FERRY_TO_TOKEN, or type it when asked.\n',
	);
}
