import {editJobs} from './activity/edit-jobs.ts';
import {chunks} from './chunks.ts';
import {customerJobs} from './customer-jobs.ts';
import {type Phase, type PhaseTotals} from './events.ts';
import {type Job, type JobSetting, isUnknown} from './job.ts';
import {
	type Plan,
	type PlannedAccess,
	type PlannedOrganization,
} from './plan.ts';
import {type RunState} from './run-state.ts';
import {type Step} from './step.ts';

/** Accounts a call. Atlassian documents no limit; so many are in use in the field. */
export const accountsPerCall = 50;

/** The jobs of each phase. Left out are those that an interrupted run has done, and those that it may have done. Jobs of a phase may run side by side. Where they need what another phase makes, they come as soon as that is there. */
export const phaseJobs: Readonly<
	Record<Phase, (setting: JobSetting) => Iterable<Job> | AsyncIterable<Job>>
> = {
	organizations: organizationJobs,
	customers: customerJobs,
	memberships: membershipJobs,
	projectLinks: linkJobs,
	projectAccess: accessJobs,
	activity: ({plan, state, destination, signal}) =>
		editJobs(plan, state, destination, signal),
};

/** How much each phase has to do, whether or not some of it is done. */
export function phaseTotals(plan: Plan): PhaseTotals {
	const sum = <Item>(
		items: readonly Item[],
		count: (item: Item) => number,
	): number => {
		let total = 0;

		for (const item of items) {
			total += count(item);
		}

		return total;
	};

	return {
		organizations: sum(plan.organizations, ({fate}) =>
			Number(fate === 'create'),
		),
		customers: sum(plan.customers, ({fate}) => Number(fate === 'create')),
		memberships: sum(plan.organizations, ({members}) => members.add.length),
		projectLinks: sum(plan.organizations, ({links}) => links.add.length),
		projectAccess: sum(plan.access, ({add}) => add.length),
		activity: plan.activity?.requests.length ?? 0,
	};
}

/** Notes what the phases wait for that go side by side. */
export function noteWhatIsLeft({
	plan,
	state,
	organizationsLeft,
	customersLeft,
	membersLeft,
}: JobSetting): void {
	for (const organization of plan.organizations) {
		const {id, newName} = organization;
		membersLeft.add(placeOf(organization));

		if (
			newName !== undefined &&
			state.organizationId(organization) === undefined &&
			!isUnknown(state.organizationFailure(id))
		) {
			organizationsLeft.add(id);
		}
	}

	for (const {id, fate, revoke} of plan.customers) {
		if (
			(fate === 'create' || revoke === true) &&
			!isUnknown(state.customerFailure(id))
		) {
			customersLeft.add(id);
		}
	}
}

/** Tells organizations of the destination apart before all of them are made: several of the source may end in one. */
function placeOf({id, newName, sameAs, destination}: PlannedOrganization) {
	return sameAs === undefined && newName === undefined
		? `there ${destination?.id}`
		: `new ${sameAs ?? id}`;
}

function* organizationJobs({
	plan,
	organizationsLeft,
}: JobSetting): Generator<Job> {
	for (const {id, name, newName} of plan.organizations) {
		if (newName !== undefined && organizationsLeft.has(id)) {
			yield jobOf(
				{kind: 'create-organization', organization: id, name, newName},
				() => {
					organizationsLeft.finish(id);
				},
			);
		}
	}
}

/** Waits for one organization after the other: their new customers are created in the same order. */
async function* membershipJobs(setting: JobSetting): AsyncGenerator<Job> {
	const {plan, state, membersLeft} = setting;

	for (const organization of plan.organizations) {
		const place = placeOf(organization);
		await made(organization, setting);

		for (const step of memberSteps(organization, state)) {
			membersLeft.add(place);
			yield jobOf(step, () => {
				membersLeft.finish(place);
			});
		}

		membersLeft.finish(place);
	}
}

/** Waits until an organization and its new customers are made, or can't be. */
async function made(
	{id, sameAs, members}: PlannedOrganization,
	{state, organizationsLeft, customersLeft}: JobSetting,
): Promise<void> {
	await organizationsLeft.none(sameAs ?? id);

	for (const customer of members.add) {
		const maker = state.makerOf(customer);

		if (customersLeft.has(maker)) {
			await customersLeft.none(maker);
		}
	}
}

function* memberSteps(
	organization: PlannedOrganization,
	state: RunState,
): Generator<Step> {
	const {id, name, members} = organization;
	const destinationId = state.organizationId(organization);

	if (destinationId === undefined) {
		return;
	}

	const missing = members.add.filter(
		(customer) =>
			!state.isMember(id, customer) &&
			!isUnknown(state.memberFailure(id, customer)),
	);

	for (const batch of chunks(state.people(missing), accountsPerCall)) {
		yield {
			kind: 'add-members',
			organization: id,
			name,
			destinationId,
			members: batch,
		};
	}
}

/** One step, and what to do when it is over, well or not. */
function* jobOf(step: Step, finish: () => void): Generator<Step> {
	try {
		yield step;
	} finally {
		finish();
	}
}

/** Only when all members are there, those that others of the source bring too (R12). */
async function* linkJobs({
	plan,
	state,
	membersLeft,
}: JobSetting): AsyncGenerator<Job> {
	for (const organization of plan.organizations) {
		await membersLeft.none(placeOf(organization));
		const destinationId = state.organizationId(organization);

		if (destinationId === undefined) {
			continue;
		}

		const {id, name, links} = organization;

		for (const project of links.add) {
			if (
				!state.isLinked(id, project.key) &&
				!isUnknown(state.linkFailure(id, project.key))
			) {
				yield [
					{
						kind: 'link-organization',
						organization: id,
						name,
						destinationId,
						project,
					},
				];
			}
		}
	}
}

function* accessJobs({plan, state}: JobSetting): Generator<Job> {
	for (const planned of plan.access) {
		yield* accessSteps(planned, state);
	}
}

function* accessSteps(
	{to, add}: PlannedAccess,
	state: RunState,
): Generator<Job> {
	if (to === undefined) {
		return;
	}

	const missing = add.filter(
		(customer) =>
			!state.hasAccess(to.key, customer) &&
			!isUnknown(state.accessFailure(to.key, customer)),
	);

	for (const customers of chunks(state.people(missing), accountsPerCall)) {
		yield [{kind: 'add-project-customers', project: to, customers}];
	}
}
