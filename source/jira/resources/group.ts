import {z} from 'zod';
import {type Account} from '../../migration/model.ts';
import {readAll} from '../../migration/pages.ts';
import {type Group, type Receipt} from '../../migration/ports.ts';
import {SiteError} from '../../migration/site-error.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import * as wire from '../wire.ts';
import {listGroupMembers} from './user.ts';

const root = '/rest/api/3/group';

const pick: Operation = {method: 'GET', path: '/rest/api/3/groups/picker'};

const listById: Operation = {method: 'GET', path: `${root}/bulk`};

const creation: Operation = {method: 'POST', path: root};

const deletion: Operation = {
	method: 'DELETE',
	path: root,
	isRepeatable: true,
};

/** Takes one account a call. */
const addition: Operation = {method: 'POST', path: `${root}/user`};

const removal: Operation = {
	method: 'DELETE',
	path: `${root}/user`,
	isRepeatable: true,
};

/** Groups that the picker shows at most; more with one name in common are not to be expected. */
const mostGroups = 1000;

const picked = z.object({
	groups: z.array(z.object({groupId: z.string(), name: z.string()})),
});

const listed = z.object({values: z.array(z.object({groupId: z.string()}))});

const created = z.object({groupId: z.string(), name: z.string()});

/** Groups with this in their names, without regard to case. */
export async function findGroups(
	client: JiraClient,
	name: string,
	signal?: AbortSignal,
): Promise<readonly Group[]> {
	const {body} = await client.send(
		{
			operation: pick,
			query: {query: name, maxResults: mostGroups, caseInsensitive: true},
			answer: picked,
		},
		signal,
	);
	return body.groups.map((group) => ({id: group.groupId, name: group.name}));
}

export async function hasGroup(
	client: JiraClient,
	groupId: string,
	signal?: AbortSignal,
): Promise<boolean> {
	const {body} = await client.send(
		{operation: listById, query: {groupId}, answer: listed},
		signal,
	);
	return body.values.some((group) => group.groupId === groupId);
}

/** Everyone in a group; nobody where it is gone. */
export async function readGroupMembers(
	client: JiraClient,
	groupId: string,
	signal?: AbortSignal,
): Promise<readonly Account[]> {
	try {
		return await readAll(listGroupMembers(client, groupId, signal));
	} catch (error) {
		if (error instanceof SiteError && error.facts.code === 'not-found') {
			return [];
		}

		throw error;
	}
}

/** Only a site administrator may change groups. */
export async function createGroup(
	client: JiraClient,
	name: string,
): Promise<Receipt & {readonly group: Group}> {
	const {body, requestId} = await client.send({
		operation: creation,
		body: {name},
		answer: created,
	});
	return {group: {id: body.groupId, name: body.name}, requestId};
}

export async function addToGroup(
	client: JiraClient,
	groupId: string,
	accountId: string,
): Promise<Receipt> {
	const {requestId} = await client.send({
		operation: addition,
		query: {groupId},
		body: {accountId},
		answer: wire.nothing,
	});
	return {requestId};
}

export async function removeFromGroup(
	client: JiraClient,
	groupId: string,
	accountId: string,
): Promise<Receipt> {
	const {requestId} = await client.send({
		operation: removal,
		query: {groupId, accountId},
		answer: wire.nothing,
	});
	return {requestId};
}

export async function deleteGroup(
	client: JiraClient,
	groupId: string,
): Promise<Receipt> {
	const {requestId} = await client.send({
		operation: deletion,
		query: {groupId},
		answer: wire.nothing,
	});
	return {requestId};
}
