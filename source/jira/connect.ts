import {
	type Clock,
	type DestinationSite,
	type FollowUpSite,
	type InviteSite,
	type SourceSite,
	type UndoSite,
} from '../migration/ports.ts';
import {type Site} from '../migration/model.ts';
import {type ClientOptions, JiraClient} from './client.ts';
import {createDestinationSite} from './destination-site.ts';
import {createFollowUpSite} from './follow-up-site.ts';
import {createInviteSite} from './invite-site.ts';
import {type LoginRights, readRights} from './rights.ts';
import {readMyself, readSiteFacts} from './resources/site.ts';
import {createSiteReader} from './site-reader.ts';
import {type Login} from './transport.ts';
import {createUndoSite} from './undo-site.ts';

export type ConnectOptions = Login &
	Pick<ClientOptions, 'watch'> & {
		/** The name the admin saved the site under. */
		readonly name?: string;
		readonly clock: Clock;
		readonly random: () => number;
		/** Calls a second, at most. */
		readonly maxRate?: number;
		readonly signal?: AbortSignal;
	};

/** A site that answered and let us in. */
export type Connection<Port> = {
	readonly site: Port;
	/** The name of the person whose token it is. */
	readonly login: string;
	/** What that person may do, as far as the site tells. */
	rights(signal?: AbortSignal): Promise<LoginRights>;
	readonly close: () => void;
};

/**
Connects to a source, which is only ever read.

@throws SiteError where the address, the login or the kind of site is wrong.
*/
export async function connectSource(
	options: ConnectOptions,
): Promise<Connection<SourceSite>> {
	const client = new JiraClient({...options, writes: 'none'});
	return connect(client, options, createSiteReader);
}

/**
Connects to a destination, whose client refuses every write that might mail anyone (R7).

@throws SiteError where the address, the login or the kind of site is wrong.
*/
export async function connectDestination(
	options: ConnectOptions,
): Promise<Connection<DestinationSite>> {
	const client = new JiraClient({...options, writes: 'silent'});
	return connect(client, options, createDestinationSite);
}

/**
Connects to the destination of a run that is to be undone. Its client can take away and can't make anything (R17).

@throws SiteError where the address, the login or the kind of site is wrong.
*/
export async function connectUndo(
	options: ConnectOptions,
): Promise<Connection<UndoSite>> {
	const client = new JiraClient({...options, writes: 'undo'});
	return connect(client, options, createUndoSite);
}

/**
Connects to the destination of a run whose customers are to be invited. Its client can send invitations and nothing else.

@throws SiteError where the address, the login or the kind of site is wrong.
*/
export async function connectInvite(
	options: ConnectOptions,
): Promise<Connection<InviteSite>> {
	const client = new JiraClient({...options, writes: 'invite'});
	return connect(client, options, createInviteSite);
}

/**
Connects to the destination of a run that is to be followed up. Its client can make groups, fill them and give project access, and nothing else.

@throws SiteError where the address, the login or the kind of site is wrong.
*/
export async function connectFollowUp(
	options: ConnectOptions,
): Promise<Connection<FollowUpSite>> {
	const client = new JiraClient({...options, writes: 'follow-up'});
	return connect(client, options, createFollowUpSite);
}

async function connect<Port>(
	client: JiraClient,
	{url, name, signal}: ConnectOptions,
	create: (client: JiraClient, site: Site) => Port,
): Promise<Connection<Port>> {
	try {
		// The address first: a wrong one makes every other answer misleading.
		const {title, cloudId} = await readSiteFacts(client, signal);
		const {name: login} = await readMyself(client, signal);
		const {host} = new URL(url);
		const site = {id: cloudId ?? host, url, name: name ?? title ?? host};
		return {
			site: create(client, site),
			login,
			rights: async (stop) => readRights(client, stop),
			close() {
				client.close();
			},
		};
	} catch (error) {
		client.close();
		throw error;
	}
}
