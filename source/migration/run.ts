import pMap from 'p-map';
import {carryOutPhases, stepsInFlight} from './carry-out-phases.ts';
import {type EngineEvent} from './events.ts';
import {streamEvents} from './event-stream.ts';
import {FailureStreak, usualMaxErrors} from './failure-streak.ts';
import {TakenNames} from './names.ts';
import {readAll} from './pages.ts';
import {type PerformSetting, settleStep} from './perform.ts';
import {type Plan} from './plan.ts';
import {type Clock, type DestinationSite, type Ledger} from './ports.ts';
import {relayNotices} from './relay-notices.ts';
import {phaseTotals} from './run-phases.ts';
import {rememberLinks} from './remember-links.ts';
import {type RunState} from './run-state.ts';

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
