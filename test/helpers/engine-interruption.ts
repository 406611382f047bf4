import {expect} from 'vitest';
import {type Plan} from '../../source/migration/plan.ts';
import {
	type Carried,
	type CarryingOut,
	carryOut,
	makePlan,
} from './engine-copy.ts';
import {createStory} from './engine-story.ts';
import {type MemoryLedger} from './memory-ledger.ts';
import {type SiteCall} from './memory-site-faults.ts';
import {type MemorySite} from './memory-site.ts';

/** The story, planned and ready to run. */
export type Rehearsal = {
	readonly plan: Plan;
	readonly destination: MemorySite;
	readonly ledger: MemoryLedger;
};

export async function rehearse(): Promise<Rehearsal> {
	const story = createStory();
	const plan = await makePlan(story);
	return {plan, destination: story.destination, ledger: story.ledger};
}

/** The run the story began last goes on to its end. */
export async function resume(
	{plan, ...setting}: Rehearsal,
	more: Partial<CarryingOut> = {},
): Promise<Carried> {
	return carryOut(plan, {...setting, resume: firstRun, ...more});
}

/** The id that the ledger gives to the first run of a pair. */
const firstRun = '2026-11-22-a1';

/** What an unbroken run of the story comes to. */
export type Outcome = {
	readonly destination: ReturnType<MemorySite['describe']>;
	/** What the run made and revoked, in any order, each time it did. */
	readonly effects: readonly string[];
	readonly totals: unknown;
};

export async function unbrokenOutcome(): Promise<Outcome> {
	const rehearsal = await rehearse();
	const carried = await carryOut(rehearsal.plan, rehearsal);
	return outcomeOf(rehearsal, carried);
}

/** Numbers of the calls an unbroken run makes, to spoil them one by one. The scan before it has made reads, too. */
export async function callsOfUnbrokenRun(
	kind: SiteCall['kind'],
): Promise<{readonly first: number; readonly last: number}> {
	const {plan, ...setting} = await rehearse();
	const count = () => setting.destination.calls()[`${kind}s`];
	const first = count() + 1;
	await carryOut(plan, setting);
	return {first, last: count()};
}

/** The interrupted run has made everything an unbroken one makes, once, and says the same about it. */
export function expectSameOutcome(
	rehearsal: Rehearsal,
	last: Carried,
	expected: Outcome,
	interruption: string,
): void {
	const outcome = outcomeOf(rehearsal, last);
	expect(outcome.destination, interruption).toEqual(expected.destination);
	expect(outcome.effects, interruption).toEqual(expected.effects);
	expect(outcome.totals, interruption).toEqual(expected.totals);
}

function outcomeOf({destination}: Rehearsal, {summary}: Carried): Outcome {
	const {run: _run, calls: _calls, seconds: _seconds, ...totals} = summary;
	return {
		destination: destination.describe(),
		effects: destination.effects
			.map(({write, subject, place = ''}) => `${write} ${subject} ${place}`)
			.toSorted(),
		totals,
	};
}
