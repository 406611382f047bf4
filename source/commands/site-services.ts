import {type SavedSite} from '../store/settings-schema.ts';
import {type CheckedSite, type SiteEntry} from '../ui/services.ts';
import {CommandError} from './command-error.ts';
import {sideWords} from './find-token.ts';
import {type NamedLogin} from './logins.ts';
import {reachSite} from './reach-site.ts';
import {type Shell} from './shell.ts';
import {type SiteDesk} from './site-desk.ts';
import {siteChecks} from './site-checks.ts';

/** A site that let us in, and the login that opened it. */
export type Checked = {
	readonly site: CheckedSite;
	readonly login: NamedLogin;
};

/**
Reaches a site, tells what a copy would need there on either side, and saves it. Nothing can be written there.

@throws CommandError for whatever was foreseen.
*/
export async function checkSite(
	entry: SiteEntry,
	desk: SiteDesk,
	shell: Shell,
	stop: AbortSignal,
): Promise<Checked> {
	const side = sideInEnvironment(entry.email, shell);
	const login = await desk.loginFor(side, entry);
	const signal = AbortSignal.any([shell.signal, stop]);
	const found = await reachSite(login, side, {...shell, signal});
	signal.throwIfAborted();
	const checksFor = (as: typeof side) =>
		siteChecks(as, found.site, found.login, found.rights);
	return {
		login,
		site: {
			name: desk.saveReached(login, found.site),
			url: login.url,
			checks: {
				source: checksFor('source'),
				destination: checksFor('destination'),
			},
			token: login.tokenFrom ?? 'practice',
			hasKeychain: (await shell.tokens()) !== undefined,
		},
	};
}

/** The side whose login the environment has, so that its token is found, too. */
function sideInEnvironment(
	email: string,
	{environment}: Pick<Shell, 'environment'>,
) {
	const isThere =
		environment[`${sideWords.destination.prefix}_EMAIL`] === email;
	return isThere ? 'destination' : 'source';
}

/**
Saved sites with one of them under another name.

@throws CommandError where the name is empty or another site has it.
*/
export function withNewName(
	sites: readonly SavedSite[],
	name: string,
	newName: string,
): SavedSite[] {
	if (newName === '') {
		throw new CommandError('The name is empty.', 'Type a name.');
	}

	if (newName !== name && sites.some((site) => site.name === newName)) {
		throw new CommandError(
			`There is a site ${JSON.stringify(newName)} already.`,
			'Choose another name.',
		);
	}

	return sites.map((site) =>
		site.name === name ? {...site, name: newName} : site,
	);
}
