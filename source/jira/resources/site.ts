import {SiteError, type SiteErrorCode} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation, operationName} from '../operation.ts';
import * as wire from '../wire.ts';

const serverInfo: Operation = {method: 'GET', path: '/rest/api/3/serverInfo'};

/** Widely used, though not in Atlassian's API files. */
const tenantInfo: Operation = {method: 'GET', path: '/_edge/tenant_info'};

const myself: Operation = {method: 'GET', path: '/rest/api/3/myself'};

const permissions: Operation = {
	method: 'GET',
	path: '/rest/api/3/mypermissions',
};

/** What a site says of itself. */
export type SiteFacts = {
	readonly title?: string;
	/** The same for as long as the site lives, whatever its address. */
	readonly cloudId?: string;
};

/**
Reads what a site says of itself.

@throws SiteError *not-jira* where it is no Jira Cloud site.
*/
export async function readSiteFacts(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<SiteFacts> {
	const {deploymentType, serverTitle} = await introduce(client, signal);

	if (deploymentType !== 'Cloud') {
		throw notJira(client, 'It is not Jira Cloud.');
	}

	return {title: serverTitle, cloudId: await readCloudId(client, signal)};
}

/** Address of the help center, where the site tells it. */
export async function readHelpCenter(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const {body} = await client.send(
		{operation: serverInfo, answer: wire.serverInfo},
		signal,
	);
	return body.displayUrlServicedeskHelpCenter;
}

/** Every Jira answers this, even to strangers; so whoever refuses it is none. */
async function introduce(client: JiraClient, signal?: AbortSignal) {
	try {
		const {body} = await client.send(
			{
				operation: serverInfo,
				answer: wire.serverInfo,
				isIntroduction: true,
			},
			signal,
		);
		return body;
	} catch (error) {
		const isRefused =
			error instanceof SiteError &&
			['not-found', 'refused'].includes(error.facts.code);
		throw isRefused ? notJira(client, `${error.facts.status}`) : error;
	}
}

function notJira(client: JiraClient, detail: string): SiteError {
	return new SiteError({
		code: 'not-jira',
		mayHaveHappened: false,
		operation: operationName(serverInfo),
		site: client.url,
		detail,
	});
}

/** Trouble that says nothing about whether a site tells its cloud id. */
const passing: ReadonlySet<SiteErrorCode> = new Set([
	'unreachable',
	'throttled',
	'broken',
	'stopped',
]);

/** A site that keeps its cloud id to itself is known by its host; one that is in trouble must not become another site by it. */
async function readCloudId(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<string | undefined> {
	try {
		const {body} = await client.send(
			{operation: tenantInfo, answer: wire.tenantInfo},
			signal,
		);
		return body.cloudId;
	} catch (error) {
		if (error instanceof SiteError && !passing.has(error.facts.code)) {
			return undefined;
		}

		throw error;
	}
}

/** Who is logged in, with the names of his groups. */
export async function readMyself(
	client: JiraClient,
	signal?: AbortSignal,
): Promise<{readonly name: string; readonly groups: readonly string[]}> {
	const {body} = await client.send(
		{operation: myself, query: {expand: 'groups'}, answer: wire.myself},
		signal,
	);
	return {
		name: body.displayName ?? '',
		groups: body.groups?.items?.map(({name}) => name) ?? [],
	};
}

/** Which of the global permissions, such as `ADMINISTER`, the login has. */
export async function readPermissions(
	client: JiraClient,
	names: readonly string[],
	signal?: AbortSignal,
	projectKey?: string,
): Promise<ReadonlySet<string>> {
	const {body} = await client.send(
		{
			operation: permissions,
			query: {
				permissions: names.join(','),
				...(projectKey !== undefined && {projectKey}),
			},
			answer: wire.permissions,
		},
		signal,
	);
	const granted = Object.entries(body.permissions).filter(
		([, {havePermission}]) => havePermission,
	);
	return new Set(granted.map(([name]) => name));
}
