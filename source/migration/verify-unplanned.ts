import pMap from 'p-map';
import {domainOf} from './email-domains.ts';
import {type Account, type Organization} from './model.ts';
import {readAll} from './pages.ts';
import {type Plan} from './plan.ts';
import {type DestinationSite} from './ports.ts';
import {type RunAccounts} from './run-accounts.ts';
import {type RunState} from './run-state.ts';
import {listsAtOnce} from './scan-source.ts';
import {type Difference} from './verification.ts';

/** A member nobody planned. Of those this run created it is told who they are. */
export function unplannedMember(
	member: Account,
	place: string,
	accounts: RunAccounts,
): Difference {
	const customer = accounts.createdFor(member.id);
	return {
		sign: '+',
		what: 'member',
		subject: member.email ?? member.name,
		place,
		...(customer !== undefined && {customer}),
	};
}

type Setting = {
	readonly destination: DestinationSite;
	readonly signal?: AbortSignal;
};

/**
Looks for customers of this run in organizations the plan does not touch. An organization may own email domains, which no API tells, and takes in every new customer of theirs.
*/
export async function checkUnplanned(
	plan: Plan,
	state: RunState,
	{
		organizations,
		accounts,
	}: {
		readonly organizations: readonly Organization[];
		readonly accounts: RunAccounts;
	},
	setting: Setting,
): Promise<readonly Difference[]> {
	const planned = new Set(
		plan.organizations.map((one) => state.organizationId(one)),
	);
	const others = organizations.filter(({id}) => !planned.has(id));
	const firsts = firstOfEachDomain(plan, state);
	const suspects = await whereTheyMayBe(firsts, others, setting);
	const found = await pMap(
		suspects,
		async ({id, name}) => {
			const pages = setting.destination.organizationMembers(id, setting.signal);
			const members = await readAll(pages);
			return members
				.filter((member) => accounts.createdFor(member.id) !== undefined)
				.map((member) => unplannedMember(member, name, accounts));
		},
		{concurrency: listsAtOnce},
	);
	return found.flat();
}

/** Accounts this run created, one of each email domain. */
function firstOfEachDomain(
	{customers}: Plan,
	state: RunState,
): readonly string[] {
	const firsts = new Map<string, string>();

	for (const {id, email = ''} of customers) {
		const accountId = state.isCreated(id) ? state.customerId(id) : undefined;
		const domain = domainOf(email);

		if (accountId !== undefined && !firsts.has(domain)) {
			firsts.set(domain, accountId);
		}
	}

	return firsts.values().toArray();
}

/** Whoever joins by domain joins like everyone of the domain, so one of each is asked for; unless there are fewer organizations than domains. */
async function whereTheyMayBe(
	firsts: readonly string[],
	others: readonly Organization[],
	{destination, signal}: Setting,
): Promise<readonly Organization[]> {
	if (others.length <= firsts.length) {
		return others;
	}

	const joined = await pMap(
		firsts,
		async (accountId) =>
			readAll(destination.organizationsOf(accountId, signal)),
		{concurrency: listsAtOnce},
	);
	const ids = new Set(joined.flat().map(({id}) => id));
	return others.filter(({id}) => ids.has(id));
}
