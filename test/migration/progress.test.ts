import {expect, test} from 'vitest';
import {
	type EngineEvent,
	type RecordedEvent,
} from '../../source/migration/events.ts';
import {
	type Progress,
	foldProgress,
	initialProgress,
} from '../../source/migration/progress.ts';
import {
	carryOut,
	copyAll,
	createListener,
	makePlan,
	prepare,
} from '../helpers/engine-copy.ts';
import {created, membersAdded, notCreated} from '../helpers/engine-events.ts';
import {sourceAccount, sourceOrganization} from '../helpers/engine-people.ts';
import {createSites} from '../helpers/engine-sites.ts';
import {createStory} from '../helpers/engine-story.ts';
import {failOnce, siteError} from '../helpers/memory-site-faults.ts';

const anna = sourceAccount('anna');
const ben = sourceAccount('ben');
const acme = sourceOrganization('Acme');
const someTime = Date.UTC(2026, 10, 23);

const totals = {
	organizations: 1,
	customers: 2,
	memberships: 2,
	projectLinks: 1,
	projectAccess: 0,
	activity: 0,
};

const started = {type: 'run-started', run: '1', totals} as const;

function fold(
	events: readonly EngineEvent[],
	now = someTime,
	from = initialProgress,
): Progress {
	let progress = from;

	for (const event of events) {
		progress = foldProgress(progress, event, now);
	}

	return progress;
}

test('a scan counts what it reads, on each side', () => {
	const {stage, scanned} = fold([
		{type: 'scan-progressed', side: 'source', subject: 'accounts', count: 50},
		{type: 'scan-progressed', side: 'destination', subject: 'agents', count: 2},
		{type: 'scan-progressed', side: 'source', subject: 'accounts', count: 80},
		{type: 'scan-progressed', side: 'source', subject: 'requests', count: 9},
	]);
	expect(stage).toBe('scanning');
	expect(scanned).toEqual({
		source: {accounts: 80, requests: 9},
		destination: {agents: 2},
	});
});

test('a run begins with its totals', () => {
	const {stage, run, phases} = fold([started]);
	expect(stage).toBe('running');
	expect(run).toBe('1');
	expect(phases.customers).toEqual({total: 2, done: 0, failed: 0});
	expect(phases.projectAccess).toEqual({total: 0, done: 0, failed: 0});
});

test('customers, organizations and memberships are counted, not calls', () => {
	const {phases} = fold([
		started,
		created(anna),
		notCreated(ben),
		membersAdded(acme, anna, ben),
	]);
	expect(phases.customers).toEqual({total: 2, done: 1, failed: 1});
	expect(phases.memberships).toEqual({total: 2, done: 2, failed: 0});
});

test('a revocation belongs to a customer who is counted already', () => {
	const revoked = {
		type: 'customer-revoked',
		customer: anna.id,
		email: 'anna@acme.example',
	} as const;
	const {phases} = fold([started, created(anna), revoked]);
	expect(phases.customers).toEqual({total: 2, done: 1, failed: 0});
});

test('failures say what failed, where and when', () => {
	const failure = {code: 'refused'} as const;
	const {failures} = fold([
		started,
		notCreated(anna),
		{
			type: 'organization-failed',
			organization: '1',
			name: 'Acme',
			failure,
		},
		{
			type: 'member-failed',
			organization: '1',
			name: 'Acme',
			customer: '2',
			email: 'ben@acme.example',
			failure,
		},
		{
			type: 'project-link-failed',
			organization: '1',
			name: 'Acme',
			project: 'IT',
			failure,
		},
		{
			type: 'project-access-failed',
			project: 'IT',
			customer: '2',
			email: 'ben@acme.example',
			failure,
		},
	]);
	expect(failures.map(({subject, place}) => [subject, place])).toEqual([
		['anna@acme.example', undefined],
		['Acme', undefined],
		['ben@acme.example', 'Acme'],
		['Acme', 'IT'],
		['ben@acme.example', 'IT'],
	]);
	expect(failures[0]).toMatchObject({at: someTime, failure});
});

test('of many failures the newest hundred are kept, and all are counted', () => {
	const names = Array.from({length: 250}, (_, index) => `c${index}`);
	const {failures, phases} = fold([
		started,
		...names.map((name) => notCreated(sourceAccount(name))),
	]);
	expect(failures).toHaveLength(100);
	expect(failures.at(-1)?.subject).toBe('c249@acme.example');
	expect(phases.customers.failed).toBe(250);
});

test('a wait is shown with its end', () => {
	const {wait} = fold([
		{
			type: 'throttled',
			side: 'destination',
			operation: 'POST customer',
			milliseconds: 12_000,
			reason: 'burst',
		},
	]);
	expect(wait).toEqual({
		side: 'destination',
		operation: 'POST customer',
		reason: 'burst',
		until: someTime + 12_000,
	});
});

/** Folds as many creations as the numbers say, one number a second; the seconds of 0 bring no event. */
function foldSeconds(numbers: readonly number[]): Progress {
	let progress = fold([started]);

	for (const [second, count] of numbers.entries()) {
		const events: readonly RecordedEvent[] = Array.from({length: count}, () =>
			created(anna),
		);
		progress = fold(events, someTime + second * 1000 + 500, progress);
	}

	return progress;
}

test('speed is what was done in each of the last seconds', () => {
	expect(foldSeconds([3, 1, 2]).perSecond).toEqual([3, 1, 2]);
});

test('a second in which nothing was done counts too', () => {
	expect(foldSeconds([3, 0, 0, 2]).perSecond).toEqual([3, 0, 0, 2]);
});

test('speed is kept for a minute, and forgotten after a long wait', () => {
	const {perSecond} = foldSeconds(Array.from({length: 90}, () => 1));
	expect(perSecond).toEqual(Array.from({length: 60}, () => 1));
	const later = foldSeconds([5, ...Array.from({length: 200}, () => 0), 4]);
	expect(later.perSecond).toHaveLength(60);
	expect(later.perSecond.at(-1)).toBe(4);
	expect(later.perSecond.slice(0, -1).every((count) => count === 0)).toBe(true);
});

test('what an interrupted run did is no speed of its resume', () => {
	const {perSecond, phases} = fold([
		{...started, type: 'run-resumed'},
		created(anna),
		{type: 'phase-started', phase: 'customers'},
		created(ben),
	]);
	expect(phases.customers.done).toBe(2);
	expect(perSecond).toEqual([1]);
});

test('a batch counts as many as it added', () => {
	const {perSecond} = fold([started, membersAdded(acme, anna, ben)]);
	expect(perSecond).toEqual([2]);
});

test('a clock that goes back does no harm', () => {
	const progress = fold([started, created(anna)]);
	const back = fold([created(ben)], someTime - 60_000, progress);
	expect(back.perSecond).toEqual([2]);
});

test('folding leaves what was folded before as it was', () => {
	const before = fold([started, created(anna)]);
	const copy = structuredClone(before);
	fold([notCreated(ben), membersAdded(acme, anna)], someTime + 5000, before);
	expect(before).toEqual(copy);
});

test('a whole copy folds from its first scan to its summary', async () => {
	const story = createStory();
	const {heard, listen} = createListener();
	await prepare(story, listen);
	const plan = await makePlan(story);
	const carried = await carryOut(plan, story);
	const progress = fold([...heard, ...carried.events]);
	expect(progress).toMatchObject({
		stage: 'finished',
		scanned: {source: {accounts: 14}, destination: {accounts: 6}},
		phases: {
			organizations: {total: 2, done: 2, failed: 0},
			customers: {total: 4, done: 4, failed: 0},
			memberships: {total: 12, done: 12, failed: 0},
			projectLinks: {total: 6, done: 6, failed: 0},
			projectAccess: {total: 4, done: 4, failed: 0},
			activity: {total: 0, done: 0, failed: 0},
		},
		failures: [],
		verification: {unexplained: 0},
		summary: carried.summary,
	});
});

test('a stopped run folds to a stop, and its resume to the same end as an unbroken one', async () => {
	const story = createStory();
	const plan = await makePlan(story);
	const stop = new AbortController();
	const first = await carryOut(plan, {
		...story,
		signal: stop.signal,
		onEvent({type}) {
			if (type === 'members-added') {
				stop.abort();
			}
		},
	});
	const {run} = first.summary;
	expect(fold(first.events).stage).toBe('stopped');
	const second = await carryOut(plan, {...story, resume: run});
	const unbroken = await copyAll(createStory());
	const resumed = fold(second.events);
	expect(resumed.stage).toBe('finished');
	expect(resumed.phases).toEqual(fold(unbroken.events).phases);
});

test('no phase ever does more than it has to do', async () => {
	const ines = sourceAccount('ines', {status: 'inactive'});
	const sites = createSites({
		source: {accounts: [ines]},
		choices: {customers: 'all'},
	});
	sites.destination.onCall(failOnce('revokeAccess', siteError('forbidden')));
	const {events} = await copyAll(sites);
	const {total, done, failed} = fold(events).phases.customers;
	expect(done + failed).toBeLessThanOrEqual(total);
});
