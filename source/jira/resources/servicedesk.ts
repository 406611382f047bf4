import {
	type Account,
	type Organization,
	type ServiceProject,
} from '../../migration/model.ts';
import {type Pages, type Receipt} from '../../migration/ports.ts';
import {type JiraClient} from '../client.ts';
import {type Operation} from '../operation.ts';
import {mapPages, servicePages} from '../paginate.ts';
import {toAccount} from '../people.ts';
import * as wire from '../wire.ts';
import {toOrganization} from './organization.ts';

const root = '/rest/servicedeskapi/servicedesk';

const list: Operation = {method: 'GET', path: root};

const organizationsPath = `${root}/{serviceDeskId}/organization`;

const listLinks: Operation = {method: 'GET', path: organizationsPath};

/** Answers 204 also where it is linked already. */
const link: Operation = {
	method: 'POST',
	path: organizationsPath,
	isRepeatable: true,
};

const customersPath = `${root}/{serviceDeskId}/customer`;

/** Limited to 5 calls a second for the whole site. */
const listCustomers: Operation = {
	method: 'GET',
	path: customersPath,
	isExperimental: true,
};

/** Answers 204 also for those who are on the list already. */
const customerAddition: Operation = {
	method: 'POST',
	path: customersPath,
	isRepeatable: true,
};

/** Takes a body, and answers 204 also where it is not linked. */
const unlink: Operation = {
	method: 'DELETE',
	path: organizationsPath,
	isRepeatable: true,
};

/** Takes a body, and answers 204 also for those who are not on the list. */
const customerRemoval: Operation = {
	method: 'DELETE',
	path: customersPath,
	isExperimental: true,
	isRepeatable: true,
};

/** Every service project the login can see. */
export function listServiceProjects(
	client: JiraClient,
	signal?: AbortSignal,
): Pages<ServiceProject> {
	const pages = servicePages(
		client,
		{operation: list, item: wire.serviceDesk, size: 100},
		signal,
	);
	return mapPages(pages, ({id, projectKey, projectName}) => ({
		id,
		key: projectKey,
		name: projectName,
	}));
}

export function listProjectOrganizations(
	client: JiraClient,
	project: ServiceProject,
	signal?: AbortSignal,
): Pages<Organization> {
	const pages = servicePages(
		client,
		{
			operation: listLinks,
			path: {serviceDeskId: project.id},
			item: wire.organization,
			size: 50,
		},
		signal,
	);
	return mapPages(pages, toOrganization);
}

export async function linkOrganization(
	client: JiraClient,
	project: ServiceProject,
	organizationId: string,
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{
			operation: link,
			path: {serviceDeskId: project.id},
			// Ids of organizations are strings in reads and numbers in bodies.
			body: {organizationId: Number(organizationId)},
			answer: wire.nothing,
		},
		signal,
	);
	return {requestId};
}

/** Whether members of linked organizations are on this list is not documented. */
export function listProjectCustomers(
	client: JiraClient,
	project: ServiceProject,
	signal?: AbortSignal,
): Pages<Account> {
	const pages = servicePages(
		client,
		{
			operation: listCustomers,
			path: {serviceDeskId: project.id},
			item: wire.customer,
			size: 50,
		},
		signal,
	);
	return mapPages(pages, toAccount);
}

/** Answers 400 where any account is unknown; the others are added all the same. */
export async function addProjectCustomers(
	client: JiraClient,
	project: ServiceProject,
	accountIds: readonly string[],
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{
			operation: customerAddition,
			path: {serviceDeskId: project.id},
			body: {accountIds},
			answer: wire.nothing,
		},
		signal,
	);
	return {requestId};
}

export async function unlinkOrganization(
	client: JiraClient,
	project: ServiceProject,
	organizationId: string,
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{
			operation: unlink,
			path: {serviceDeskId: project.id},
			body: {organizationId: Number(organizationId)},
			answer: wire.nothing,
		},
		signal,
	);
	return {requestId};
}

/** Answers 400 where the project is open to everyone. */
export async function removeProjectCustomers(
	client: JiraClient,
	project: ServiceProject,
	accountIds: readonly string[],
	signal?: AbortSignal,
): Promise<Receipt> {
	const {requestId} = await client.send(
		{
			operation: customerRemoval,
			path: {serviceDeskId: project.id},
			body: {accountIds},
			answer: wire.nothing,
		},
		signal,
	);
	return {requestId};
}
