import pMap from 'p-map';
import {type Phase, type EngineEvent, phases} from './events.ts';
import {streamEvents} from './event-stream.ts';
import {
	FailureStreak,
	TooManyErrors,
	usualMaxErrors,
} from './failure-streak.ts';
import {TakenNames} from './names.ts';
import {readAll} from './pages.ts';
import {type PerformSetting, performStep, settleStep} from './perform.ts';
import {type Plan} from './plan.ts';
import {plannedAccount} from './planned-account.ts';
import {type Clock, type DestinationSite, type Ledger} from './ports.ts';
import {relayNotices} from './relay-notices.ts';
import {type Job, phaseJobs, phaseTotals} from './run-phases.ts';
import {type RunState} from './run-state.ts';
import {SiteError} from './site-error.ts';

/** Steps in flight: enough for 100 answers a second at half a second each. The site's client holds back what is too fast. */
const stepsInFlight = 64;

export type RunSetting = {
	readonly destination: DestinationSite;
	readonly ledger: Ledger;
	readonly clock: Clock;
	/** Id of the run, whether begun now or interrupted before. */
	readonly run: string;
	readonly isResumed: boolean;
	/** Calls in a row that may fail alike. */
	readonly maxErrors?: number;
	/** Empty; afterwards it holds what was done, also where the run threw. */
	readonly state: RunState;
};

/**
Carries out a plan. On a stop signal nothing new is sent, what is in flight is finished and recorded.

@throws SiteError when the destination can't be used any more, after what was in flight has been recorded. A resume goes on from there.
@throws TooManyErrors when so many calls in a row failed alike, likewise.
*/
export function runPlan(
	plan: Plan,
	setting: RunSetting,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent, void, void> {
	return streamEvents(async (emit) => {
		const silence = relayNotices(setting.destination, 'destination', emit);

		try {
			await carryOut(plan, setting, signal, emit);
		} finally {
			silence();
		}
	});
}

async function carryOut(
	plan: Plan,
	{
		destination,
		ledger,
		clock,
		run,
		isResumed,
		state,
		maxErrors = usualMaxErrors,
	}: RunSetting,
	signal: AbortSignal,
	emit: (event: EngineEvent) => void,
): Promise<void> {
	emit({
		type: isResumed ? 'run-resumed' : 'run-started',
		run,
		totals: phaseTotals(plan),
	});
	rememberLinks(plan, ledger);

	if (plan.activity !== undefined) {
		destination.permitEdits();
	}

	const setting: PerformSetting = {
		run,
		destination,
		ledger,
		clock,
		state,
		streak: new FailureStreak(maxErrors),
		signal,
		emit,
		...(await readNames(destination, signal)),
	};

	await replay(setting);

	for (const phase of phases) {
		if (signal.aborted) {
			continue;
		}

		emit({type: 'phase-started', phase});
		const jobs = phaseJobs[phase](plan, state, destination, signal);
		await workThrough(jobs, phase, setting);
		rememberJoined(plan, state, ledger);
	}

	if (signal.aborted) {
		emit({type: 'run-stopped', run});
	}
}

/** What the plan links is a fact before anything is written, and worth more than this run. */
function rememberLinks({customers, organizations}: Plan, ledger: Ledger): void {
	ledger.remember({
		customers: customers.flatMap((customer) =>
			linkTo(customer.id, plannedAccount(customer)),
		),
		organizations: organizations
			.filter(({fate}) => ['link', 'unchanged'].includes(fate))
			.flatMap(({id, destination}) => linkTo(id, destination?.id)),
	});
}

/** What is the same as another of the source has no event of its own; it is where that one is. */
function rememberJoined(
	{customers, organizations}: Plan,
	state: RunState,
	ledger: Ledger,
): void {
	ledger.remember({
		customers: customers
			.filter(({sameAs}) => sameAs !== undefined)
			.flatMap(({id}) => linkTo(id, state.customerId(id))),
		organizations: organizations
			.filter(({sameAs}) => sameAs !== undefined)
			.flatMap((organization) =>
				linkTo(organization.id, state.organizationId(organization)),
			),
	});
}

function linkTo(
	id: string,
	destinationId: string | undefined,
): ReadonlyArray<readonly [string, string]> {
	return destinationId === undefined ? [] : [[id, destinationId]];
}

/** Names are checked again just before the first write, since the scan may be old by now (R11). */
async function readNames(
	destination: DestinationSite,
	signal: AbortSignal,
): Promise<Pick<PerformSetting, 'knownNames' | 'knownOrganizations'>> {
	const organizations = await readAll(destination.organizations(signal));
	return {
		knownNames: new TakenNames(organizations.map(({name}) => name)),
		knownOrganizations: new Set(organizations.map(({id}) => id)),
	};
}

/** Takes in what an interrupted run did, and asks the destination about steps whose answers were lost (R15). */
async function replay(setting: PerformSetting): Promise<void> {
	const open = [];

	for (const record of setting.ledger.steps(setting.run)) {
		if (record.events === undefined) {
			open.push(record);
		}

		// What has failed is tried again, so it has not happened yet.
		const events = record.events?.filter((event) => !('failure' in event));

		for (const event of events ?? []) {
			setting.state.fold(event);
			setting.emit(event);
		}
	}

	const found = await pMap(
		open,
		async ({number, step}) => settleStep(number, step, setting),
		{concurrency: stepsInFlight},
	);

	if (open.length > 0) {
		setting.emit({
			type: 'unknown-outcomes-settled',
			asked: open.length,
			hadHappened: found.filter((type) => type === 'happened').length,
		});
	}
}

/** One job's fatal error halts the others at their next step; what is in flight is still finished and recorded. */
async function workThrough(
	jobs: Iterable<Job>,
	phase: Phase,
	setting: PerformSetting,
): Promise<void> {
	const halt = new AbortController();
	const signal = AbortSignal.any([setting.signal, halt.signal]);
	const errors: unknown[] = [];

	const work = async (job: Job): Promise<void> => {
		for await (const step of job) {
			if (signal.aborted) {
				return;
			}

			await performStep(step, phase, {...setting, signal});
		}
	};

	await pMap(
		jobs,
		async (job) => {
			try {
				await work(job);
			} catch (error) {
				errors.push(error);
				halt.abort();
			}
		},
		{concurrency: stepsInFlight},
	);

	const isStop = (error: unknown) =>
		setting.signal.aborted &&
		(error instanceof SiteError || error instanceof TooManyErrors);
	const failure = errors.find((error) => !isStop(error));

	if (failure !== undefined) {
		throw failure as Error;
	}
}
