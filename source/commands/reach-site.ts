import {connectSource} from '../jira/connect.ts';
import {type LoginRights} from '../jira/rights.ts';
import {type Side} from '../migration/events.ts';
import {type Site} from '../migration/model.ts';
import {toCommandError} from './explain-error.ts';
import {type NamedLogin, withTokenSource} from './logins.ts';
import {type Shell} from './shell.ts';

export type ReachedSite = {
	readonly site: Site;
	/** The name of the person whose token it is. */
	readonly login: string;
	readonly rights: LoginRights;
};

/**
Asks a site what it is and what the login may do. Nothing can be written there, whichever side it is to be.

@throws CommandError for whatever was foreseen.
*/
export async function reachSite(
	login: NamedLogin,
	side: Side,
	shell: Shell,
): Promise<ReachedSite> {
	const {clock, random, signal, scrubber} = shell;
	scrubber.learn(login.token);

	try {
		const connection = await connectSource({
			...login,
			clock,
			random,
			signal,
		});

		try {
			return {
				site: connection.site.site,
				login: connection.login,
				rights: await connection.rights(signal),
			};
		} finally {
			connection.close();
		}
	} catch (error) {
		const url = side === 'destination' ? login.url : '';
		throw withTokenSource(toCommandError(error, url), error, [login]);
	}
}
