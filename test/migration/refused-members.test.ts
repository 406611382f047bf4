import {expect, test} from 'vitest';
import {type Account} from '../../source/migration/model.ts';
import {copyAll} from '../helpers/engine-copy.ts';
import {
	accessTo,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {failOnce, siteError} from '../helpers/memory-site-faults.ts';
import {type MemorySiteHabits} from '../helpers/memory-site-reader.ts';

function sourcePeople(count: number): readonly Account[] {
	return Array.from({length: count}, (_, index) => sourceAccount(`c${index}`));
}

/** All of them are in one organization and have access to IT by themselves. */
function createCrowd(
	crowd: readonly Account[],
	habits: Partial<MemorySiteHabits>,
) {
	return createSites({
		source: {
			accounts: crowd,
			organizations: [
				sourceOrganization('Acme', {members: crowd, projects: ['IT']}),
			],
			access: [accessTo('IT', ...crowd)],
		},
		habits,
	});
}

test.for([true, false])(
	'a refused member does not keep the others out (others of the batch were added: %s)',
	async (addsOthers) => {
		const refusedEmails = ['c1@acme.example', 'c4@acme.example'];
		const sites = createCrowd(sourcePeople(6), {refusedEmails, addsOthers});
		const {events, summary} = await copyAll(sites);
		const others = ['c0', 'c2', 'c3', 'c5'].map(
			(name) => `${name}@acme.example`,
		);
		expect(sites.destination.describe()).toMatchObject({
			organizations: [{name: 'Acme', members: others, projects: ['IT']}],
			access: [{project: 'IT', customers: others}],
		});
		expect(
			events.flatMap((event) =>
				event.type === 'member-failed' ? [event.email, event.failure.code] : [],
			),
		).toEqual(refusedEmails.flatMap((email) => [email, 'refused']));
		expect(summary).toMatchObject({
			exitCode: 4,
			memberships: {added: 4, notPossible: 2},
			projectAccess: {added: 4, notPossible: 2},
		});
	},
);

test('an organization all of whose members are refused is still linked', async () => {
	const crowd = sourcePeople(3);
	const refusedEmails = crowd.map(({email = ''}) => email);
	const sites = createCrowd(crowd, {refusedEmails});
	const {summary} = await copyAll(sites);
	expect(sites.destination.describe().organizations).toEqual([
		{name: 'Acme', members: [], projects: ['IT']},
	]);
	expect(summary.memberships).toMatchObject({added: 0, notPossible: 3});
});

test('one refused member among fifty is found by halving', async () => {
	const refusedEmails = ['c37@acme.example'];
	const sites = createCrowd(sourcePeople(50), {
		refusedEmails,
		addsOthers: false,
	});
	let calls = 0;
	sites.destination.onCall(({operation, moment}) => {
		calls += Number(operation === 'addMembers' && moment === 'before');
	});
	const {summary} = await copyAll(sites);
	expect(summary.memberships).toMatchObject({added: 49, notPossible: 1});
	// Two calls for each of the six halvings, and the one that was refused first.
	expect(calls).toBeLessThanOrEqual(13);
});

test('the site’s own words about a refusal are kept', async () => {
	const sites = createCrowd(sourcePeople(1), {
		refusedEmails: ['c0@acme.example'],
	});
	const {events} = await copyAll(sites);
	expect(events).toContainEqual(
		expect.objectContaining({
			type: 'member-failed',
			failure: expect.objectContaining({
				code: 'refused',
				status: 400,
				detail: 'One or more users are unknown.',
			}) as unknown,
		}),
	);
});

test('a look that fails while the refused are sought loses nobody', async () => {
	const sites = createCrowd(sourcePeople(4), {
		refusedEmails: ['c1@acme.example'],
	});
	let isRefused = false;
	sites.destination.onCall(({operation, moment}) => {
		isRefused ||= operation === 'addMembers' && moment === 'before';
	});
	const fail = failOnce('organizationMembers', siteError('broken'));
	sites.destination.onCall((call) => {
		if (isRefused) {
			fail(call);
		}
	});
	const {summary} = await copyAll(sites);
	expect(summary.memberships).toMatchObject({added: 3, notPossible: 1});
});
