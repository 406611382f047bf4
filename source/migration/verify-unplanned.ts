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
	const created = new Map<string, string>();

	for (const {id} of customers) {
		const accountId = accountMade(id, state);

		if (accountId !== undefined) {
			created.set(accountId, id);
		}
	}

	return created;
}

/** The account this run made for a customer, if it made one. */
function accountMade(customer: string, state: RunState): string | undefined {
	return state.isCreated(customer) ? state.customerId(customer) : undefined;
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
	{
		organizations,
		created,
	}: {
		readonly organizations: readonly Organization[];
		readonly created: CreatedAccounts;
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
				.filter((member) => created.has(member.id))
				.map((member) => unplannedMember(member, name, created));
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
		const accountId = accountMade(id, state);
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
