import {type z} from 'zod';
import {type Account, type Organization} from '../../migration/model.ts';
import {type Pages, type Receipt} from '../../migration/ports.ts';
import {SiteError} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {mapPages, servicePages} from '../paginate.ts';
import {toAccount} from '../people.ts';
import * as wire from '../wire.ts';

const root = '/rest/servicedeskapi/organization';

const list: Operation = {method: 'GET', path: root};

/** Gets or creates, so repeating it blindly might return what someone else made meanwhile. */
const create: Operation = {method: 'POST', path: root};

const listMembers: Operation = {
	method: 'GET',
	path: `${root}/{organizationId}/user`,
};

/** Answers 204 also for those who are members already. */
const memberAddition: Operation = {
	method: 'POST',
	path: `${root}/{organizationId}/user`,
	isRepeatable: true,
};

const one: Operation = {method: 'GET', path: `${root}/{organizationId}`};

/** Deletes it whatever it is linked to; its members keep their accounts. */
const deletion: Operation = {
	method: 'DELETE',
	path: `${root}/{organizationId}`,
	isRepeatable: true,
};

/** Takes a body, as few deletions do. */
const memberRemoval: Operation = {
	method: 'DELETE',
	path: `${root}/{organizationId}/user`,
	isRepeatable: true,
};

/** Every organization of the site; there is no search by name. */
export function listOrganizations(
	client: JiraClient,
	signal?: AbortSignal,
): Pages<Organization> {
	const pages = servicePages(
		client,
		{operation: list, item: wire.organization, size: 50},
		signal,
	);
	return mapPages(pages, toOrganization);
}

/** The organizations an account is in. Asking for someone else needs an agent licence. */
export function listOrganizationsOf(
	client: JiraClient,
	accountId: string,
	signal?: AbortSignal,
): Pages<Organization> {
	const pages = servicePages(
		client,
		{
			operation: list,
			query: {accountId},
			item: wire.organization,
			size: 50,
		},
		signal,
	);
	return mapPages(pages, toOrganization);
}

/**
Gets or creates an organization: the answer is 201 with the existing one where the name is taken (R11).

Source: Atlassian's documentation of `POST /rest/servicedeskapi/organization`.
*/
export async function getOrCreateOrganization(
	client: JiraClient,
	name: string,
	signal?: AbortSignal,
): Promise<Receipt & {readonly organization: Organization}> {
	const {body, requestId} = await client.send(
		{operation: create, body: {name}, answer: wire.organization},
		signal,
	);
	return {organization: toOrganization(body), requestId};
}

export function listOrganizationMembers(
	client: JiraClient,
	organizationId: string,
	signal?: AbortSignal,
): Pages<Account> {
	const pages = servicePages(
		client,
		{
			operation: listMembers,
			path: {organizationId},
			item: wire.customer,
			size: 50,
		},
		signal,
	);
	return mapPages(pages, toAccount);
}

/** Answers 400 where any account is unknown; whether the others are added is not documented. */
export async function addOrganizationMembers(
	client: JiraClient,
	organizationId: string,
	accountIds: readonly string[],
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{
			operation: memberAddition,
			path: {organizationId},
			body: {accountIds},
			answer: wire.nothing,
		},
		signal,
	);
	return {requestId};
}

/** One organization; undefined where it is gone. */
export async function readOrganization(
	client: JiraClient,
	organizationId: string,
	signal?: AbortSignal,
): Promise<Organization | undefined> {
	try {
		const {body} = await client.send(
			{operation: one, path: {organizationId}, answer: wire.organization},
			signal,
		);
		return toOrganization(body);
	} catch (error) {
		if (error instanceof SiteError && error.facts.code === 'not-found') {
			return undefined;
		}

		throw error;
	}
}

export async function removeOrganizationMembers(
	client: JiraClient,
	organizationId: string,
	accountIds: readonly string[],
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{
			operation: memberRemoval,
			path: {organizationId},
			body: {accountIds},
			answer: wire.nothing,
		},
		signal,
	);
	return {requestId};
}

/** Only a Jira administrator may. */
export async function deleteOrganization(
	client: JiraClient,
	organizationId: string,
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{operation: deletion, path: {organizationId}, answer: wire.nothing},
		signal,
	);
	return {requestId};
}

export function toOrganization({
	id,
	name,
	scimManaged = false,
}: z.infer<typeof wire.organization>): Organization {
	return {id, name, managed: scimManaged};
}
