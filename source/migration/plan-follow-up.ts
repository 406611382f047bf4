import {type FollowUpState} from './follow-up-state.ts';
import {type ServiceProject, type Site} from './model.ts';
import {readAll} from './pages.ts';
import {type FollowUpSite, type Group} from './ports.ts';
import {type Report} from './report.ts';
import {type RunState} from './run-state.ts';
import {type Person} from './step.ts';

/** Part of the name of the group whose members have the Customer role on a site; Atlassian makes one for each site. */
export const customerGroupName = 'jira-servicemanagement-customers';

/** What a follow-up will do, and what a person has to do: a plain JSON value. */
export type FollowUpPlan = {
	readonly run: string;
	readonly destination: Site;
	/** Portal-only on the source, Atlassian account on the destination. */
	readonly people: readonly Person[];
	/** The name of the group to make; missing where it is made, nobody is to be in it, or the login may not. */
	readonly newGroup?: string;
	/** To be put into the group that collects them. */
	readonly toCollect: readonly Person[];
	/** The group that gives the Customer role, and who is not in it yet. */
	readonly role?: {readonly group: Group; readonly people: readonly Person[]};
	/** Access that the source had and the destination lacks. */
	readonly access: ReadonlyArray<{
		readonly project: ServiceProject;
		readonly people: readonly Person[];
	}>;
	/** What the login may not do itself. */
	readonly byHand: readonly FollowUpItem[];
};

/** One thing on the list that a person ticks off. */
export type FollowUpItem = {
	/** The same each time the list is made. */
	readonly id: string;
	/** Email or name, untrusted; empty where it is about the whole site. */
	readonly subject: string;
	readonly problem: string;
	readonly nextStep: string;
	/** Where to go for it. */
	readonly link?: string;
};

export type FollowUpInput = {
	readonly run: string;
	readonly report: Report;
	readonly state: RunState;
	readonly done: FollowUpState;
	readonly site: FollowUpSite;
};

/** Reads what the destination has of it already, and plans the rest. Nothing is written. */
export async function planFollowUp(
	input: FollowUpInput,
	signal: AbortSignal,
): Promise<FollowUpPlan> {
	const {run, report, state, done, site} = input;
	const {plan} = report;
	const people = state.people(
		plan.customers
			.filter(({problem}) => problem === 'atlassian-account-there')
			.map(({id}) => id),
	);
	const canChangeGroups = await site.canChangeGroups(signal);
	const roleGroups = await site.groupsLike(customerGroupName, signal);
	const role = roleGroups.length === 1 ? roleGroups[0] : undefined;
	const helpers = new Set<string>();

	for await (const page of site.agents(signal)) {
		for (const {id} of page) {
			helpers.add(id);
		}
	}

	// An agent's licence gives more than the role.
	const needing = people.filter(({accountId}) => !helpers.has(accountId));
	const roleMembers =
		role === undefined ? [] : await readAll(site.groupMembers(role.id, signal));
	const inRole = new Set(roleMembers.map(({id}) => id));
	const without = needing.filter(({accountId}) => !inRole.has(accountId));
	const isPossible = canChangeGroups && needing.length > 0;
	return {
		run,
		destination: plan.destination,
		people: needing,
		...(isPossible &&
			done.group === undefined && {
				newGroup: await freeGroupName(run, site, signal),
			}),
		toCollect: isPossible
			? needing.filter(
					({accountId}) =>
						done.group === undefined ||
						!done.hasJoined(done.group.id, accountId),
				)
			: [],
		...(canChangeGroups && role && {role: {group: role, people: without}}),
		access: await missingAccess(input, needing, signal),
		byHand:
			without.length > 0 && !(canChangeGroups && role)
				? [roleByHand(plan.destination, without, role)]
				: [],
	};
}

/** Named after the day of the run; another run of that day has its own. */
async function freeGroupName(
	run: string,
	site: FollowUpSite,
	signal: AbortSignal,
): Promise<string> {
	const name = `jsm-ferry-${run.slice(0, 10)}`;
	const taken = await site.groupsLike(name, signal);
	return taken.some((group) => group.name.toLowerCase() === name)
		? `jsm-ferry-${run}`
		: name;
}

/** Only for those whose account type differs; the others got theirs in the run. */
async function missingAccess(
	{report, state, site}: FollowUpInput,
	people: readonly Person[],
	signal: AbortSignal,
): Promise<FollowUpPlan['access']> {
	const byCustomer = new Map(people.map((one) => [one.customer, one]));
	const found: Array<FollowUpPlan['access'][number]> = [];

	for (const {to, add} of report.plan.access) {
		const missing =
			to === undefined
				? []
				: add.flatMap((id) =>
						state.hasAccess(to.key, id) ? [] : (byCustomer.get(id) ?? []),
					);

		if (to === undefined || missing.length === 0) {
			continue;
		}

		const there = new Set(await site.individualCustomers(to, signal));
		const left = missing.filter(({accountId}) => !there.has(accountId));

		if (left.length > 0) {
			found.push({project: to, people: left});
		}
	}

	return found;
}

function roleByHand(
	{name}: Site,
	people: readonly Person[],
	role: Group | undefined,
): FollowUpItem {
	const group = role?.name ?? `${customerGroupName}-…`;
	const who = people.map(({label}) => label).join(', ');
	return {
		id: 'customer-role',
		subject: '',
		problem: `${people.length} accounts on ${name} lack the Customer role, and this login may not give it: ${who}.`,
		nextStep: `As a site administrator: Administration › Directory › Groups › ${group} › Add group members, and add these accounts.`,
		link: 'https://admin.atlassian.com',
	};
}

/** Everything of a run that a person has to look at: what was not possible, and each customer who needs attention. Those whom the follow-up has given the role are done. */
export function* followUpItems(
	report: Report,
	{byHand, role, people}: FollowUpPlan,
): Generator<FollowUpItem> {
	yield* byHand;
	const waiting = new Set(role?.people.map(({customer}) => customer));
	const served = new Set(
		role === undefined
			? []
			: people
					.map(({customer}) => customer)
					.filter((customer) => !waiting.has(customer)),
	);
	const link = `${report.plan.destination.url}/jira/people`;

	for (const {
		id,
		email,
		name,
		problem = '',
		nextStep = '',
	} of report.attention()) {
		if (served.has(id)) {
			continue;
		}

		const subject = email === '' ? name : email;
		yield {id: `customer ${id}`, subject, problem, nextStep, link};
	}
}

/** How many writes a follow-up would send. */
export function followUpWrites({
	newGroup,
	toCollect,
	role,
	access,
}: FollowUpPlan): number {
	return (
		Number(newGroup !== undefined) +
		toCollect.length +
		(role?.people.length ?? 0) +
		access.length
	);
}
