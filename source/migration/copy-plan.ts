import {type CallCounts} from './calls.ts';
import {type EngineEvent} from './events.ts';
import {streamEvents} from './event-stream.ts';
import {type TooManyErrorsFacts} from './failure.ts';
import {TooManyErrors} from './failure-streak.ts';
import {type Plan} from './plan.ts';
import {type Clock, type DestinationSite, type Ledger} from './ports.ts';
import {runPlan} from './run.ts';
import {RunState} from './run-state.ts';
import {type Ending, type RunSummary} from './run-summary.ts';
import {SiteError, type SiteErrorFacts} from './site-error.ts';
import {tally} from './tally.ts';
import {verdictOf} from './verdict.ts';
import {type Verification, autoJoined} from './verification.ts';
import {verifyRun} from './verify.ts';

export type CopySetting = {
	readonly destination: DestinationSite;
	readonly ledger: Ledger;
	readonly clock: Clock;
	/** Calls made to the source so far, for the summary. */
	readonly sourceCalls: () => CallCounts;
	/** Id of an interrupted run to go on with; left out, a new run is begun. */
	readonly resume?: string;
	/** Calls in a row that may fail alike before the run is broken off; left out, 25. */
	readonly maxErrors?: number;
};

/**
Carries out a plan, verifies it and closes the run. The last event is `run-finished`, also when the run was stopped or the destination gave up on us.
*/
export function copyPlan(
	plan: Plan,
	setting: CopySetting,
	signal: AbortSignal,
): AsyncGenerator<EngineEvent, RunSummary, void> {
	return streamEvents(async (emit) => {
		const {ledger, clock, resume} = setting;
		const startedAt = clock.now().getTime();
		const run = resume ?? ledger.startRun(plan);
		const state = new RunState(plan);
		const end = await runAndVerify(
			plan,
			{...setting, run, state, emit},
			signal,
		);
		const summary = {
			run,
			...summarize(plan, state, end),
			calls: {
				source: setting.sourceCalls(),
				destination: setting.destination.calls(),
			},
			seconds: (clock.now().getTime() - startedAt) / 1000,
		};
		ledger.finishRun(run, summary);
		emit({type: 'run-finished', ...summary});
		return summary;
	});
}

/** How the work ended, before it is put in numbers. */
type End = {
	readonly ending: Ending;
	readonly verification?: Verification;
	readonly error?: SiteErrorFacts;
	readonly tooManyErrors?: TooManyErrorsFacts;
};

async function runAndVerify(
	plan: Plan,
	setting: CopySetting & {
		readonly run: string;
		readonly state: RunState;
		readonly emit: (event: EngineEvent) => void;
	},
	signal: AbortSignal,
): Promise<End> {
	const {state, emit, resume} = setting;
	const isResumed = resume !== undefined;

	try {
		for await (const event of runPlan(plan, {...setting, isResumed}, signal)) {
			emit(event);
		}

		if (signal.aborted) {
			return {ending: 'stopped'};
		}

		const verification = await verifyRun(plan, state, {...setting, signal});
		emit({type: 'verified', ...verification});
		return {ending: 'finished', verification};
	} catch (error) {
		return endAfter(error, signal);
	}
}

/**
How a run ended that threw.

@throws Whatever nobody foresaw.
*/
function endAfter(error: unknown, signal: AbortSignal): End {
	if (error instanceof SiteError) {
		return signal.aborted
			? {ending: 'stopped'}
			: {ending: 'broken-off', error: error.facts};
	}

	if (error instanceof TooManyErrors) {
		return {ending: 'broken-off', tooManyErrors: error.facts};
	}

	throw error;
}

function summarize(
	plan: Plan,
	state: RunState,
	{ending, verification, error, tooManyErrors}: End,
): Omit<RunSummary, 'run' | 'calls' | 'seconds'> {
	const totals = tally(plan, state);
	const joined = verification === undefined ? [] : autoJoined(verification);
	return {
		ending,
		verdict: verdictOf(totals, plan.destination.name, ending, verification),
		exitCode: exitCodeOf(state, ending, verification),
		...totals,
		...(verification && {unexplained: verification.unexplained}),
		...(joined.length > 0 && {autoJoined: joined}),
		...(error && {error}),
		...(tooManyErrors && {tooManyErrors}),
	};
}

function exitCodeOf(
	{failures}: RunState,
	ending: Ending,
	verification: Verification | undefined,
): RunSummary['exitCode'] {
	if (ending !== 'finished') {
		return ending === 'stopped' ? 130 : 6;
	}

	return failures === 0 && verification?.unexplained === 0 ? 0 : 4;
}
