import {createCloudClient, createServiceDeskClient, isApiError} from 'jira.js';
import {type SiteLogin} from './practice.ts';

/** A customer as a CSV row of such scripts has him. */
export type PeerRow = {
	readonly email: string;
	readonly name: string;
	readonly organization: string;
	readonly serviceDeskId: string;
};

/**
Copies customers as published scripts do, row by row, each answer awaited before the next call. The order is that of iokiwi/jsd-bulk-customer-upload: get or create the customer, get or create his organization and link it to the project, add him to the organization, add him to the project. Organizations are remembered, and a row that is refused is passed over, as there. Since Jira takes account ids only, the customer is looked for by email first.

@returns Seconds a row.
*/
export async function copyAsScriptsDo(
	rows: readonly PeerRow[],
	login: SiteLogin,
): Promise<number> {
	const copy = createLoop(login);
	const begun = performance.now();

	for (const row of rows) {
		try {
			await copy(row);
		} catch (error) {
			if (!isApiError(error)) {
				throw error;
			}
		}
	}

	return (performance.now() - begun) / 1000 / rows.length;
}

function createLoop({
	url,
	email,
	token,
}: SiteLogin): (row: PeerRow) => Promise<void> {
	const login = {
		host: url,
		auth: {type: 'basic', email, apiToken: token},
	} as const;
	const {userSearch} = createCloudClient(login);
	const {customer, organization, servicedesk} = createServiceDeskClient(login);
	const known = new Map<string, number>();

	const findOrCreate = async (row: PeerRow) => {
		const [hit] = await userSearch.findUsers({query: row.email});
		const found =
			hit ??
			(await customer.createCustomer({
				email: row.email,
				displayName: row.name,
			}));
		return found.accountId ?? '';
	};

	const getOrganization = async ({organization: name, ...row}: PeerRow) => {
		const {id} = await organization.createOrganization({name});
		const organizationId = Number(id);
		await organization.addOrganization({
			serviceDeskId: row.serviceDeskId,
			body: {organizationId},
		});
		known.set(name, organizationId);
		return organizationId;
	};

	return async (row) => {
		const accountId = await findOrCreate(row);
		const organizationId =
			known.get(row.organization) ?? (await getOrganization(row));
		await organization.addUsersToOrganization({
			organizationId,
			body: {accountIds: [accountId]},
		});
		await servicedesk.addCustomers({
			serviceDeskId: row.serviceDeskId,
			accountIds: [accountId],
		});
	};
}
