import {type SavedSite} from '../store/settings-schema.ts';
import {withoutSite} from '../store/settings-changes.ts';
import {neutralise} from '../text/neutralise.ts';
import {CommandError, type ExitCode, exitCodes} from './command-error.ts';
import {tokenSourceOf} from './find-token.ts';
import {findSaved} from './logins.ts';
import {printObject} from './print-object.ts';
import {type Shell} from './shell.ts';
import {type PrintOptions, withWorkplace} from './with-sites.ts';
import {type Workplace} from './workplace.ts';

/** Where a token is, in words. */
const places = {
	keychain: 'token in the keychain',
	environment: 'token in the environment',
	asked: 'token asked each time',
} as const;

/** `jsm-ferry sites list`: the saved sites, and where their tokens are. */
export async function listSitesCommand(
	{json}: PrintOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async ({settings}) => {
		const {sites} = settings.read();

		if (sites.length === 0 && json !== true) {
			shell.out('No sites yet. Save one with jsm-ferry sites add.\n');
		}

		for (const site of sites) {
			const {name, url, email} = site;
			const token = tokenSourceOf(site, shell);

			if (json === true) {
				printObject({type: 'site-listed', name, url, email, token}, shell);
			} else {
				shell.out(
					`${neutralise(name)}\n    ${neutralise(`${url}  ${email}`)}  ${places[token]}\n`,
				);
			}
		}

		return exitCodes.done;
	});
}

/** `jsm-ferry sites remove`: forgets a site and its token. What was copied stays known. */
export async function removeSiteCommand(
	name: string,
	{json}: PrintOptions,
	shell: Shell,
): Promise<ExitCode> {
	return withWorkplace(shell, async (workplace) => {
		const site = savedSite(name, workplace);
		const tokens =
			site.tokenIsIn === 'keychain' ? await shell.tokens() : undefined;
		const isGone =
			site.tokenIsIn === undefined || (await tokens?.forget(site)) === true;
		workplace.settings.update((settings) => withoutSite(settings, site.name));

		if (json === true) {
			printObject(
				{type: 'site-removed', name: site.name, url: site.url},
				shell,
			);
		} else {
			shell.out(`${neutralise(site.name)} is forgotten.\n`);
		}

		if (!isGone) {
			shell.err(
				'Its token could not be taken out of the keychain; remove the entry jsm-ferry there.\n',
			);
		}

		return exitCodes.done;
	});
}

function savedSite(name: string, {settings}: Workplace): SavedSite {
	const {sites} = settings.read();
	const site = findSaved(name, sites);

	if (site === undefined) {
		const known = sites.map((one) => one.name).join(', ');
		throw new CommandError(
			`There is no saved site ${JSON.stringify(name)}.`,
			known === '' ? 'None is saved yet.' : `There are: ${known}.`,
		);
	}

	return site;
}
