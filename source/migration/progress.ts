import {
	type EngineEvent,
	type Failure,
	type Phase,
	type RecordedEvent,
	type ScanSubject,
	type Side,
	phases,
} from './events.ts';
import {type Verification} from './verification.ts';
import {type RunSummary} from './run-summary.ts';

/** How far one phase is. */
export type PhaseProgress = {
	readonly total: number;
	readonly done: number;
	readonly failed: number;
};

/** What steps tell that could not do what they were for. */
type FailureEvent = Extract<RecordedEvent, {readonly failure: Failure}>;

/** A thing that failed, for a list on screen. */
export type FailedThing = {
	/** Milliseconds since 1970. */
	readonly at: number;
	/** What was tried, by the event that told of it. */
	readonly what: FailureEvent['type'];
	/** Email or name, untrusted. */
	readonly subject: string;
	/** Organization or project it concerns, untrusted. */
	readonly place?: string;
	readonly failure: Failure;
};

/** A wait that a site asked for. */
export type Wait = {
	readonly side: Side;
	readonly operation: string;
	readonly reason: 'burst' | 'quota' | 'unknown';
	/** Milliseconds since 1970. */
	readonly until: number;
};

/** Everything a listener needs to show how far the work is. Its size does not grow with the run. */
export type Progress = {
	readonly stage:
		'idle' | 'scanning' | 'running' | 'verifying' | 'stopped' | 'finished';
	readonly run?: string;
	/** While a resume tells again what was done before it. */
	readonly isReplaying: boolean;
	readonly scanned: Readonly<
		Record<Side, Readonly<Partial<Record<ScanSubject, number>>>>
	>;
	readonly phases: Readonly<Record<Phase, PhaseProgress>>;
	/** What was sent last, untrusted. */
	readonly current?: string;
	/** The newest failures, newest last. */
	readonly failures: readonly FailedThing[];
	readonly wait?: Wait;
	/** Things done in each of the last seconds, oldest first; the last one is still running. */
	readonly perSecond: readonly number[];
	/** The second the last number belongs to, since 1970. */
	readonly second: number;
	readonly unknownOutcomes?: {
		readonly asked: number;
		readonly hadHappened: number;
	};
	readonly verification?: Verification;
	readonly summary?: RunSummary;
};

/** Failures kept for the screen; the report has all. */
const failuresKept = 100;

/** Seconds of speed kept. */
const secondsKept = 60;

const noProgress: PhaseProgress = {total: 0, done: 0, failed: 0};

export const initialProgress: Progress = {
	stage: 'idle',
	isReplaying: false,
	scanned: {source: {}, destination: {}},
	phases: {
		organizations: noProgress,
		customers: noProgress,
		memberships: noProgress,
		projectLinks: noProgress,
		projectAccess: noProgress,
		activity: noProgress,
	},
	failures: [],
	perSecond: [],
	second: 0,
};

/** The one fold of the event stream; screen and printers show what it makes. Now is in milliseconds since 1970. */
export function foldProgress(
	progress: Progress,
	event: EngineEvent,
	now: number,
): Progress {
	switch (event.type) {
		case 'scan-progressed': {
			const {side, subject, count} = event;
			const counts = {...progress.scanned[side], [subject]: count};
			return {
				...progress,
				stage: 'scanning',
				scanned: {...progress.scanned, [side]: counts},
			};
		}

		case 'run-started':
		case 'run-resumed': {
			return {
				...progress,
				stage: 'running',
				run: event.run,
				isReplaying: event.type === 'run-resumed',
				phases: mapPhases((phase) => ({
					...noProgress,
					total: event.totals[phase],
				})),
			};
		}

		case 'phase-started': {
			return {...progress, isReplaying: false};
		}

		case 'step-sent': {
			return {...progress, current: event.subject};
		}

		case 'throttled': {
			const {side, operation, reason, milliseconds} = event;
			const wait = {side, operation, reason, until: now + milliseconds};
			return {...progress, wait: longerWait(progress.wait, wait)};
		}

		case 'unknown-outcomes-settled': {
			const {asked, hadHappened} = event;
			return {...progress, unknownOutcomes: {asked, hadHappened}};
		}

		case 'verify-started': {
			return {...progress, stage: 'verifying'};
		}

		case 'verified': {
			return {...progress, verification: event};
		}

		case 'run-stopped': {
			return {...progress, stage: 'stopped'};
		}

		case 'run-finished': {
			const stage = event.ending === 'finished' ? 'finished' : 'stopped';
			return {...progress, stage, wait: undefined, summary: event};
		}

		case 'verify-finished': {
			return {...progress, stage: 'finished', wait: undefined};
		}

		case 'phase-finished':
		case 'scan-finished':
		case 'deleted-content-found':
		case 'retried': {
			return progress;
		}

		default: {
			return foldRecorded(progress, event, now);
		}
	}
}

/** A short wait for one kind of call does not end a long one for another. */
function longerWait(before: Wait | undefined, wait: Wait): Wait {
	return before === undefined || before.until <= wait.until ? wait : before;
}

function foldRecorded(
	progress: Progress,
	event: RecordedEvent,
	now: number,
): Progress {
	const phase = phaseOf(event);
	const counted =
		phase === undefined ? progress : countIn(phase, progress, event);

	if ('failure' in event) {
		return {...counted, failures: addFailure(progress.failures, event, now)};
	}

	// What an interrupted run did is no speed of this one.
	return phase === undefined || progress.isReplaying
		? counted
		: {...counted, ...addSpeed(progress, sizeOf(event), now)};
}

function countIn(
	phase: Phase,
	progress: Progress,
	event: RecordedEvent,
): Progress {
	const before = progress.phases[phase];
	const after =
		'failure' in event
			? {...before, failed: before.failed + 1}
			: {...before, done: before.done + sizeOf(event)};
	return {...progress, phases: {...progress.phases, [phase]: after}};
}

/** Undefined for what belongs to a thing already counted. */
function phaseOf(event: RecordedEvent): Phase | undefined {
	switch (event.type) {
		case 'organization-created':
		case 'organization-renamed':
		case 'organization-failed': {
			return 'organizations';
		}

		case 'customer-created':
		case 'customer-linked':
		case 'customer-failed': {
			return 'customers';
		}

		case 'customer-revoked':
		case 'revocation-failed': {
			return undefined;
		}

		case 'members-added':
		case 'member-failed': {
			return 'memberships';
		}

		case 'project-linked':
		case 'project-link-failed': {
			return 'projectLinks';
		}

		case 'project-access-added':
		case 'project-access-failed': {
			return 'projectAccess';
		}

		case 'request-linked':
		case 'request-link-failed': {
			return 'activity';
		}
	}
}

function sizeOf(event: RecordedEvent): number {
	return 'customers' in event ? event.customers.length : 1;
}

function addFailure(
	failures: readonly FailedThing[],
	event: FailureEvent,
	at: number,
): readonly FailedThing[] {
	const place = 'project' in event ? event.project : undefined;
	const {failure} = event;

	if (event.type === 'request-link-failed') {
		const added = {at, what: event.type, failure, subject: event.request};
		return [...failures.slice(1 - failuresKept), added];
	}

	const thing =
		'email' in event
			? {subject: event.email, place: 'name' in event ? event.name : place}
			: {subject: event.name, place};
	const failed = {at, what: event.type, failure, ...thing};
	return [...failures.slice(1 - failuresKept), failed];
}

function addSpeed(
	{perSecond, second}: Progress,
	size: number,
	now: number,
): Pick<Progress, 'perSecond' | 'second'> {
	const current = Math.floor(now / 1000);
	const gap = Math.min(current - second, secondsKept);

	if (gap <= 0 && perSecond.length > 0) {
		const last = perSecond.at(-1) ?? 0;
		return {perSecond: [...perSecond.slice(0, -1), last + size], second};
	}

	// Seconds in which nothing was done count too.
	const idle = Array.from(
		{length: perSecond.length === 0 ? 0 : gap - 1},
		() => 0,
	);
	return {
		perSecond: [...perSecond, ...idle, size].slice(-secondsKept),
		second: current,
	};
}

function mapPhases(
	make: (phase: Phase) => PhaseProgress,
): Readonly<Record<Phase, PhaseProgress>> {
	return Object.fromEntries(
		phases.map((phase) => [phase, make(phase)]),
	) as Record<Phase, PhaseProgress>;
}
