import {defaultChoices} from '../../source/migration/choices.ts';
import {
	type CustomerEvent,
	type OrganizationEvent,
} from '../../source/migration/events.ts';
import {type Site} from '../../source/migration/model.ts';
import {type Plan, type PlannedCustomer} from '../../source/migration/plan.ts';
import {type RunSummary} from '../../source/migration/run-summary.ts';
import {type StepOf} from '../../source/migration/step.ts';

/** The two sites of most tests. */
export const northwind: Site = {
	id: 'cloud-northwind',
	url: 'https://northwind.example',
	name: 'Northwind',
};

export const contoso: Site = {
	id: 'cloud-contoso',
	url: 'https://contoso.example',
	name: 'Contoso',
};

export function planOf(parts: Partial<Plan> = {}): Plan {
	return {
		version: 1,
		source: northwind,
		destination: contoso,
		choices: defaultChoices,
		decisions: {},
		projects: [],
		destinationHolds: {accounts: 0, organizations: 0},
		remembered: {customers: 0, organizations: 0},
		leftSource: {customers: [], organizations: [], memberships: []},
		customers: [],
		organizations: [],
		access: [],
		leftOut: {agents: [], apps: [], deleted: []},
		deletedContent: [],
		...parts,
	};
}

export function plannedCustomer(number: number): PlannedCustomer {
	return {
		id: `qm:northwind:${number}`,
		type: 'portal-only',
		status: 'active',
		name: `Person ${number}`,
		email: `person.${number}@example.com`,
		reasons: [{type: 'reporter', example: `IT-${number}`}],
		fate: 'create',
	};
}

export function summaryOf(
	run: string,
	parts: Partial<RunSummary> = {},
): RunSummary {
	const nothing = {added: 0, present: 0, notPossible: 0};
	const calls = {reads: 0, writes: 0, throttled: 0, retried: 0};
	const outcomes = {
		chosen: 0,
		there: 0,
		created: 0,
		linked: 0,
		unchanged: 0,
		skipped: 0,
		attention: 0,
		failed: 0,
		waiting: 0,
	};
	return {
		run,
		ending: 'finished',
		verdict: 'All 0 chosen customers are on Contoso; 0 unexplained.',
		exitCode: 0,
		unexplained: 0,
		customers: outcomes,
		organizations: {...outcomes, renamed: 0, merged: 0, mapped: 0},
		memberships: nothing,
		projectLinks: nothing,
		projectAccess: nothing,
		calls: {source: calls, destination: calls},
		seconds: 1,
		...parts,
	};
}

export function createCustomer(number: number): StepOf<'create-customer'> {
	const {id, email = '', name} = plannedCustomer(number);
	return {kind: 'create-customer', customer: id, email, name};
}

export function customerCreated(
	number: number,
): Extract<CustomerEvent, {readonly type: 'customer-created'}> {
	return {
		type: 'customer-created',
		customer: `qm:northwind:${number}`,
		email: `person.${number}@example.com`,
		destinationId: `qm:contoso:${number}`,
	};
}

export function revokeAccess(number: number): StepOf<'revoke-access'> {
	const {customer, email, destinationId} = customerCreated(number);
	return {kind: 'revoke-access', customer, email, accountId: destinationId};
}

export function customerRevoked(number: number): CustomerEvent {
	return {
		type: 'customer-revoked',
		customer: `qm:northwind:${number}`,
		email: `person.${number}@example.com`,
	};
}

export function createOrganization(
	number: number,
): StepOf<'create-organization'> {
	return {
		kind: 'create-organization',
		organization: String(number),
		name: `Organization ${number}`,
		newName: `Organization ${number}`,
	};
}

export function organizationCreated(number: number): OrganizationEvent & {
	readonly type: 'organization-created' | 'organization-renamed';
} {
	return {
		type: 'organization-created',
		organization: String(number),
		name: `Organization ${number}`,
		newName: `Organization ${number}`,
		destinationId: String(number + 1000),
	};
}
