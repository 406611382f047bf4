import {expect} from 'vitest';
import {
	type Choices,
	type Decisions,
	defaultChoices,
} from '../../source/migration/choices.ts';
import {copyPlan} from '../../source/migration/copy-plan.ts';
import {type EngineEvent} from '../../source/migration/events.ts';
import {type Plan, type PlannedCustomer} from '../../source/migration/plan.ts';
import {planCopy} from '../../source/migration/plan-copy.ts';
import {type Ledger} from '../../source/migration/ports.ts';
import {prepareCopy} from '../../source/migration/prepare.ts';
import {type CustomerRow, Report} from '../../source/migration/report.ts';
import {RunState} from '../../source/migration/run-state.ts';
import {type RunSummary} from '../../source/migration/run-summary.ts';
import {type PracticeSite} from '../../source/practice/practice-sites.ts';
import {type Person} from '../../source/practice/world/person.ts';
import {createEngineClock} from './engine-clock.ts';
import {follow} from './engine-copy.ts';
import {type ConnectedSites} from './jira-sites.ts';
import {MemoryLedger} from './memory-ledger.ts';

export type SiteCopying = {
	readonly projects?: readonly string[] | 'all';
	readonly choices?: Partial<Choices>;
	readonly decisions?: Decisions;
	readonly ledger?: MemoryLedger;
};

/** A copy between practice sites that ran to its end. */
export type SiteCopy = {
	readonly plan: Plan;
	readonly report: Report;
	readonly summary: RunSummary;
	readonly events: readonly EngineEvent[];
};

/** Copies between practice sites with our own client. After every copy the source is unwritten and nobody has a mail (R7). */
export async function copySites(
	{source, destination, from, to}: ConnectedSites,
	{
		projects = 'all',
		choices = {},
		decisions = {},
		ledger = new MemoryLedger(),
	}: SiteCopying = {},
): Promise<SiteCopy> {
	const events: EngineEvent[] = [];
	const listen = (event: EngineEvent) => {
		events.push(event);
	};

	const prepared = await follow(
		prepareCopy({
			source: from,
			destination: to,
			projects,
			map: {},
			choices: {...defaultChoices, ...choices},
			memory: ledger.memory(),
			decisions,
		}),
		listen,
	);
	const plan = planCopy(prepared);
	const setting = {
		destination: to,
		ledger,
		clock: createEngineClock(),
		sourceCalls: () => from.calls(),
	};
	const {signal} = new AbortController();
	const summary = await follow(copyPlan(plan, setting, signal), listen);
	expect(source.calls().writes).toBe(0);
	expect(source.outbox()).toEqual([]);
	expect(destination.outbox()).toEqual([]);
	return {plan, report: reportOf(plan, ledger, summary), summary, events};
}

function reportOf(plan: Plan, ledger: Ledger, summary: RunSummary): Report {
	const state = new RunState(plan);

	for (const {events = []} of ledger.steps(summary.run)) {
		for (const event of events) {
			state.fold(event);
		}
	}

	state.noteAutoJoined(summary.autoJoined ?? []);
	return new Report(plan, state);
}

/** What a copy planned for the customer of this name, and what became of him. */
export function customerOf(
	{plan, report}: Pick<SiteCopy, 'plan' | 'report'>,
	name: string,
): CustomerRow & Pick<PlannedCustomer, 'fate' | 'status'> {
	const planned = plan.customers.find((customer) => customer.name === name);
	expect(planned, name).toBeDefined();
	const {fate, status} = planned!;
	return {fate, status, ...report.customer(planned!)};
}

/** Accounts of a site with exactly this email, whatever its case. */
export function accountsWith(
	{world}: PracticeSite,
	email: string,
): readonly Person[] {
	return world.people.withEmail(email);
}

/** Names of the organizations an account is in. */
export function organizationsOf(
	{world}: PracticeSite,
	accountId: string,
): readonly string[] {
	return world.organizations
		.of(accountId)
		.map(({facts}) => facts.name)
		.toSorted((a, b) => a.localeCompare(b));
}

/** Whether an account is on the customer list of a project by itself. */
export function hasAccess(
	{world}: PracticeSite,
	key: string,
	accountId: string,
): boolean {
	return world.projects.find(key)?.customers.has(accountId) ?? false;
}
