import pMap from 'p-map';
import {domainOf} from './email-domains.ts';
import {type Account, type Organization} from './model.ts';
import {readAll} from './pages.ts';
import {type Plan} from './plan.ts';
import {type DestinationSite} from './ports.ts';
import {type RunState} from './run-state.ts';
import {listsAtOnce} from './scan-source.ts';
import {type Difference} from './verification.ts';

/** Source ids of the customers this run created, by their account on the destination. */
export type CreatedAccounts = ReadonlyMap<string, string>;

export function createdAccounts(
	{customers}: Plan,
	state: RunState,
): CreatedAccounts {
	return new Map(
		customers.flatMap(({id}) => {
			const accountId = state.isCreated(id) ? state.customerId(id) : undefined;
			return accountId === undefined ? [] : [[accountId, id] as const];
		}),
	);
}

/** A member nobody planned. Of those this run created it is told who they are. */
export function unplannedMember(
	member: Account,
	place: string,
	created: CreatedAccounts,
): Difference {
	const customer = created.get(member.id);
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
	organizations: readonly Organization[],
	setting: Setting,
): Promise<readonly Difference[]> {
	const planned = new Set(
		plan.organizations.map((one) => state.organizationId(one)),
	);
	const others = organizations.filter(({id}) => !planned.has(id));
	const created = createdAccounts(plan, state);
	const suspects = await whereTheyMayBe(plan, created, others, setting);
	const found = await pMap(
		suspects,
		async ({id, name}) => {
			const pages = setting.destination.organizationMembers(id, setting.signal);
			const members = await readAll(pages);
			return members
				.filter((member) => created.has(member.id))
				.map((member) => unplannedMember(member, name, created));
		},
		{concurrency: listsAtOnce},
	);
	return found.flat();
}

/** Whoever joins by domain joins like everyone of the domain, so one of each is asked for; unless there are fewer organizations than domains. */
async function whereTheyMayBe(
	{customers}: Plan,
	created: CreatedAccounts,
	others: readonly Organization[],
	{destination, signal}: Setting,
): Promise<readonly Organization[]> {
	const emails = new Map(customers.map(({id, email}) => [id, email ?? '']));
	const oneOfEach = new Map(
		[...created].map(([accountId, customer]) => [
			domainOf(emails.get(customer) ?? ''),
			accountId,
		]),
	);

	if (others.length <= oneOfEach.size) {
		return others;
	}

	const joined = await pMap(
		oneOfEach.values(),
		async (accountId) =>
			readAll(destination.organizationsOf(accountId, signal)),
		{concurrency: listsAtOnce},
	);
	const ids = new Set(joined.flat().map(({id}) => id));
	return others.filter(({id}) => ids.has(id));
}
