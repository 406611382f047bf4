import {expect, test} from 'vitest';
import {type SiteError} from '../../source/migration/site-error.ts';
import {createEngineClock} from '../helpers/engine-clock.ts';
import {carryOut, copyAll, makePlan} from '../helpers/engine-copy.ts';
import {
	type Rehearsal,
	callsOfUnbrokenRun,
	expectSameOutcome,
	rehearse,
	resume,
	unbrokenOutcome,
} from '../helpers/engine-interruption.ts';
import {sourceAccount, sourceOrganization} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {
	type SiteCall,
	type SiteListener,
	failOnce,
	isCall,
	loseAnswer,
	loseConnection,
	moments,
	siteError,
} from '../helpers/memory-site-faults.ts';

const lostAnswers = moments.flatMap((moment) => [
	{moment, code: 'broken'} as const,
	{moment, code: 'unreachable'} as const,
]);

test.for(lostAnswers)(
	'R15: any answer lost $moment the write ($code) changes nothing about the outcome',
	async ({moment, code}) => {
		const expected = await unbrokenOutcome();
		const {last: writes} = await callsOfUnbrokenRun('write');

		for (let number = 1; number <= writes; number++) {
			const rehearsal = await rehearse();
			rehearsal.destination.onCall(loseAnswer(number, moment, code));
			const last = await carryOut(rehearsal.plan, rehearsal);
			expectSameOutcome(rehearsal, last, expected, `write ${number}`);
		}
	},
);

test.for(moments)(
	'R15: a connection lost for good %s any write effects leaves a run that a resume completes',
	async (moment) => {
		const expected = await unbrokenOutcome();
		const {last: writes} = await callsOfUnbrokenRun('write');

		for (let number = 1; number <= writes; number++) {
			const rehearsal = await rehearse();
			const {destination, plan} = rehearsal;
			const reconnect = destination.onCall(loseConnection(number, moment));
			const {summary} = await carryOut(plan, rehearsal);
			expect(summary, `write ${number}`).toMatchObject({
				ending: 'broken-off',
				exitCode: 6,
				error: {code: 'unreachable'},
			});
			reconnect();
			const last = await resume(rehearsal);
			expectSameOutcome(rehearsal, last, expected, `write ${number}`);
		}
	},
);

test.for(moments)(
	'R15: a stop while the answer is lost %s any write effects leaves a run that a resume completes',
	async (moment) => {
		const expected = await unbrokenOutcome();
		const {last: writes} = await callsOfUnbrokenRun('write');

		for (let number = 1; number <= writes; number++) {
			const rehearsal = await rehearse();
			const stop = new AbortController();
			const {destination, plan} = rehearsal;
			const lose = loseAnswer(number, moment, 'unreachable');
			destination.onCall((call) => {
				if (isCall(call, {kind: 'write', number, moment})) {
					stop.abort();
				}

				lose(call);
			});
			const {signal} = stop;
			const {summary} = await carryOut(plan, {...rehearsal, signal});
			expect(summary, `write ${number}`).toMatchObject({
				ending: 'stopped',
				exitCode: 130,
			});
			const last = await resume(rehearsal);
			expectSameOutcome(rehearsal, last, expected, `write ${number}`);
		}
	},
);

test.for(['broken', 'forbidden'] as const)(
	'R15: a resume whose first looks fail (%s) loses nothing for the next one',
	async (code) => {
		const expected = await unbrokenOutcome();
		const {last: writes} = await callsOfUnbrokenRun('write');

		for (let number = 1; number <= writes; number++) {
			const rehearsal = await rehearse();
			const {destination} = rehearsal;
			const reconnect = destination.onCall(loseConnection(number, 'after'));
			await carryOut(rehearsal.plan, rehearsal);
			reconnect();
			const end = destination.onCall(failAfterNames(siteError(code)));
			await resume(rehearsal);
			end();
			const last = await resume(rehearsal);
			expectSameOutcome(rehearsal, last, expected, `write ${number}`);
		}
	},
);

/** The names are read, and then each kind of read fails once. */
function failAfterNames(error: SiteError): SiteListener {
	const pagesOfNames = 3;
	const failed = new Set<SiteCall['operation']>();
	let reads = 0;
	return ({operation, kind, moment}) => {
		if (kind === 'write' || moment === 'after') {
			return;
		}

		reads++;

		if (!(reads > pagesOfNames) || failed.has(operation)) {
			return;
		}

		failed.add(operation);
		throw error;
	};
}

test('R15: an outcome that stays unknown in one run is asked about by the next', async () => {
	const expected = await unbrokenOutcome();
	const {last: writes} = await callsOfUnbrokenRun('write');

	for (let number = 1; number <= writes; number++) {
		const rehearsal = await rehearse();
		const {destination} = rehearsal;
		const recover = destination.onCall(breakDown(number));
		await carryOut(rehearsal.plan, rehearsal);
		recover();
		const last = await resume(rehearsal);
		expectSameOutcome(rehearsal, last, expected, `write ${number}`);
	}
});

/** A write acts, but from then on the site answers nothing of use. */
function breakDown(number: number): SiteListener {
	let isDown = false;
	return (call) => {
		isDown ||= isCall(call, {kind: 'write', number, moment: 'after'});

		if (isDown) {
			throw siteError('broken', {mayHaveHappened: call.kind === 'write'});
		}
	};
}

/** Every answer to the creation of this customer is lost before it acts. */
function loseAllAnswers(
	{destination}: Rehearsal,
	code: 'broken' | 'unreachable',
): () => void {
	return destination.onCall(({operation, moment}) => {
		if (operation === 'createCustomer' && moment === 'before') {
			throw siteError(code, {mayHaveHappened: true});
		}
	});
}

test('a row whose answers never come is given up after half a minute', async () => {
	const rehearsal = await rehearse();
	const clock = createEngineClock();
	loseAllAnswers(rehearsal, 'broken');
	const {summary} = await carryOut(rehearsal.plan, {...rehearsal, clock});
	expect(summary).toMatchObject({
		ending: 'finished',
		exitCode: 4,
		customers: {created: 0, failed: 5},
		organizations: {created: 1, renamed: 1},
	});
	// Each of the four is waited for.
	const seconds = clock.elapsed() / 4 / 1000;
	expect(seconds).toBeGreaterThan(25);
	expect(seconds).toBeLessThan(40);
});

test('R15: a site that gives no answer at all breaks the run off, to be resumed', async () => {
	const expected = await unbrokenOutcome();
	const rehearsal = await rehearse();
	const recover = loseAllAnswers(rehearsal, 'unreachable');
	const {summary} = await carryOut(rehearsal.plan, rehearsal);
	expect(summary).toMatchObject({ending: 'broken-off', exitCode: 6});
	recover();
	const last = await resume(rehearsal);
	expectSameOutcome(rehearsal, last, expected, 'after the silence');
});

const anna = sourceAccount('anna');
const ben = sourceAccount('ben');

/** Two organizations of one customer each. */
function createTwo() {
	return createSites({
		source: {
			accounts: [anna, ben],
			organizations: [
				sourceOrganization('Acme', {members: [anna], projects: ['IT']}),
				sourceOrganization('Bolt', {members: [ben], projects: ['IT']}),
			],
		},
	});
}

test('a look that fails after a lost answer fails no other row', async () => {
	const sites = createTwo();
	let isLost = false;
	const fail = failOnce('organizationMembers', siteError('broken'));
	sites.destination.onCall((call) => {
		if (isLost) {
			fail(call);
		}

		if (call.operation !== 'addMembers' || isLost) {
			return;
		}

		isLost = true;
		throw siteError('broken', {mayHaveHappened: true});
	});
	const {summary} = await copyAll(sites);
	expect(summary).toMatchObject({
		ending: 'finished',
		memberships: {added: 2, notPossible: 0},
		projectLinks: {added: 2},
	});
});

test('R15: a resume goes on when the organization of a lost step is gone by then', async () => {
	const sites = createTwo();
	const {ledger} = sites;
	const plan = await makePlan(sites);
	const run = ledger.startRun(plan);
	const acme = {organization: 'source:Acme', name: 'Acme'};
	const made = ledger.stepSent(run, {
		kind: 'create-organization',
		newName: 'Acme',
		...acme,
	});
	ledger.stepAnswered(run, made, [
		{
			type: 'organization-created',
			newName: 'Acme',
			destinationId: 'gone',
			...acme,
		},
	]);
	ledger.stepSent(run, {
		kind: 'add-members',
		destinationId: 'gone',
		members: [
			{customer: anna.id, accountId: 'qm:made:0', label: 'anna@acme.example'},
		],
		...acme,
	});
	const {summary} = await carryOut(plan, {...sites, resume: run});
	expect(summary).toMatchObject({
		ending: 'finished',
		exitCode: 4,
		customers: {created: 2},
		memberships: {added: 1, notPossible: 1},
	});
});
