import {expect, test} from 'vitest';
import {type Failure} from '../../source/migration/events.ts';
import {
	type Explanation,
	explainCustomer,
	explainFailure,
	explainMembership,
	explainOrganization,
} from '../../source/migration/explain.ts';
import {
	type CustomerProblem,
	type MembershipObstacle,
	type OrganizationProblem,
} from '../../source/migration/plan.ts';

const sites = {source: 'Old', destination: 'New'};

/** A key for each, so that a new one without words fails the type check here. */
const customerProblems = {
	'atlassian-account-there': 'Customer role',
	'portal-only-account-there': 'Upgrade',
	'atlassian-account-absent': 'Invite',
	'deactivated-there': 'Grant access',
	'several-accounts-there': 'one account',
	'email-hidden': '--emails',
	'email-malformed': '--emails',
	'shares-email': '--emails',
	'cannot-revoke': 'site administrator',
	'not-revoked': 'site administrator',
} as const satisfies Record<CustomerProblem, string>;

const organizationProblems = {
	'managed-there': 'identity provider',
	'gone-there': 'brings it back',
	'new-name-taken': 'another name',
	'map-target-gone': 'Decide again',
	'earlier-copy-there': 'Map it',
} as const satisfies Record<OrganizationProblem, string>;

const obstacles = {
	'not-copied': 'own row',
	agent: 'by hand',
	app: 'Nothing',
	deleted: 'Nothing',
	'organization-managed': 'identity provider',
	'organization-failed': 'own row',
} as const satisfies Record<MembershipObstacle, string>;

const failures = {
	'name-taken-meanwhile': 'another name',
	'account-hidden': 'deactivated or hidden',
	'account-deactivated': 'Grant access',
	'outcome-unknown': 'Resume',
	'changed-meanwhile': 'Copy again',
	unreachable: 'not made twice',
	'not-jira': 'not made twice',
	throttled: 'not made twice',
	broken: 'not made twice',
	stopped: 'not made twice',
	unauthorized: 'token',
	forbidden: 'administrator',
	'not-found': 'Copy again',
	refused: 'the site said',
} as const satisfies Record<Failure['code'], string>;

function entries<Key extends string>(words: Readonly<Record<Key, string>>) {
	return Object.entries(words) as Array<[Key, string]>;
}

function expectWords({problem, nextStep}: Explanation, key: string): void {
	for (const words of [problem, nextStep]) {
		expect(words).toMatch(/^[A-Z].+\.$/v);
		expect(words).not.toMatch(/undefined|\$\{/v);
	}

	expect(nextStep).toContain(key);
}

test.for(entries(customerProblems))(
	'the customer’s problem %s comes with its solution',
	([problem, key]) => {
		const explanation = explainCustomer(problem, sites);
		expectWords(explanation, key);
	},
);

test.for(entries(organizationProblems))(
	'the organization’s problem %s comes with its solution',
	([problem, key]) => {
		expectWords(explainOrganization(problem, sites), key);
	},
);

test.for(entries(obstacles))(
	'the obstacle %s to a membership comes with what to do',
	([why, key]) => {
		expectWords(explainMembership(why), key);
	},
);

test.for(entries(failures))(
	'the failure %s comes with what to do',
	([code, key]) => {
		expectWords(explainFailure({code}), key);
	},
);

test('mismatched accounts are explained with the names of the sites', () => {
	const explanations = [
		explainCustomer('atlassian-account-there', sites),
		explainCustomer('portal-only-account-there', sites),
	];

	for (const {problem, nextStep} of explanations) {
		expect(problem).toContain('Old');
		expect(problem).toContain('New');
		expect(nextStep).toContain('New');
	}
});

test('the site’s own words come last', () => {
	const {problem} = explainFailure({code: 'refused', detail: 'No such user.'});
	expect(problem).toMatch(/ The site said: No such user\.$/v);
});
