import {expect, test} from 'vitest';
import {type RecordedEvent} from '../../source/migration/events.ts';
import {type RunState} from '../../source/migration/run-state.ts';
import {
	created,
	linked,
	memberFailed,
	membersAdded,
	notCreated,
	organizationCreated,
	organizationFailed,
	stateAfter,
} from '../helpers/engine-events.ts';
import {
	customer,
	destinationAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {only, planFor} from '../helpers/engine-snapshots.ts';

const anna = customer('anna');
const kim = customer('kim', {email: anna.email});
const acme = sourceOrganization('Acme', {members: [anna], projects: ['IT']});
const plan = planFor({
	source: {customers: [anna], organizations: [acme]},
});
const failure = {code: 'refused'} as const;
const link = {organization: acme.id, name: 'Acme', project: 'IT'};
const access = {project: 'IT', customer: anna.id, email: 'anna@acme.example'};

type Row = {
	readonly what: string;
	readonly failed: RecordedEvent;
	readonly done: RecordedEvent;
	readonly read: (state: RunState) => unknown;
};

const rows: readonly Row[] = [
	{
		what: 'a customer',
		failed: notCreated(anna),
		done: created(anna),
		read: (state) => state.customerFailure(anna.id),
	},
	{
		what: 'an organization',
		failed: organizationFailed(acme),
		done: organizationCreated(acme),
		read: (state) => state.organizationFailure(acme.id),
	},
	{
		what: 'a member',
		failed: memberFailed(acme, anna),
		done: membersAdded(acme, anna),
		read: (state) => state.memberFailure(acme.id, anna.id),
	},
	{
		what: 'a project link',
		failed: {type: 'project-link-failed', ...link, failure},
		done: {type: 'project-linked', ...link},
		read: (state) => state.linkFailure(acme.id, 'IT'),
	},
	{
		what: 'a project access',
		failed: {type: 'project-access-failed', ...access, failure},
		done: {
			type: 'project-access-added',
			project: 'IT',
			customers: [anna.id],
		},
		read: (state) => state.accessFailure('IT', anna.id),
	},
];

test.for(rows)(
	'the failure of $what is known until a later try makes it good',
	({failed, done, read}) => {
		const before = stateAfter(plan, failed);
		expect(before.failures).toBe(1);
		expect(read(before)).toBeDefined();
		const after = stateAfter(plan, failed, done);
		expect(after.failures).toBe(0);
		expect(read(after)).toBeUndefined();
	},
);

test('an account is made by this run, or was found', () => {
	const made = stateAfter(plan, created(anna));
	expect(made.customerId(anna.id)).toBe(`made for ${anna.id}`);
	expect(made.isCreated(anna.id)).toBe(true);
	const found = stateAfter(plan, linked(anna));
	expect(found.customerId(anna.id)).toBe(`found for ${anna.id}`);
	expect(found.isCreated(anna.id)).toBe(false);
	const neither = stateAfter(plan);
	expect(neither.customerId(anna.id)).toBeUndefined();
	expect(neither.isCreated(anna.id)).toBe(false);
});

test('a twin has the account that is made for both', () => {
	const twins = planFor({source: {customers: [anna, kim]}});
	const state = stateAfter(twins, created(anna));
	expect(state.customerId(kim.id)).toBe(`made for ${anna.id}`);
	expect(state.people([kim.id, anna.id])).toEqual([
		{
			customer: kim.id,
			accountId: `made for ${anna.id}`,
			label: 'anna@acme.example',
		},
		{
			customer: anna.id,
			accountId: `made for ${anna.id}`,
			label: 'anna@acme.example',
		},
	]);
});

test('people without an account by now are left out', () => {
	expect(stateAfter(plan).people([anna.id, 'stranger'])).toEqual([]);
});

test('a planned account needs no event', () => {
	const there = destinationAccount('anna');
	const linking = planFor({
		source: {customers: [anna]},
		destination: {accounts: [there]},
	});
	expect(stateAfter(linking).customerId(anna.id)).toBe(there.id);
});

test('an organization merged with another of the source is where that one is', () => {
	const merging = planFor({
		source: {organizations: [acme, sourceOrganization('ACME')]},
		choices: {duplicates: 'merge'},
	});
	const state = stateAfter(merging, organizationCreated(acme));
	expect(
		merging.organizations.map((item) => state.organizationId(item)),
	).toEqual([`made for ${acme.id}`, `made for ${acme.id}`]);
	expect(
		stateAfter(plan).organizationId(only(plan.organizations)),
	).toBeUndefined();
});
