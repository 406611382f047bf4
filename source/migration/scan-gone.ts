import pMap from 'p-map';
import {chunks} from './chunks.ts';
import {type Memory} from './memory.ts';
import {type Account, type Organization, type SourceSnapshot} from './model.ts';
import {type SourceSite} from './ports.ts';

/** Ids asked for in one call, as elsewhere. */
const idsPerCall = 100;
const callsAtOnce = 16;

/**
Finds what earlier runs copied and the source has no more (R13). Lists leave out some accounts, such as those whose access was revoked, so whoever is missing there is asked for by id before he is called gone.
*/
export async function findGone(
	site: SourceSite,
	{
		accounts,
		organizations,
	}: {
		readonly accounts: readonly Account[];
		readonly organizations: readonly Organization[];
	},
	copied: Pick<Memory, 'customers' | 'organizations'>,
	signal?: AbortSignal,
): Promise<SourceSnapshot['gone']> {
	const listed = idsOf(accounts);
	const missing = copied.customers
		.keys()
		.filter((id) => !listed.has(id))
		.toArray();
	const found = await pMap(
		chunks(missing, idsPerCall),
		async (ids) => site.accountsById(ids, signal),
		{concurrency: callsAtOnce},
	);
	const hidden = idsOf(found.flat());
	const there = new Set(organizations.map(({id}) => id));
	return {
		customers: missing.filter((id) => !hidden.has(id)),
		organizations: copied.organizations
			.keys()
			.filter((id) => !there.has(id))
			.toArray(),
	};
}

/** Former users are nobody. */
function idsOf(accounts: readonly Account[]): ReadonlySet<string> {
	return new Set(
		accounts.filter(({status}) => status !== 'deleted').map(({id}) => id),
	);
}
