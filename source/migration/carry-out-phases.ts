import pMap from 'p-map';
import {type Phase} from './events.ts';
import {TooManyErrors} from './failure-streak.ts';
import {type Job, type JobSetting} from './job.ts';
import {Outstanding} from './outstanding.ts';
import {type PerformSetting, performStep} from './perform.ts';
import {type Plan} from './plan.ts';
import {rememberJoined} from './remember-links.ts';
import {noteWhatIsLeft, phaseJobs} from './run-phases.ts';
import {SiteError} from './site-error.ts';

/** Steps of a phase in flight: enough for 100 answers a second at half a second each. The site's client holds back what is too fast. */
export const stepsInFlight = 64;

/**
Every phase begins with what is there for it, beside those before it; only access waits for all members (R12), and activity for everything.
*/
export async function carryOutPhases(
	plan: Plan,
	setting: PerformSetting,
): Promise<void> {
	const work = createWork(plan, setting);
	noteWhatIsLeft(work.jobs);
	const members = Promise.all([
		carryOutPhase('organizations', work),
		carryOutPhase('customers', work),
		carryOutPhase('memberships', work),
	]);
	const links = carryOutPhase('projectLinks', work);
	await members;
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
			organizationsLeft: new Outstanding(signal),
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
