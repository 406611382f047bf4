import {createCloudClient, createServiceDeskClient} from 'jira.js';
import {type Login} from '../../source/practice/practice-sites.ts';

/** Everything on a site that a copy may change, as jira.js sees it: a client that shares nothing with ours. */
export type Picture = {
	readonly accounts: readonly string[];
	/** Names with their members. */
	readonly organizations: Readonly<Record<string, readonly string[]>>;
	/** Keys of service projects with the organizations linked to them. */
	readonly links: Readonly<Record<string, readonly string[]>>;
	/** Keys of service projects with those in their customer role. */
	readonly access: Readonly<Record<string, readonly string[]>>;
};

/** Looks at a site. Former users are what deleted accounts leave behind, and are passed over. */
export async function takePicture({
	url,
	email,
	token,
}: Login & {readonly url: string}): Promise<Picture> {
	const config = {
		host: url,
		auth: {type: 'basic', email, apiToken: token},
		onSchemaMismatch: 'silent',
	} as const;
	const desk = createServiceDeskClient(config);
	const cloud = createCloudClient(config);
	const accounts = await readAccounts(cloud);
	const known = new Set(accounts.map(([id]) => id));
	const organizations: Record<string, readonly string[]> = {};
	const links: Record<string, readonly string[]> = {};
	const access: Record<string, readonly string[]> = {};

	for (const {id, name = ''} of await pages(async (start) =>
		desk.organization.getOrganizations({start}),
	)) {
		const members = await pages(async (start) =>
			desk.organization.getUsersInOrganization({
				organizationId: Number(id),
				start,
			}),
		);
		organizations[`${id} ${name}`] = sorted(
			members.map(({accountId = ''}) => accountId),
			known,
		);
	}

	for (const {id = '', projectKey = ''} of await pages(async (start) =>
		desk.servicedesk.getServiceDesks({start}),
	)) {
		const linked = await pages(async (start) =>
			desk.organization.getServiceDeskOrganizations({
				serviceDeskId: id,
				start,
			}),
		);
		links[projectKey] = sorted(linked.map((one) => String(one.id)));
		access[projectKey] = sorted(
			await readCustomerRole(cloud, projectKey),
			known,
		);
	}

	return {
		accounts: accounts.map((account) => account.join(' ')).toSorted(),
		organizations,
		links,
		access,
	};
}

type Cloud = ReturnType<typeof createCloudClient>;

async function readAccounts(
	cloud: Cloud,
): Promise<
	ReadonlyArray<readonly [id: string, email: string, active: string]>
> {
	const found: Array<readonly [string, string, string]> = [];
	let count: number;

	do {
		const users = await cloud.users.getAllUsers({
			startAt: found.length,
			maxResults: 1000,
		});
		count = users.length;
		found.push(
			...users.map(
				({accountId = '', displayName = '', emailAddress, active}) =>
					[
						accountId,
						displayName === 'Former user' ? '' : (emailAddress ?? displayName),
						String(active),
					] as const,
			),
		);
	} while (count > 0);

	return found.filter(([, label]) => label !== '');
}

async function readCustomerRole(
	cloud: Cloud,
	projectIdOrKey: string,
): Promise<readonly string[]> {
	const roles = await cloud.projectRoles.getProjectRoles({projectIdOrKey});
	const url = Object.entries(roles).find(([name]) => /customers/iv.test(name));
	const {actors = []} = await cloud.projectRoles.getProjectRole({
		projectIdOrKey,
		id: Number(String(url?.[1]).split('/').at(-1)),
	});
	return actors.map(({actorUser}) => actorUser?.accountId ?? '');
}

/** Reads pages by what came, since sites give less than asked. */
async function pages<Item>(
	read: (start: number) => Promise<{
		readonly values?: readonly Item[];
		readonly isLastPage?: boolean;
	}>,
): Promise<readonly Item[]> {
	const items: Item[] = [];

	for (;;) {
		const {values = [], isLastPage} = await read(items.length);
		items.push(...values);

		if (isLastPage === true || values.length === 0) {
			return items;
		}
	}
}

function sorted(
	ids: readonly string[],
	known: ReadonlySet<string> = new Set(ids),
): readonly string[] {
	return ids.filter((id) => known.has(id)).toSorted();
}
