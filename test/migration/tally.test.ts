import {expect, test} from 'vitest';
import {type RecordedEvent} from '../../source/migration/events.ts';
import {
	customerOutcome,
	organizationOutcome,
	tally,
} from '../../source/migration/tally.ts';
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
	destinationOrganization,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {type Situation, only, planFor} from '../helpers/engine-snapshots.ts';

const anna = customer('anna');
const kim = customer('kim', {email: anna.email});
const there = destinationAccount('anna');
const inactive = {status: 'inactive'} as const;
const revocationFailed = notCreated(anna);

/** What becomes of Anna, or of her twin Kim where there is one. */
function outcomeOfLast(
	situation: Situation,
	events: readonly RecordedEvent[] = [],
) {
	const plan = planFor(situation);
	return customerOutcome(plan.customers.at(-1)!, stateAfter(plan, ...events));
}

const alone = {source: {customers: [anna]}};
const twins = {source: {customers: [anna, kim]}};

test.for([
	['waits before the run comes to her', [], 'waiting'],
	['is created', [created(anna)], 'created'],
	['is linked where her email was known by then', [linked(anna)], 'linked'],
	['fails where she is refused', [notCreated(anna)], 'failed'],
	[
		'is created after a resume tried again',
		[notCreated(anna), created(anna)],
		'created',
	],
	[
		'fails where her access was not revoked',
		[created(anna), revocationFailed],
		'failed',
	],
] as const)('a customer to be created %s', ([, events, outcome]) => {
	expect(outcomeOfLast(alone, events)).toBe(outcome);
});

test.for([
	['waits', [], 'waiting'],
	['is linked', [created(anna)], 'linked'],
	['fails', [notCreated(anna)], 'failed'],
] as const)(
	'a twin %s with the one who is created for both',
	([, events, outcome]) => {
		expect(outcomeOfLast(twins, events)).toBe(outcome);
	},
);

test.for([
	['link', 'linked', {...alone, destination: {accounts: [there]}}],
	[
		'unchanged',
		'unchanged',
		{
			...alone,
			destination: {accounts: [there]},
			memory: {customers: new Map([[anna.id, there.id]])},
		},
	],
	[
		'attention',
		'attention',
		{
			...alone,
			destination: {accounts: [destinationAccount('anna', inactive)]},
		},
	],
	[
		'skip',
		'skipped',
		{
			source: {customers: [customer('anna', inactive)]},
			choices: {inactive: 'skip'},
		},
	],
] as const)(
	'a customer of the fate %s ends as %s without a step',
	([, outcome, situation]) => {
		expect(outcomeOfLast(situation)).toBe(outcome);
	},
);

const acme = sourceOrganization('Acme', {members: [anna]});
const acmeThere = destinationOrganization('Acme');
const bolt = destinationOrganization('Bolt');
const free = {source: {customers: [anna], organizations: [acme]}};
const taken = {...free, destination: {details: [acmeThere, bolt]}};

function outcomeOfAcme(
	situation: Situation,
	events: readonly RecordedEvent[] = [],
) {
	const plan = planFor(situation);
	const state = stateAfter(plan, ...events);
	return organizationOutcome(plan.organizations.at(-1)!, state);
}

test.for([
	['waits before the run comes to it', [], 'waiting'],
	['is created', [organizationCreated(acme)], 'created'],
	['fails where the name was taken', [organizationFailed(acme)], 'failed'],
] as const)('an organization to be created %s', ([, events, outcome]) => {
	expect(outcomeOfAcme(free, events)).toBe(outcome);
});

test.for([
	[{type: 'rename', name: 'Acme West'}, 'renamed'],
	[{type: 'merge'}, 'merged'],
	[{type: 'map', destinationId: bolt.id}, 'mapped'],
	[{type: 'skip'}, 'skipped'],
] as const)(
	'an organization decided as %o ends as %s',
	([decision, outcome]) => {
		const decided = {...taken, decisions: {[acme.id]: decision}};
		const events =
			decision.type === 'rename'
				? [organizationCreated(acme, decision.name)]
				: [];
		expect(outcomeOfAcme(decided, events)).toBe(outcome);
	},
);

test.for([
	['waits', [], 'waiting'],
	['is merged', [organizationCreated(acme)], 'merged'],
	['fails', [organizationFailed(acme)], 'failed'],
] as const)(
	'an organization merged with another of the source %s with that one',
	([, events, outcome]) => {
		const alike = {
			source: {organizations: [acme, sourceOrganization('ACME')]},
			choices: {duplicates: 'merge'},
		} as const;
		expect(outcomeOfAcme(alike, events)).toBe(outcome);
	},
);

test('the other fates of organizations end without a step', () => {
	const same = destinationOrganization('Acme', {members: [there]});
	const accounts = [there];
	expect(
		outcomeOfAcme({...free, destination: {accounts, details: [same]}}),
	).toBe('linked');
	expect(outcomeOfAcme(taken)).toBe('waiting');
	const managed = {...acmeThere, managed: true};
	expect(outcomeOfAcme({...free, destination: {details: [managed]}})).toBe(
		'attention',
	);
	const memory = {organizations: new Map([[acme.id, acmeThere.id]])};
	expect(outcomeOfAcme({...taken, memory})).toBe('unchanged');
});

test('memberships that failed or never came were not possible', () => {
	const ben = customer('ben');
	const cleo = customer('cleo');
	const crowd = sourceOrganization('Acme', {members: [anna, ben, cleo]});
	const plan = planFor({
		source: {customers: [anna, ben, cleo], organizations: [crowd]},
	});
	const state = stateAfter(
		plan,
		created(anna),
		created(ben),
		notCreated(cleo),
		organizationCreated(crowd),
		membersAdded(crowd, anna),
		memberFailed(crowd, ben),
	);
	expect(tally(plan, state)).toMatchObject({
		customers: {chosen: 3, there: 2, created: 2, failed: 1},
		memberships: {added: 1, present: 0, notPossible: 2},
	});
	expect(state.failures).toBe(2);
});

test('a failure that a later try made good is none any more', () => {
	const plan = planFor(free);
	const state = stateAfter(
		plan,
		notCreated(anna),
		organizationFailed(acme),
		memberFailed(acme, anna),
		created(anna),
		organizationCreated(acme),
		membersAdded(acme, anna),
	);
	expect(state.failures).toBe(0);
	expect(only(plan.organizations).members.add).toHaveLength(1);
	expect(tally(plan, state)).toMatchObject({
		customers: {created: 1},
		organizations: {created: 1},
		memberships: {added: 1, notPossible: 0},
	});
});
