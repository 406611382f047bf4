import {type Clock} from '../migration/ports.ts';
import {type Action, type Dispatch} from './actions.ts';
import {changedDecisions} from './conflicts-state.ts';
import {isRunning} from './copy-state.ts';
import {isAtWork} from './journey.ts';
import {type Job, jobsOf} from './jobs.ts';
import {createNotifier} from './notifier.ts';
import {reduce} from './reduce.ts';
import {createRestAfterKeys} from './rest-after-keys.ts';
import {type AppServices} from './services.ts';
import {type SessionState, initialState} from './session-state.ts';
import {copyRequest} from './state-facts.ts';
import {work} from './work.ts';

/** The state and the work of the app, without React: work goes on whatever is on screen. */
export type Session = {
	readonly getSnapshot: () => SessionState;
	/** Calls the listener after changes; of what the engine tells it hears at most ten times a second. */
	readonly subscribe: (listener: () => void) => () => void;
	readonly dispatch: Dispatch;
	/** Gives up what still runs; nothing changes any more. */
	readonly close: () => void;
};

/** Least milliseconds between two notices of what the engine tells. */
const noticeGapMs = 100;

/** How often times on screen change while work is under way. */
const tickMs = 1000;

export function createSession(services: AppServices, clock: Clock): Session {
	const now = () => clock.now().getTime();
	const notifier = createNotifier(clock, noticeGapMs);
	const running = new Map<string, AbortController>();
	const closing = new AbortController();
	const {noteKey, giveWay} = createRestAfterKeys(clock, closing.signal);
	let state = initialState(services.isPractice, now());

	const change = (action: Action) => {
		const before = state;
		const after = reduce({...before, now: now()}, action);
		state = carriedOut(action, before, after, services);

		// A scan has had its choices kept already.
		if (action.type !== 'scan-done') {
			state = keepChoices(before, state, services);
		}
	};

	const tell: Dispatch = (action) => {
		change(action);
		notifier.notifySoon();
	};

	const settle: Dispatch = (action) => {
		if (closing.signal.aborted) {
			return;
		}

		change(action);
		reconcile();
		notifier.notify();
	};

	const start = async (job: Job, stop: AbortController) => {
		// Work that answers at once must not change the state while it is being looked at.
		await Promise.resolve();
		const {signal} = stop;
		await work(job, {services, signal, settle, tell, giveWay});

		if (running.get(job.key) === stop) {
			running.delete(job.key);
		}
	};

	/** Begins the work the state asks for, and ends what it asks for no more. */
	const reconcile = () => {
		const jobs = new Map(jobsOf(state).map((job) => [job.key, job]));

		for (const [key, stop] of running) {
			const job = jobs.get(key);

			if (job === undefined) {
				running.delete(key);
				stop.abort();
			} else if (
				(job.type === 'copy' || job.type === 'act') &&
				job.isStopping
			) {
				stop.abort();
			}
		}

		for (const [key, job] of jobs) {
			if (running.has(key)) {
				continue;
			}

			const stop = new AbortController();
			running.set(key, stop);
			void start(job, stop);
		}
	};

	const tick = async () => {
		while (!closing.signal.aborted) {
			await clock.wait(tickMs, closing.signal);

			if (isRunning(state.copy)) {
				tell({type: 'pace-told', pace: services.pace()});
			} else if (isAtWork(state)) {
				tell({type: 'time-passed'});
			}
		}
	};

	reconcile();
	void tick();

	return {
		getSnapshot: () => state,
		subscribe: notifier.subscribe,
		dispatch(action) {
			noteKey();
			// A notice is read by the time the next key is pressed.
			state = {...state, notice: undefined, refusal: undefined};
			settle(action);
		},
		close() {
			closing.abort();
			notifier.close();

			for (const stop of running.values()) {
				stop.abort();
			}
		},
	};
}

/** The state after what an action does outside of it, at once. */
function carriedOut(
	action: Action,
	before: SessionState,
	after: SessionState,
	services: AppServices,
): SessionState {
	switch (action.type) {
		case 'decided':
		case 'decision-taken-back': {
			return keepDecisions(before, after, services);
		}

		case 'item-ticked': {
			return keepTick(action, after, services);
		}

		case 'pace-asked': {
			const pace = services.changePace(action.change);
			return reduce(after, {type: 'pace-told', pace});
		}

		default: {
			return after;
		}
	}
}

/** Decisions are kept as they are made, so that nothing is lost with the screen. */
function keepDecisions(
	before: SessionState,
	after: SessionState,
	services: AppServices,
): SessionState {
	const {made, withdrawn} = changedDecisions(
		before.conflicts.decisions,
		after.conflicts.decisions,
	);

	try {
		if (Object.keys(made).length > 0) {
			services.decide(made);
		}

		if (withdrawn.length > 0) {
			services.withdraw(withdrawn);
		}

		return after;
	} catch (error) {
		return {...after, notice: services.explain(error).problem};
	}
}

/** Choices that the plan was made with anew are kept, too. */
function keepChoices(
	before: SessionState,
	after: SessionState,
	services: AppServices,
): SessionState {
	if (
		before.plan === undefined ||
		after.plan === undefined ||
		before.plan.choices === after.plan.choices
	) {
		return after;
	}

	try {
		services.keepChoices(copyRequest(after));
		return after;
	} catch (error) {
		return {...after, notice: services.explain(error).problem};
	}
}

/** Ticks are kept as they are made, too. */
function keepTick(
	{item, isDone}: Extract<Action, {readonly type: 'item-ticked'}>,
	after: SessionState,
	services: AppServices,
): SessionState {
	try {
		services.tickItem(after.act.request?.run ?? '', item, isDone);
		return after;
	} catch (error) {
		return {...after, notice: services.explain(error).problem};
	}
}
