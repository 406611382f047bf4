import {type SiteNotice} from '../migration/events.ts';
import {type Clock, type Pace} from '../migration/ports.ts';
import {type CallCounts} from '../migration/calls.ts';
import {type SiteError} from '../migration/site-error.ts';
import {createScrubber} from '../text/scrub.ts';
import {type CallWatch} from './call-watch.ts';
import {
	type FailedCall,
	inDoubt,
	isNobodyThere,
	nonsense,
	refusal,
	stopped,
	unanswered,
} from './errors.ts';
import {FirstContact} from './first-contact.ts';
import {type Limits, readLimits} from './limits.ts';
import {Line} from './line.ts';
import {
	type Answer,
	type Call,
	isRead,
	operationName,
	pathOf,
	queryOf,
} from './operation.ts';
import {PaceControl} from './pace-control.ts';
import {nextDelay} from './retry.ts';
import {Throttle} from './throttle.ts';
import {
	type Login,
	type RawAnswer,
	type Transport,
	createTransport,
} from './transport.ts';
import {untilStopped} from './until-stopped.ts';
import {type WriteRule, assertAllowed} from './writes.ts';

export type ClientOptions = Login & {
	readonly writes: WriteRule;
	readonly clock: Clock;
	/** Between 0 and 1; spreads retries. */
	readonly random: () => number;
	/** Calls a second, at most. */
	readonly maxRate?: number;
	/** Is told of every attempt, before it leaves and afterwards. */
	readonly watch?: CallWatch;
};

/** Calls of one operation: those who wait to send one, and whether the site is known. */
type Kind = {readonly line: Line; readonly contact: FirstContact};

/** What one attempt came to. */
type Outcome<Body> = Failed | {readonly answer: Answer<Body>};

type Failed = {
	readonly error: SiteError;
	/** Whether asking again can only bring the same. */
	readonly isFinal?: boolean;
	/** Missing where no answer came. */
	readonly limits?: Limits;
};

/** Milliseconds to hold back after a 429 that names no wait. */
const usualWait = 1000;

/** Sends calls to one Jira Cloud site: within its limits, repeated where that is safe, checked at the border. */
export class JiraClient {
	readonly url: string;
	readonly #options: ClientOptions;
	readonly #transport: Transport;
	readonly #throttle: Throttle;
	readonly #kinds = new Map<string, Kind>();
	readonly #pace = new PaceControl();
	readonly #listeners = new Set<(notice: SiteNotice) => void>();
	/** Some sites repeat in their errors what they were sent. */
	readonly #scrubber = createScrubber();
	readonly #calls = {reads: 0, writes: 0, throttled: 0, retried: 0};
	#canSetFields = false;

	constructor(options: ClientOptions) {
		this.url = options.url;
		this.#options = options;
		this.#transport = createTransport(options);
		this.#throttle = new Throttle(options.maxRate);
		this.#scrubber.learn(options.token);
	}

	/** For the admin: goes slower and faster, and holds writes back. */
	pace(): Pace {
		return this.#pace;
	}

	/** From now on fields of requests may be set, besides what the rule for writes allows. */
	permitEdits(): void {
		this.#canSetFields = true;
	}

	calls(): CallCounts {
		return {...this.#calls};
	}

	observe(listener: (notice: SiteNotice) => void): () => void {
		this.#listeners.add(listener);
		return () => {
			this.#listeners.delete(listener);
		};
	}

	close(): void {
		this.#transport.close();
	}

	/**
	Sends a call and returns its checked answer; one of an expected status has no body. The signal ends waiting and reading; a write that has left is waited for.

	@throws SiteError when there is no answer of a good or expected status.
	*/
	async send<Body>(
		call: Call<Body> & {readonly expected: readonly number[]},
		signal?: AbortSignal,
	): Promise<Answer<Body | undefined>>;

	async send<Body>(
		call: Call<Body>,
		signal?: AbortSignal,
	): Promise<Answer<Body>>;

	async send<Body>(
		call: Call<Body>,
		signal?: AbortSignal,
	): Promise<Answer<Body | undefined>> {
		const {operation} = call;
		const {clock, random, writes} = this.#options;
		const failed: FailedCall = {
			site: this.url,
			operation: operationName(operation),
			isRead: isRead(operation),
		};
		const isRepeatable = failed.isRead || operation.isRepeatable === true;
		const attempts = {throttled: 0, troubled: 0};
		/** Of the last attempt that may have happened. What becomes of its repetitions does not change that. */
		let doubt: SiteError | undefined;

		if (!failed.isRead) {
			assertAllowed(call, writes, this.#canSetFields);
		}

		for (;;) {
			if (!(await this.#admit(failed, signal))) {
				throw doubt ?? stopped(failed);
			}

			const outcome = await this.#attempt(call, failed, signal);

			if ('answer' in outcome) {
				return outcome.answer;
			}

			const {error, isFinal, limits} = outcome;
			const {status, mayHaveHappened} = error.facts;
			const retryAfter = limits?.retryAfter;
			const attempt = {status, retryAfter, mayHaveHappened, isFinal};
			const count = ++attempts[status === 429 ? 'throttled' : 'troubled'];
			const delay = nextDelay(attempt, count, isRepeatable, random());

			if (delay === undefined || isHopeless(call, error)) {
				throw doubt === undefined ? error : inDoubt(error);
			}

			if (mayHaveHappened) {
				doubt = error;
			}

			this.#tell(outcome, count, delay);
			await clock.wait(delay, signal);
		}
	}

	/**
	Waits for the call's turn. Only the first of those who want the same asks the throttle for one, so that a new rate holds for all who come after.

	@returns False where the call was stopped before it could leave.
	*/
	async #admit(call: FailedCall, signal?: AbortSignal): Promise<boolean> {
		const {line, contact} = this.#kindOf(call);
		const turn = line.follow(async () => {
			await contact.allowed(signal);
			await this.#takeTurn(call, signal);
		});
		await untilStopped(turn, signal);
		return signal?.aborted !== true;
	}

	#kindOf({operation}: FailedCall): Kind {
		const kind = this.#kinds.get(operation) ?? {
			line: new Line(),
			contact: new FirstContact(),
		};
		this.#kinds.set(operation, kind);
		return kind;
	}

	/** A wait the site asked for meanwhile, or a pause, makes a turn worth nothing. */
	async #takeTurn(call: FailedCall, signal?: AbortSignal): Promise<void> {
		const {operation} = call;
		const {clock} = this.#options;
		const isHeld = () =>
			this.#throttle.blockedUntil(operation) > clock.elapsed() ||
			(!call.isRead && this.#pace.isPaused);

		do {
			if (!call.isRead) {
				await this.#pace.resumed(signal);
			}

			if (signal?.aborted) {
				return;
			}

			const now = clock.elapsed();
			const turn = this.#throttle.reserve(operation, now, this.#pace.share);

			if (turn > now) {
				await clock.wait(turn - now, signal);
			}
		} while (isHeld());
	}

	async #attempt<Body>(
		call: Call<Body>,
		failed: FailedCall,
		signal?: AbortSignal,
	): Promise<Outcome<Body | undefined>> {
		this.#calls[failed.isRead ? 'reads' : 'writes']++;
		const watched = this.#watch(call);
		let raw: RawAnswer;

		try {
			raw = await (failed.isRead
				? this.#transport.send(call, signal)
				: this.#pace.fly(async () => this.#transport.send(call)));
		} catch (error) {
			const lost = unanswered(failed, error);
			watched({type: 'lost', reason: lost.facts.detail ?? 'unknown'});

			if (signal?.aborted && failed.isRead) {
				throw stopped(failed);
			}

			return {error: lost};
		} finally {
			this.#kindOf(failed).contact.made();
		}

		const {status, headers, text} = raw;
		const limits = readLimits(raw, this.#options.clock.now());
		const requestId = headers['atl-traceid'] ?? headers['x-arequestid'];
		watched({type: 'answered', status, requestId});

		this.#learn(failed.operation, status, limits);

		if (call.expected?.includes(status)) {
			return {answer: {status, requestId, body: undefined}};
		}

		if (status >= 200 && status < 300) {
			return readAnswer(call, failed, {status, requestId, text});
		}

		return {
			error: refusal(failed, {status, text: text ?? '', requestId}, (words) =>
				this.#scrubber.scrub(words),
			),
			limits,
		};
	}

	/** Tells that a call leaves now; returns how to tell what came of it. */
	#watch(call: Call<unknown>) {
		const {watch, clock, url: site} = this.#options;
		const {reads, writes} = this.#calls;
		const about = {number: reads + writes, site};
		const sentAt = clock.elapsed();
		const query = queryOf(call).toString();
		watch?.({
			...about,
			type: 'sent',
			method: call.operation.method,
			address: pathOf(call) + (query === '' ? '' : `?${query}`),
		});
		return (
			end:
				| {readonly type: 'lost'; readonly reason: string}
				| {
						readonly type: 'answered';
						readonly status: number;
						readonly requestId?: string;
				  },
		) => {
			const milliseconds = Math.round(clock.elapsed() - sentAt);
			watch?.({...about, ...end, milliseconds});
		};
	}

	#learn(operation: string, status: number, {bucket}: Limits): void {
		const now = this.#options.clock.elapsed();

		if (status !== 429) {
			this.#throttle.accepted(operation, now);
		}

		if (bucket !== undefined) {
			this.#throttle.told(operation, bucket, now);
		}
	}

	/** Slows down after a refusal and tells listeners about the wait. */
	#tell({error, limits}: Failed, attempt: number, milliseconds: number): void {
		const {operation, code, detail, status, requestId} = error.facts;

		if (status === 429 && limits !== undefined) {
			const {reason, retryAfter = usualWait} = limits;
			const now = this.#options.clock.elapsed();
			this.#calls.throttled++;
			this.#throttle.slowDown(operation, reason, retryAfter, now);
			this.#notify({type: 'throttled', operation, milliseconds, reason});
			return;
		}

		this.#calls.retried++;
		const failure = {code, detail, status, requestId};
		this.#notify({type: 'retried', operation, attempt, failure});
	}

	#notify(notice: SiteNotice): void {
		for (const listener of this.#listeners) {
			listener(notice);
		}
	}
}

function readAnswer<Body>(
	call: Call<Body>,
	failed: FailedCall,
	{
		text,
		...answer
	}: {
		readonly status: number;
		readonly requestId?: string;
		readonly text?: string;
	},
): Outcome<Body> {
	// A page of HTML with a good status is a login page or another server.
	const isPage = text?.trimStart().startsWith('<') === true;

	if (text === undefined || isPage) {
		const code = isPage ? 'not-jira' : 'broken';
		return {error: nonsense(failed, answer.requestId, code), isFinal: true};
	}

	const body = parseBody(call, text);

	if (body !== undefined) {
		return {answer: {...answer, body: body.data}};
	}

	const code = call.isIntroduction ? 'not-jira' : 'broken';
	return {error: nonsense(failed, answer.requestId, code)};
}

function isHopeless(
	{isIntroduction = false}: Call<unknown>,
	error: SiteError,
): boolean {
	return (
		isIntroduction && (error.facts.code === 'not-jira' || isNobodyThere(error))
	);
}

/** Undefined for half a body, or one of another shape. */
function parseBody<Body>(
	{answer}: Call<Body>,
	text: string,
): {readonly data: Body} | undefined {
	try {
		return {data: answer.parse(text === '' ? undefined : JSON.parse(text))};
	} catch {
		return undefined;
	}
}
