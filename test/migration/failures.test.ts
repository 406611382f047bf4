import {expect, test} from 'vitest';
import {carryOut, copyAll, makePlan} from '../helpers/engine-copy.ts';
import {
	callsOfUnbrokenRun,
	expectSameOutcome,
	rehearse,
	resume,
	unbrokenOutcome,
} from '../helpers/engine-interruption.ts';
import {sourceAccount, sourceOrganization} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {createStory} from '../helpers/engine-story.ts';
import {
	isCall,
	moments,
	refuseWrite,
	siteError,
} from '../helpers/memory-site-faults.ts';

function createCrowd(count: number) {
	const crowd = Array.from({length: count}, (_, index) =>
		sourceAccount(`c${index}`),
	);
	return createSites({
		source: {
			accounts: crowd,
			organizations: [
				sourceOrganization('Acme', {members: crowd, projects: ['IT']}),
			],
		},
	});
}

const loggedOut = siteError('unauthorized', {status: 401});
const refused = siteError('refused', {status: 400});

test('R15: a login refused at any write breaks the run off, and a resume completes it', async () => {
	const expected = await unbrokenOutcome();
	const {last: writes} = await callsOfUnbrokenRun('write');

	for (let number = 1; number <= writes; number++) {
		const rehearsal = await rehearse();
		const {destination} = rehearsal;
		const logIn = destination.onCall(refuseWrite(number, loggedOut));
		const {summary} = await carryOut(rehearsal.plan, rehearsal);
		expect(summary, `write ${number}`).toMatchObject({
			ending: 'broken-off',
			exitCode: 6,
			error: {code: 'unauthorized', status: 401},
		});
		logIn();
		const last = await resume(rehearsal);
		expectSameOutcome(rehearsal, last, expected, `write ${number}`);
	}
});

test.for(moments)(
	'R15: a login refused %s any read breaks the run off, and a resume completes it',
	async (moment) => {
		const expected = await unbrokenOutcome();
		const {first, last} = await callsOfUnbrokenRun('read');

		for (let number = first; number <= last; number++) {
			const rehearsal = await rehearse();
			const logIn = rehearsal.destination.onCall((call) => {
				if (isCall(call, {kind: 'read', number, moment})) {
					throw loggedOut;
				}
			});
			const {summary} = await carryOut(rehearsal.plan, rehearsal);
			expect(summary.exitCode, `read ${number}`).toBe(6);
			logIn();
			const resumed = await resume(rehearsal);
			expectSameOutcome(rehearsal, resumed, expected, `read ${number}`);
		}
	},
);

test('what is in flight at a fatal error is finished and recorded', async () => {
	const sites = createCrowd(20);
	const {destination, ledger} = sites;
	const plan = await makePlan(sites);
	let creations = 0;
	destination.onCall(({operation, moment}) => {
		creations += Number(operation === 'createCustomer' && moment === 'before');

		if (operation === 'createCustomer' && creations === 3) {
			throw siteError('unauthorized');
		}
	});
	const {summary} = await carryOut(plan, sites);
	const made = destination.effects.filter(
		({write}) => write === 'createCustomer',
	);
	const steps = [...ledger.steps(summary.run)];
	expect(made).toHaveLength(19);
	expect(steps.every(({events}) => events !== undefined)).toBe(true);
	expect(
		steps
			.flatMap(({events = []}) => events)
			.filter(({type}) => type === 'customer-created'),
	).toHaveLength(19);
});

test('nothing new is sent after a fatal error', async () => {
	const sites = createCrowd(200);
	const plan = await makePlan(sites);
	let isOut = false;
	let late = 0;
	sites.destination.onCall(({kind, number, moment}) => {
		if (!(kind === 'write' && moment === 'before')) {
			return;
		}

		late += Number(isOut);
		isOut ||= number === 40;

		if (number === 40) {
			throw siteError('throttled');
		}
	});
	await carryOut(plan, sites);
	// At most those that were under way side by side.
	expect(late).toBeLessThan(32);
	expect(sites.destination.calls().writes).toBeLessThan(80);
});

test('a permission missing for one row leaves the others alone', async () => {
	const sites = createCrowd(5);
	const plan = await makePlan(sites);
	const forbidden = siteError('forbidden', {status: 403});
	sites.destination.onCall(refuseWrite(3, forbidden));
	const {summary} = await carryOut(plan, sites);
	expect(summary).toMatchObject({
		ending: 'finished',
		exitCode: 4,
		customers: {created: 4, failed: 1},
		memberships: {added: 4, notPossible: 1},
		unexplained: 0,
	});
});

test('a row that failed is tried again by a resume', async () => {
	const expected = await unbrokenOutcome();
	const {last: writes} = await callsOfUnbrokenRun('write');

	for (let number = 1; number <= writes; number++) {
		const rehearsal = await rehearse();
		rehearsal.destination.onCall(refuseWrite(number, refused));
		const {summary} = await carryOut(rehearsal.plan, rehearsal);
		expect(summary.ending, `write ${number}`).toBe('finished');
		const last = await resume(rehearsal);
		expectSameOutcome(rehearsal, last, expected, `write ${number}`);
	}
});

test('what failed in one copy is made up for by the next', async () => {
	const expected = await unbrokenOutcome();
	const {last: writes} = await callsOfUnbrokenRun('write');

	for (let number = 1; number <= writes; number++) {
		const story = createStory();
		story.ledger.decide(story.decisions ?? {});
		story.destination.onCall(refuseWrite(number, refused));
		await copyAll(story);
		await copyAll(story);
		expect(story.destination.describe(), `write ${number}`).toEqual(
			expected.destination,
		);
	}
});
