import {type Connection} from '../jira/connect.ts';
import {type Login} from '../jira/transport.ts';
import {type Side} from '../migration/events.ts';
import {type Site} from '../migration/model.ts';
import {readAll} from '../migration/pages.ts';
import {type DestinationSite, type SourceSite} from '../migration/ports.ts';
import {freeName, withSite, withoutSite} from '../store/settings-changes.ts';
import {
	type ConnectedSite,
	type SavedSite,
	type SiteEntry,
} from '../ui/services.ts';
import {CommandError} from './command-error.ts';
import {findToken, tokenSourceOf} from './find-token.ts';
import {type NamedLogin, parseAddress} from './logins.ts';
import {type Shell} from './shell.ts';
import {siteChecks} from './site-checks.ts';
import {type Workplace, connectionOptions} from './workplace.ts';

/** A practice site's login, which needs no asking. */
export type PracticeLogin = Login & {readonly name: string};

type Connections = {
	source?: Connection<SourceSite>;
	destination?: Connection<DestinationSite>;
};

/** Saved sites and the two that are connected at the moment. */
export class SiteDesk {
	readonly #workplace: Workplace;
	readonly #shell: Shell;
	readonly #practice: readonly PracticeLogin[];
	readonly #connections: Connections = {};
	readonly #logins: {source?: NamedLogin; destination?: NamedLogin} = {};

	constructor(
		workplace: Workplace,
		shell: Shell,
		practice: readonly PracticeLogin[],
	) {
		this.#workplace = workplace;
		this.#shell = shell;
		this.#practice = practice;
	}

	/** Practice sites stand alone: nothing real can be chosen beside them. */
	savedSites(): readonly SavedSite[] {
		return this.#practice.length > 0
			? this.#practice.map(({name, url, email}) => ({
					name,
					url,
					email,
					token: 'practice',
				}))
			: this.#workplace.settings.read().sites.map((site) => ({
					name: site.name,
					url: site.url,
					email: site.email,
					token: tokenSourceOf(site, this.#shell),
				}));
	}

	/** Reaches a site, in place of the one connected on that side before. */
	async connect(
		side: Side,
		entry: SiteEntry,
		signal: AbortSignal,
	): Promise<ConnectedSite> {
		const login = await this.loginFor(side, entry);
		const connection = await this.#open(side, login, signal);
		this.#logins[side] = login;
		const {site} = connection.site;
		const [rights, projects] = await Promise.all([
			connection.rights(signal),
			readAll(connection.site.serviceProjects(signal)),
		]);
		this.#save(login, site.id, site.name);
		return {
			name: site.name,
			url: site.url,
			checks: siteChecks(side, site, connection.login, rights),
			projects,
			canKeepToken: await this.#canKeepToken(login),
		};
	}

	/** Keeps the token of the connected site in the keychain, and tells whether that worked. */
	async keepToken(side: Side): Promise<boolean> {
		return this.keepTokenOf(this.#logins[side]);
	}

	async keepTokenOf(login: NamedLogin | undefined): Promise<boolean> {
		const tokens = await this.#shell.tokens();
		const isKept =
			login !== undefined && (await tokens?.keep(login, login.token)) === true;

		if (isKept) {
			this.#markKept(login);
		}

		return isKept;
	}

	/**
	Forgets a saved site and its token.

	@throws CommandError where the site is forgotten and its token is not.
	*/
	async removeSite(name: string): Promise<void> {
		const {settings} = this.#workplace;
		const site = settings.read().sites.find((one) => one.name === name);
		const isKept = site?.tokenIsIn === 'keychain';
		const tokens = isKept ? await this.#shell.tokens() : undefined;
		const isGone =
			site === undefined || !isKept || (await tokens?.forget(site)) === true;
		settings.update((before) => withoutSite(before, name));

		if (!isGone) {
			throw new CommandError(
				`${name} is forgotten, but its token could not be taken out of the keychain.`,
				'Remove the entry jsm-ferry there.',
			);
		}
	}

	/** Saves a site that was reached, and returns the name it is saved under. */
	saveReached(login: NamedLogin, site: Site): string {
		const {sites} = this.#workplace.settings.read();
		const name = login.name ?? freeName(site, sites);
		this.#save(login, site.id, name);
		return name;
	}

	source(): SourceSite {
		return connected(this.#connections.source, 'source').site;
	}

	destination(): DestinationSite {
		return connected(this.#connections.destination, 'destination').site;
	}

	/** The connected destination if it is that site, else a connection made without asking. */
	async destinationOf(
		site: {readonly id: string; readonly name: string; readonly url: string},
		signal: AbortSignal,
	): Promise<DestinationSite> {
		if (this.#connections.destination?.site.site.id !== site.id) {
			const practice = this.#practice.find(({name}) => name === site.name);
			const address = practice?.url ?? site.url;
			await this.connect('destination', {address, email: ''}, signal);
		}

		return this.destination();
	}

	close(): void {
		this.#connections.source?.close();
		this.#connections.destination?.close();
	}

	/**
	The login to a site, from what was typed, the keychain or the environment.

	@throws CommandError where the address is none, or there is no token.
	*/
	async loginFor(
		side: Side,
		{name, address, email, token}: SiteEntry,
	): Promise<NamedLogin> {
		const url = parseAddress(address, 'The address');
		const practice = this.#practice.find((site) => site.url === url);

		if (practice !== undefined) {
			return practice;
		}

		const {sites} = this.#workplace.settings.read();
		const saved = sites.find((site) => site.url === url);
		const owner = {url, email: email === '' ? (saved?.email ?? '') : email};
		const found =
			token === undefined
				? await findToken(side, owner, sites, this.#shell)
				: {token: token.trim(), tokenFrom: 'asked' as const};

		if (found === undefined) {
			throw new CommandError(
				`The API token for ${url} is missing.`,
				'Type it in; tokens are made at https://id.atlassian.com/manage-profile/security/api-tokens.',
			);
		}

		const knownName = name ?? saved?.name;
		return {
			...owner,
			...found,
			...(knownName !== undefined && {name: knownName}),
		};
	}

	/** The login to the destination of an earlier run, without asking: a practice site by its name, since its address changes, else one of this session or what is kept. */
	async loginTo({name, url}: Pick<Site, 'name' | 'url'>): Promise<NamedLogin> {
		const practice = this.#practice.find((site) => site.name === name);
		const known = Object.values(this.#logins).find(
			(login) => login.url === url,
		);
		return (
			practice ??
			known ??
			this.loginFor('destination', {address: url, email: ''})
		);
	}

	async #open(
		side: Side,
		login: NamedLogin,
		signal: AbortSignal,
	): Promise<Connection<SourceSite>> {
		const {logs} = this.#workplace;
		const common = connectionOptions(this.#shell, logs);
		const options = {...common, ...login, signal};
		this.#shell.scrubber.learn(login.token);
		// Loaded here, since the first screen shows without it.
		const {connectDestination, connectSource} =
			await import('../jira/connect.ts');
		this.#connections[side]?.close();

		if (side === 'source') {
			this.#connections.source = await connectSource(options);
			return this.#connections.source;
		}

		this.#connections.destination = await connectDestination(options);
		return this.#connections.destination;
	}

	/** Only what was typed is not kept anywhere yet. */
	async #canKeepToken({tokenFrom}: NamedLogin): Promise<boolean> {
		return tokenFrom === 'asked' && (await this.#shell.tokens()) !== undefined;
	}

	#markKept({url, email}: NamedLogin): void {
		this.#workplace.settings.update((settings) => ({
			...settings,
			sites: settings.sites.map((site) =>
				site.url === url && site.email === email
					? {...site, tokenIsIn: 'keychain'}
					: site,
			),
		}));
	}

	/** Saves a site that was reached. Practice sites are not saved. */
	#save({url, email}: NamedLogin, id: string, name: string): void {
		if (this.#practice.length > 0) {
			return;
		}

		this.#workplace.settings.update((settings) => {
			const known = settings.sites.find((site) => site.name === name);
			const isSame = known?.url === url && known.email === email;
			return withSite(settings, {
				...(isSame && known),
				name,
				url,
				email,
				id,
			});
		});
	}
}

function connected<Port>(
	connection: Connection<Port> | undefined,
	side: Side,
): Connection<Port> {
	if (connection === undefined) {
		throw new CommandError(
			`The ${side} is not connected.`,
			`Choose a ${side}.`,
		);
	}

	return connection;
}
