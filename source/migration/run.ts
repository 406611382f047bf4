import pMap from 'p-map';
import {type Phase, type EngineEvent} from './events.ts';
import {streamEvents} from './event-stream.ts';
import {
	FailureStreak,
	TooManyErrors,
	usualMaxErrors,
} from './failure-streak.ts';
import {TakenNames} from './names.ts';
import {Outstanding} from './outstanding.ts';
import {readAll} from './pages.ts';
import {type PerformSetting, performStep, settleStep} from './perform.ts';
import {type Plan} from './plan.ts';
import {plannedAccount} from './planned-account.ts';
import {type Clock, type DestinationSite, type Ledger} from './ports.ts';
import {relayNotices} from './relay-notices.ts';
import {
	type Job,
	type JobSetting,
	noteWhatIsLeft,
	phaseJobs,
	phaseTotals,
} from './run-phases.ts';
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
	await carryOutPhases(plan, setting);

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

/**
Organizations come first, and activity last. Between them every phase begins with what is there for it, beside those before it; only access waits for all members (R12).
*/
async function carryOutPhases(
	plan: Plan,
	setting: PerformSetting,
): Promise<void> {
	const work = createWork(plan, setting);
	await carryOutPhase('organizations', work);
	noteWhatIsLeft(work.jobs);
	const people = Promise.all([
		carryOutPhase('customers', work),
		carryOutPhase('memberships', work),
	]);
	const links = carryOutPhase('projectLinks', work);
	await people;
	await carryOutPhase('projectAccess', work);
	await links;
	await carryOutPhase('activity', work);
	throwFailure(work);
}

/** What the phases of a run share. */
type Work = {
	/** Its signal is aborted too when a job of any phase has met a fatal error. */
	readonly setting: PerformSetting;
	readonly jobs: JobSetting;
	readonly stop: AbortSignal;
	/** Halts everything at its next step; what is in flight is still finished and recorded. */
	readonly fail: (error: unknown) => void;
	readonly errors: readonly unknown[];
};

function createWork(plan: Plan, setting: PerformSetting): Work {
	const {state, destination, signal: stop} = setting;
	const halt = new AbortController();
	const signal = AbortSignal.any([stop, halt.signal]);
	const errors: unknown[] = [];
	return {
		setting: {...setting, signal},
		jobs: {
			plan,
			state,
			destination,
			signal,
			customersLeft: new Outstanding(signal),
			membersLeft: new Outstanding(signal),
		},
		stop,
		fail(error) {
			errors.push(error);
			halt.abort();
		},
		errors,
	};
}

/** Works through the jobs of a phase as they come. Nothing is thrown, so that what goes on beside it can end in good order. */
async function carryOutPhase(phase: Phase, work: Work): Promise<void> {
	const {setting, jobs, fail} = work;
	const {signal, emit} = setting;

	if (signal.aborted) {
		return;
	}

	let isStarted = false;
	const tellStart = () => {
		if (isStarted) {
			return;
		}

		isStarted = true;
		emit({type: 'phase-started', phase});
	};

	const workOn = async (job: Job): Promise<void> => {
		try {
			for await (const step of job) {
				if (signal.aborted) {
					return;
				}

				tellStart();
				await performStep(step, phase, setting);
			}
		} catch (error) {
			fail(error);
		}
	};

	try {
		await pMap(phaseJobs[phase](jobs), workOn, {concurrency: stepsInFlight});
		rememberJoined(jobs.plan, setting.state, setting.ledger);
	} catch (error) {
		fail(error);
	}

	if (signal.aborted) {
		return;
	}

	tellStart();
	emit({type: 'phase-finished', phase});
}

/**
Ends the run as it broke off.

@throws The first error that is more than the answer to a stop signal.
*/
function throwFailure({errors, stop}: Work): void {
	const isStop = (error: unknown) =>
		stop.aborted &&
		(error instanceof SiteError || error instanceof TooManyErrors);
	const failure = errors.find((error) => !isStop(error));

	if (failure !== undefined) {
		throw failure as Error;
	}
}
