import {countBy} from './count-by.ts';
import {type EngineEvent} from './events.ts';
import {streamEvents} from './event-stream.ts';
import {type Plan} from './plan.ts';
import {type Clock, type DestinationSite} from './ports.ts';
import {relayNotices} from './relay-notices.ts';
import {type RunState} from './run-state.ts';
import {type Ending} from './run-summary.ts';
import {tally} from './tally.ts';
import {verdictOf} from './verdict.ts';
import {type Check, summarizeChecks} from './verification.ts';
import {checkRun} from './verify.ts';
import {type VerifySummary} from './verify-summary.ts';

/** The run to verify, as the ledger has it. */
export type RunToVerify = {
	readonly id: string;
	readonly plan: Plan;
	/** What the run did. */
	readonly state: RunState;
	/** Missing where the run was killed. */
	readonly ending?: Ending;
};

export type VerifyLaterSetting = {
	readonly destination: DestinationSite;
	readonly clock: Clock;
};

export type VerifiedLater = {
	readonly checks: readonly Check[];
	readonly summary: VerifySummary;
};

/**
Verifies a run some time after it: reads the destination again, and tells what is not as the run left it (R16). Nothing is written. The source is not read, since it goes on changing and a new plan tells what is new there.

@throws SiteError where the destination can't be read.
*/
export function verifyLater(
	run: RunToVerify,
	setting: VerifyLaterSetting,
	signal?: AbortSignal,
): AsyncGenerator<EngineEvent, VerifiedLater, void> {
	return streamEvents(async (emit) => {
		const {destination, clock} = setting;
		const startedAt = clock.elapsed();
		const silence = relayNotices(destination, 'destination', emit);

		try {
			const checks = await checkRun(run.plan, run.state, {
				...setting,
				signal,
				emit,
			});
			emit({type: 'verified', ...summarizeChecks(checks)});
			const summary = {
				...summarize(run, checks),
				calls: {destination: destination.calls()},
				seconds: (clock.elapsed() - startedAt) / 1000,
			};
			emit({type: 'verify-finished', ...summary});
			return {checks, summary};
		} finally {
			silence();
		}
	});
}

function summarize(
	{id, plan, state, ending = 'broken-off'}: RunToVerify,
	checks: readonly Check[],
): Omit<VerifySummary, 'calls' | 'seconds'> {
	const totals = tally(plan, state);
	const verification = summarizeChecks(checks);
	const signs = countBy(
		['-', '+', '!'],
		verification.differences,
		({sign}) => sign,
	);
	const isDone =
		ending === 'finished' &&
		state.failures === 0 &&
		verification.unexplained === 0;
	return {
		run: id,
		verdict: verdictOf(totals, plan.destination.name, ending, verification),
		exitCode: isDone ? 0 : 4,
		equal: verification.equal,
		missing: signs['-'],
		unexpected: signs['+'],
		different: signs['!'],
		unexplained: verification.unexplained,
	};
}
