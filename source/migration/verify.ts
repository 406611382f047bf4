import pMap from 'p-map';
import {checkRequests} from './activity/verify-requests.ts';
import {type EngineEvent} from './events.ts';
import {chunks} from './chunks.ts';
import {type KeepsCheck, checkEach, readWhole} from './look-again.ts';
import {type Account, type Organization, type ServiceProject} from './model.ts';
import {readAll, readIds} from './pages.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from './plan.ts';
import {type Clock, type DestinationSite} from './ports.ts';
import {RunAccounts} from './run-accounts.ts';
import {type RunState} from './run-state.ts';
import {listsAtOnce} from './scan-source.ts';
import {
	type Check,
	type Verification,
	isDifference,
	summarizeChecks,
} from './verification.ts';
import {checkUnplanned, unplannedMember} from './verify-unplanned.ts';

export type VerifySetting = {
	readonly destination: DestinationSite;
	readonly clock: Clock;
	readonly signal?: AbortSignal;
	readonly emit: (event: EngineEvent) => void;
};

/** Waits in milliseconds before looking again for accounts that lists do not show yet, or show as they were. */
const waitsForLaggingLists = [0, 1000, 2000, 4000] as const;

const idsPerCall = 100;

/** Reads the destination again and compares it with what the run says it did (R16). */
export async function verifyRun(
	plan: Plan,
	state: RunState,
	setting: VerifySetting,
): Promise<Verification> {
	let equal = 0;
	const differences = await checkAll(plan, state, {
		...setting,
		// What is as it should be is most of a million things, so it is only counted.
		keeps(check) {
			equal += Number(!isDifference(check));
			return isDifference(check);
		},
	});
	return summarizeChecks(differences, equal);
}

/** The same, thing by thing. */
export async function checkRun(
	plan: Plan,
	state: RunState,
	setting: VerifySetting,
): Promise<readonly Check[]> {
	return checkAll(plan, state, {...setting, keeps: () => true});
}

type CheckSetting = VerifySetting & {readonly keeps: KeepsCheck};

async function checkAll(
	plan: Plan,
	state: RunState,
	setting: CheckSetting,
): Promise<readonly Check[]> {
	const {destination, keeps, signal} = setting;
	setting.emit({type: 'verify-started'});
	const accounts = new RunAccounts(plan, state);
	const found = await Promise.all([
		checkCustomers(plan, state, accounts, setting),
		checkMemberships(plan, state, accounts, setting),
		checkLinks(plan, state, setting),
		checkAccess(plan, state, setting),
		checkRequests(plan, state, {destination, keeps}, signal),
	]);
	return found.flat();
}

/** Organizations with their members, and new customers in those that nobody planned. */
async function checkMemberships(
	plan: Plan,
	state: RunState,
	accounts: RunAccounts,
	setting: CheckSetting,
): Promise<readonly Check[]> {
	const organizations = await readOrganizations(plan, state, setting);
	const names = new Map(organizations.map(({id, name}) => [id, name]));
	const found = await Promise.all([
		checkOrganizations(plan, state, {names, accounts}, setting),
		checkUnplanned(plan, state, {organizations, accounts}, setting),
	]);
	return found.flat();
}

async function readOrganizations(
	plan: Plan,
	state: RunState,
	setting: CheckSetting,
): Promise<readonly Organization[]> {
	const {destination, signal} = setting;
	const expected = new Set(
		plan.organizations.flatMap((one) => state.organizationId(one) ?? []),
	);
	return readWhole(
		async () => readAll(destination.organizations(signal)),
		(found) => expected.isSubsetOf(new Set(found.map(({id}) => id))),
		setting,
	);
}

async function checkCustomers(
	{customers}: Plan,
	state: RunState,
	accounts: RunAccounts,
	setting: CheckSetting,
): Promise<readonly Check[]> {
	const {destination, signal} = setting;

	for await (const page of destination.accounts(signal)) {
		for (const {id, status} of page) {
			accounts.note(id, status);
		}
	}

	await lookAgain(accounts, setting);
	return customers
		.values()
		.flatMap((customer) => checkCustomer(customer, state, accounts))
		.filter((check) => setting.keeps(check))
		.toArray();
}

/** Nobody expects anything of a customer without an account. */
function checkCustomer(
	{id, email, name}: PlannedCustomer,
	state: RunState,
	accounts: RunAccounts,
): readonly Check[] {
	const account = state.customerId(id);

	if (account === undefined) {
		return [];
	}

	const status = accounts.statusOf(account);
	const isMissing = status === undefined || status === 'deleted';
	// A revocation that failed is explained by the customer's own row.
	const signThere = accounts.isReopened(id, account) ? '!' : '=';
	return [
		{
			sign: isMissing ? '-' : signThere,
			what: 'customer',
			subject: email ?? name,
		},
	];
}

/** Lists may lag behind for a while, so accounts that are missing from them or not as they should be are asked for by id. */
async function lookAgain(
	accounts: RunAccounts,
	{destination, clock, signal}: VerifySetting,
): Promise<void> {
	for (const wait of waitsForLaggingLists) {
		const ids = accounts.doubtful();

		if (ids.length === 0) {
			break;
		}

		await clock.wait(wait, signal);
		const found = await pMap(
			chunks(ids, idsPerCall),
			async (chunk) => destination.accountsById(chunk, signal),
			{concurrency: listsAtOnce},
		);

		for (const {id, status} of found.flat()) {
			accounts.note(id, status);
		}
	}
}

/** Source organizations that end in one on the destination, by its id. */
type Joined = ReadonlyMap<string, readonly PlannedOrganization[]>;

async function checkOrganizations(
	plan: Plan,
	state: RunState,
	{
		names,
		accounts,
	}: {
		readonly names: ReadonlyMap<string, string>;
		readonly accounts: RunAccounts;
	},
	setting: CheckSetting,
): Promise<readonly Check[]> {
	const {destination, signal} = setting;
	const joined: Joined = Map.groupBy(
		plan.organizations,
		(organization) => state.organizationId(organization) ?? '',
	);
	return checkEach(
		joined,
		async ([destinationId, organizations]): Promise<readonly Check[]> => {
			if (destinationId === '') {
				return [];
			}

			const nameThere = names.get(destinationId);

			if (nameThere === undefined) {
				return organizations.map((organization) => ({
					sign: '-',
					what: 'organization',
					subject: plannedName(organization),
				}));
			}

			const members = await readAll(
				destination.organizationMembers(destinationId, signal),
			);
			return [
				...organizations.map((organization) =>
					checkName(organization, nameThere),
				),
				...checkMembers(organizations, members, state, accounts),
			];
		},
		setting,
	);
}

function plannedName({name, newName}: PlannedOrganization): string {
	return newName ?? name;
}

/** Only what we named ourselves must keep its name. */
function checkName(
	organization: PlannedOrganization,
	nameThere: string,
): Check {
	const {newName} = organization;
	const row = {
		what: 'organization',
		subject: plannedName(organization),
	} as const;
	return newName === undefined || newName === nameThere
		? {sign: '=', ...row}
		: {sign: '!', ...row, nameNow: nameThere};
}

function checkMembers(
	organizations: readonly PlannedOrganization[],
	found: readonly Account[],
	state: RunState,
	accounts: RunAccounts,
): readonly Check[] {
	const place = organizations.map((one) => plannedName(one)).join(', ');
	const customers = organizations.flatMap(({id, members}) => [
		...members.present,
		...members.add.filter((customer) => state.isMember(id, customer)),
	]);
	const expected = new Map(
		state.people(customers).map(({accountId, label}) => [accountId, label]),
	);
	const there = new Set(found.map((member) => member.id));
	const planned = [...expected].map(([accountId, subject]): Check => ({
		sign: there.has(accountId) ? '=' : '-',
		what: 'member',
		subject,
		place,
	}));
	// Others may join an organization that was there before; a new one has only those we added.
	const isNew = organizations.some(({fate}) => fate === 'create');
	const extra = found.filter(
		({id}) =>
			!expected.has(id) && (isNew || accounts.createdFor(id) !== undefined),
	);
	return [
		...planned,
		...extra.map((member) => unplannedMember(member, place, accounts)),
	];
}

async function checkLinks(
	{organizations, projects}: Plan,
	state: RunState,
	setting: CheckSetting,
): Promise<readonly Check[]> {
	const {destination, signal} = setting;
	const counterparts = new Map(
		projects.flatMap(({to}) =>
			to === undefined ? [] : [[to.key, to] as const],
		),
	);
	return checkEach(
		counterparts.values(),
		async (project) => {
			const there = await readIds(
				destination.projectOrganizations(project, signal),
			);
			return organizations
				.filter((organization) =>
					isLinkExpected(organization, project.key, state),
				)
				.map((organization): Check => {
					const isThere = there.has(state.organizationId(organization) ?? '');
					const subject = organization.newName ?? organization.name;
					return {
						sign: isThere ? '=' : '-',
						what: 'link',
						subject,
						place: project.key,
					};
				});
		},
		setting,
	);
}

function isLinkExpected(
	{id, links}: PlannedOrganization,
	project: string,
	state: RunState,
): boolean {
	return (
		state.isLinked(id, project) ||
		links.present.some(({key}) => key === project)
	);
}

async function checkAccess(
	{access}: Plan,
	state: RunState,
	setting: CheckSetting,
): Promise<readonly Check[]> {
	const {destination, signal} = setting;
	return checkEach(
		access,
		async ({to, add, present}) => {
			if (to === undefined) {
				return [];
			}

			const there = await readCustomers(destination, to, signal);
			const added = add.filter((customer) => state.hasAccess(to.key, customer));
			return state
				.people([...present, ...added])
				.map(({accountId, label}): Check => ({
					sign: there.has(accountId) ? '=' : '-',
					what: 'access',
					subject: label,
					place: to.key,
				}));
		},
		setting,
	);
}

/** The customer role is one call; the list, for where it can't be read, is limited to 5 a second. */
async function readCustomers(
	destination: DestinationSite,
	project: ServiceProject,
	signal?: AbortSignal,
): Promise<ReadonlySet<string>> {
	const individual = await destination.individualCustomers(project, signal);
	return individual === undefined
		? readIds(destination.projectCustomers(project, signal))
		: new Set(individual);
}
