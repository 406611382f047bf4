import {expect, test} from 'vitest';
import {explainBreakOff} from '../../source/migration/explain-break-off.ts';
import {
	FailureStreak,
	TooManyErrors,
} from '../../source/migration/failure-streak.ts';
import {type RecordedEvent} from '../../source/migration/events.ts';
import {carryOut, copyAll, makePlan} from '../helpers/engine-copy.ts';
import {created} from '../helpers/engine-events.ts';
import {
	customer,
	sourceAccount,
	sourceOrganization,
} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {type SiteListener, siteError} from '../helpers/memory-site-faults.ts';

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

/** Refuses the creations of customers that the test picks by their number. */
function refuseCreations(isRefused: (number: number) => boolean): SiteListener {
	let number = 0;
	return ({operation, moment}) => {
		if (operation !== 'createCustomer' || moment !== 'before') {
			return;
		}

		number++;

		if (!isRefused(number)) {
			return;
		}

		const detail = 'Sign-up is closed.';
		throw siteError('refused', {status: 400, detail});
	};
}

test('a run of the same failure breaks the run off, and says why', async () => {
	const sites = createCrowd(200);
	sites.destination.onCall(refuseCreations(() => true));
	const {summary} = await copyAll(sites);
	expect(summary).toMatchObject({
		ending: 'broken-off',
		exitCode: 6,
		tooManyErrors: {
			count: 25,
			failure: {code: 'refused', detail: 'Sign-up is closed.'},
		},
	});
	expect(summary.verdict).toMatch(/^Broken off: .+a resume goes on/v);
	expect(explainBreakOff(summary)?.problem).toBe(
		'Too many errors, 25 calls in a row failed alike: The destination refused it. The site said: Sign-up is closed.',
	);
	// Those in flight by then are let finish.
	expect(summary.customers.failed).toBeLessThan(25 + 64);
});

test('a run that was broken off so goes on when the cause is gone', async () => {
	const sites = createCrowd(60);
	const plan = await makePlan(sites);
	const open = sites.destination.onCall(refuseCreations(() => true));
	const {summary} = await carryOut(plan, sites);
	open();
	const resumed = await carryOut(plan, {...sites, resume: summary.run});
	expect(resumed.summary).toMatchObject({
		ending: 'finished',
		exitCode: 0,
		customers: {created: 60, failed: 0},
		memberships: {added: 60},
	});
	expect(resumed.summary).not.toHaveProperty('tooManyErrors');
});

test('rows that fail now and then don’t stop the others', async () => {
	const sites = createCrowd(200);
	sites.destination.onCall(refuseCreations((number) => number % 2 === 0));
	const {summary} = await copyAll(sites);
	expect(summary).toMatchObject({
		ending: 'finished',
		exitCode: 4,
		customers: {created: 100, failed: 100},
		memberships: {added: 100},
	});
});

test('the cap can be set', async () => {
	const sites = createCrowd(60);
	const plan = await makePlan(sites);
	sites.destination.onCall(refuseCreations(() => true));
	const strict = await carryOut(plan, {...sites, maxErrors: 3});
	expect(strict.summary.tooManyErrors?.count).toBe(3);
	const patient = await carryOut(plan, {...sites, maxErrors: 61});
	expect(patient.summary).toMatchObject({
		ending: 'finished',
		customers: {failed: 60},
	});
});

test('a batch in which some are refused counts as a success', async () => {
	const crowd = Array.from({length: 40}, (_, index) =>
		sourceAccount(`c${index}`),
	);
	const refusedEmails = crowd.slice(1).map(({email = ''}) => email);
	const sites = createSites({
		source: {
			accounts: crowd,
			organizations: [
				sourceOrganization('Acme', {members: crowd, projects: ['IT']}),
			],
		},
		habits: {refusedEmails},
	});
	const {summary} = await copyAll(sites);
	expect(summary).toMatchObject({
		ending: 'finished',
		memberships: {added: 1, notPossible: 39},
	});
});

const anna = customer('anna');
const {id: customerId, email = ''} = anna;

function failed(code: 'refused' | 'forbidden'): RecordedEvent {
	return {
		type: 'customer-failed',
		customer: customerId,
		email,
		failure: {code},
	};
}

/** How many calls a streak takes in before it is one too many. */
function lastOf(calls: ReadonlyArray<readonly RecordedEvent[]>): number {
	const streak = new FailureStreak(3);

	for (const [index, events] of calls.entries()) {
		try {
			streak.end(streak.begin('customers'), events);
		} catch (error) {
			expect(error).toBeInstanceOf(TooManyErrors);
			return index + 1;
		}
	}

	return Infinity;
}

test('only the same failure, call after call, adds up', () => {
	const refused = [failed('refused')];
	const forbidden = [failed('forbidden')];
	const done = [created(anna)];
	expect(lastOf([refused, refused, refused])).toBe(3);
	expect(lastOf([refused, refused, forbidden, refused, refused])).toBe(
		Infinity,
	);
	expect(lastOf([refused, refused, done, refused, refused])).toBe(Infinity);
	expect(lastOf([refused, [...refused, ...done], refused, refused])).toBe(
		Infinity,
	);
	expect(lastOf([refused, forbidden, forbidden, forbidden])).toBe(4);
	// Many rows of one call are one failure.
	expect(lastOf([[...refused, ...refused, ...refused, ...refused]])).toBe(
		Infinity,
	);
});

test('what is answered first does not count before what was sent first', () => {
	const streak = new FailureStreak(2);
	const first = streak.begin('customers');
	const others = [streak.begin('customers'), streak.begin('customers')];
	streak.end(others[0]!, [failed('refused')]);
	streak.end(first, [created(anna)]);
	expect(() => {
		streak.end(others[1]!, [failed('refused')]);
	}).toThrow(TooManyErrors);
});

test('calls of one phase add up although those of another succeed in between, and those of all phases do', () => {
	const beside = new FailureStreak(3);
	const besideAnother = () => {
		beside.end(beside.begin('projectLinks'), [failed('forbidden')]);
		beside.end(beside.begin('customers'), [created(anna)]);
	};

	besideAnother();
	besideAnother();
	expect(besideAnother).toThrow(TooManyErrors);

	const together = new FailureStreak(2);
	together.end(together.begin('organizations'), [failed('forbidden')]);
	expect(() => {
		together.end(together.begin('customers'), [failed('forbidden')]);
	}).toThrow(TooManyErrors);
});
