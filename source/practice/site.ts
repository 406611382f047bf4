import {type Habits} from './habits.ts';
import {type ByteTexts} from './http/byte-texts.ts';
import {type LongBodies} from './http/long-bodies.ts';
import {type Login} from './credentials.ts';
import {type SearchResults} from './jql/search-results.ts';
import {type SiteName} from './scenarios/blueprint.ts';
import {type Change} from './world/change.ts';
import {type Person} from './world/person.ts';
import {type World} from './world/world.ts';

/** One practice site, as its resources see it. */
export type Site = {
	readonly name: SiteName;
	readonly title: string;
	readonly slug: string;
	/** The first part of the ids of this site's portal-only accounts. */
	readonly uuid: string;
	readonly cloudId: string;
	/** `http://127.0.0.1:PORT`, without a slash at the end. */
	readonly url: string;
	/** Links to the one picture everybody has, by size. Made once, since every user and project shows them. */
	readonly avatarUrls: Readonly<Record<string, string>>;
	/** Names as JSON, ready to be sent. */
	readonly texts: ByteTexts;
	readonly longBodies: LongBodies;
	readonly seed: number;
	readonly world: World;
	readonly habits: Habits;
	readonly searches: SearchResults;
	readonly accounts: ReadonlyArray<{
		readonly login: Login;
		readonly accountId: string;
	}>;
	now(): Date;
	/** Writes a change to the journal, then lets it happen. */
	commit(change: Change): void;
	/** The Atlassian account with this email or id, whether it is on this site or not. */
	findAtlassianAccount(emailOrId: string): Person | undefined;
};

/** Puts a mail into the outbox; nothing is sent. `cause` is the operation that would have sent it. */
export function sendMail(
	site: Site,
	mail: {readonly to: string; readonly subject: string; readonly cause: string},
): void {
	site.commit({
		type: 'mail-sent',
		mail: {at: site.now().toISOString(), ...mail},
	});
}
