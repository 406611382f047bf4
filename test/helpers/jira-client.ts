import {type SiteNotice} from '../../source/migration/events.ts';
import {type Clock} from '../../source/migration/ports.ts';
import {SiteError} from '../../source/migration/site-error.ts';
import {type ClientOptions, JiraClient} from '../../source/jira/client.ts';
import {type Call, type Operation} from '../../source/jira/operation.ts';
import {nothing} from '../../source/jira/wire.ts';
import {createEngineClock, type EngineClock} from './engine-clock.ts';
import {type Routes, type TestServer, withServer} from './server.ts';

/** A login that no site knows, with characters that encodings change. */
export const login = {
	email: 'ada+ferry@northwind.example',
	token: 'ATATT3x=/s€cret token?',
};

/** A client, what it told while it waited, and the clock whose waits pass at once. */
export type ClientScene = TestServer & {
	readonly client: JiraClient;
	readonly notices: readonly SiteNotice[];
	readonly clock: EngineClock;
};

/** Runs a test with a client that talks to a server of the test's own. */
export async function withClient(
	routes: Routes,
	scene: (scene: ClientScene) => Promise<void>,
	options: Partial<ClientOptions> = {},
): Promise<void> {
	await withServer(routes, async (server) => {
		const clock = createEngineClock();
		const {client, notices} = openClient(server.url, {clock, ...options});

		try {
			await scene({...server, client, notices, clock});
		} finally {
			client.close();
		}
	});
}

/** A client that may send every silent write, and what it tells. Whoever opens it closes it. */
export function openClient(
	url: string,
	options: Partial<ClientOptions> & {readonly clock: Clock},
): {readonly client: JiraClient; readonly notices: readonly SiteNotice[]} {
	const notices: SiteNotice[] = [];
	const client = new JiraClient({
		...login,
		url,
		writes: 'silent',
		random: () => 0.5,
		...options,
	});
	client.observe((notice) => {
		notices.push(notice);
	});
	return {client, notices};
}

/** The facts of the SiteError that the work ends with; any other end fails the test. */
export async function factsOf(
	work: Promise<unknown>,
): Promise<SiteError['facts']> {
	const {facts} = await siteErrorOf(work);
	return facts;
}

/** The SiteError that the work ends with; any other end fails the test. */
export async function siteErrorOf(work: Promise<unknown>): Promise<SiteError> {
	try {
		await work;
	} catch (error) {
		if (error instanceof SiteError) {
			return error;
		}

		throw error;
	}

	throw new Error('Nothing was thrown');
}

/** A read of no particular meaning. */
export const read: Call<unknown> = callOf({
	method: 'GET',
	path: '/rest/api/3/myself',
});

/** A write that must not be repeated blindly. */
export const create: Call<unknown> = {
	...callOf({method: 'POST', path: '/rest/servicedeskapi/customer'}),
	body: {email: 'new@northwind.example', displayName: 'New'},
};

/** A write that may be repeated. */
export const add: Call<unknown> = {
	...callOf({
		method: 'POST',
		path: '/rest/servicedeskapi/organization/{organizationId}/user',
		isRepeatable: true,
	}),
	path: {organizationId: '7'},
	body: {accountIds: ['qm:1:2']},
};

/** The route of each of these calls. */
export const routes = {
	read: 'GET /rest/api/3/myself',
	create: 'POST /rest/servicedeskapi/customer',
	add: 'POST /rest/servicedeskapi/organization/7/user',
} as const;

function callOf(operation: Operation): Call<unknown> {
	return {operation, answer: nothing};
}
