import {type Job, type JobSetting} from './job.ts';
import {type Plan, type PlannedCustomer} from './plan.ts';
import {type RunState} from './run-state.ts';
import {type Step} from './step.ts';

/** Those of one organization after the other, so that it need not wait for all the others to have its members. */
export function* customerJobs(setting: JobSetting): Generator<Job> {
	const {plan, state, customersLeft} = setting;
	const begun = new Set<string>();

	for (const customer of byOrganization(plan, state)) {
		if (!customersLeft.has(customer.id) || begun.has(customer.id)) {
			continue;
		}

		begun.add(customer.id);
		yield customerJob(customer, setting);
	}
}

function* byOrganization(
	{customers, organizations}: Plan,
	state: RunState,
): Generator<PlannedCustomer> {
	for (const {members} of organizations) {
		for (const member of members.add) {
			const planned = state.planned(state.makerOf(member));

			if (planned !== undefined) {
				yield planned;
			}
		}
	}

	yield* customers;
}

function* customerJob(
	customer: PlannedCustomer,
	{state, customersLeft}: JobSetting,
): Generator<Step> {
	try {
		yield* customerSteps(customer, state);
	} finally {
		customersLeft.finish(customer.id);
	}
}

function* customerSteps(
	{id, email, name, fate, revoke}: PlannedCustomer,
	state: RunState,
): Generator<Step> {
	if (
		fate === 'create' &&
		email !== undefined &&
		state.customerId(id) === undefined
	) {
		yield {
			kind: 'create-customer',
			customer: id,
			email,
			name,
			...(revoke && {isRevokedNext: revoke}),
		};
	}

	const accountId = state.customerId(id);

	// Only an account that we made is revoked, never one that was found meanwhile (R6).
	if (
		revoke === true &&
		accountId !== undefined &&
		(state.isCreated(id) || fate === 'unchanged') &&
		!state.isRevoked(id)
	) {
		yield {
			kind: 'revoke-access',
			customer: id,
			email: email ?? name,
			accountId,
		};
	}
}
