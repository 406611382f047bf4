import {editJobs} from './activity/edit-jobs.ts';
import {chunks} from './chunks.ts';
import {customerJobs} from './customer-jobs.ts';
import {type Phase, type PhaseTotals} from './events.ts';
import {type Job, type JobSetting, isUnknown} from './job.ts';
import {type Outstanding} from './outstanding.ts';
import {
	type Plan,
	type PlannedAccess,
	type PlannedOrganization,
} from './plan.ts';
import {type RunState} from './run-state.ts';
import {type Step, type StepOf} from './step.ts';

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

function* organizationJobs({plan, state}: JobSetting): Generator<Job> {
	for (const organization of plan.organizations) {
		const {id, name, newName} = organization;

		if (
			newName !== undefined &&
			state.organizationId(organization) === undefined &&
			!isUnknown(state.organizationFailure(id))
		) {
			yield [{kind: 'create-organization', organization: id, name, newName}];
		}
	}
}

/** Notes what the phases wait for that go side by side. The organizations have to be made by then. */
export function noteWhatIsLeft({
	plan,
	state,
	customersLeft,
	membersLeft,
}: JobSetting): void {
	for (const {id, fate, revoke} of plan.customers) {
		if (
			(fate === 'create' || revoke === true) &&
			!isUnknown(state.customerFailure(id))
		) {
			customersLeft.add(id);
		}
	}

	for (const organization of plan.organizations) {
		const destinationId = state.organizationId(organization);

		if (destinationId !== undefined) {
			membersLeft.add(destinationId);
		}
	}
}

/** Waits for one organization after the other: their new customers are created in the same order. */
async function* membershipJobs(setting: JobSetting): AsyncGenerator<Job> {
	const {plan, state, customersLeft, membersLeft} = setting;

	for (const organization of plan.organizations) {
		const destinationId = state.organizationId(organization);

		if (destinationId === undefined) {
			continue;
		}

		for (const customer of organization.members.add) {
			const maker = state.makerOf(customer);

			if (customersLeft.has(maker)) {
				await customersLeft.none(maker);
			}
		}

		for (const step of memberSteps(organization, destinationId, state)) {
			membersLeft.add(destinationId);
			yield memberJob(step, membersLeft);
		}

		membersLeft.finish(destinationId);
	}
}

function* memberSteps(
	{id, name, members}: PlannedOrganization,
	destinationId: string,
	state: RunState,
): Generator<StepOf<'add-members'>> {
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

function* memberJob(
	step: StepOf<'add-members'>,
	membersLeft: Outstanding,
): Generator<Step> {
	try {
		yield step;
	} finally {
		membersLeft.finish(step.destinationId);
	}
}

/** Only when all members are there, those that others of the source bring too (R12). */
async function* linkJobs({
	plan,
	state,
	membersLeft,
}: JobSetting): AsyncGenerator<Job> {
	for (const organization of plan.organizations) {
		const destinationId = state.organizationId(organization);

		if (destinationId === undefined) {
			continue;
		}

		await membersLeft.none(destinationId);

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
