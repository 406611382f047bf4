import {type SiteNotice} from '../migration/events.ts';
import {type Clock} from '../migration/ports.ts';
import {type CallCounts} from '../migration/calls.ts';
import {type SiteError} from '../migration/site-error.ts';
import {
	type FailedCall,
	nonsense,
	refusal,
	stopped,
	unanswered,
} from './errors.ts';
import {type Answer, type Call, isRead, operationName} from './operation.ts';
import {nextDelay, parseRetryAfter} from './retry.ts';
import {type LimitReason, Throttle} from './throttle.ts';
import {
	type Login,
	type RawAnswer,
	type Transport,
	createTransport,
} from './transport.ts';
import {type WriteRule, assertAllowed} from './writes.ts';

export type ClientOptions = Login & {
	readonly writes: WriteRule;
	readonly clock: Clock;
	/** Between 0 and 1; spreads retries. */
	readonly random: () => number;
	/** Calls a second, at most. */
	readonly maxRate?: number;
};

/** What one attempt came to. */
type Outcome<Body> =
	| {readonly answer: Answer<Body>}
	| {
			readonly error: SiteError;
			/** Milliseconds the site asks to wait, and why. */
			readonly retryAfter?: number;
			readonly reason?: LimitReason;
	  };

/** Milliseconds to hold back after a 429 that names no wait. */
const usualWait = 1000;

/** Sends calls to one Jira Cloud site: within its limits, repeated where that is safe, checked at the border. */
export class JiraClient {
	readonly url: string;
	readonly #options: ClientOptions;
	readonly #transport: Transport;
	readonly #throttle: Throttle;
	readonly #listeners = new Set<(notice: SiteNotice) => void>();
	readonly #calls = {reads: 0, writes: 0, throttled: 0, retried: 0};

	constructor(options: ClientOptions) {
		this.url = options.url;
		this.#options = options;
		this.#transport = createTransport(options);
		this.#throttle = new Throttle(options.maxRate);
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
	Sends a call and returns its checked answer. The signal ends waiting and reading; a write that has left is waited for.

	@throws SiteError when there is no answer of a good or expected status.
	*/
	async send<Body>(
		call: Call<Body>,
		signal?: AbortSignal,
	): Promise<Answer<Body>> {
		const {operation} = call;
		const {clock, random, writes} = this.#options;
		const failed: FailedCall = {
			site: this.url,
			operation: operationName(operation),
			isRead: isRead(operation),
		};

		if (!failed.isRead) {
			assertAllowed(operation, writes);
		}

		for (let count = 1; ; count++) {
			await this.#admit(failed, signal);
			const outcome = await this.#attempt(call, failed, signal);

			if ('answer' in outcome) {
				return outcome.answer;
			}

			const {error, retryAfter} = outcome;
			const {status, mayHaveHappened} = error.facts;
			const isRepeatable = failed.isRead || operation.isRepeatable === true;
			const delay = nextDelay(
				{status, retryAfter, mayHaveHappened},
				count,
				isRepeatable,
				random(),
			);

			if (delay === undefined) {
				throw error;
			}

			this.#tell(outcome, count, delay);
			await clock.wait(delay, signal);

			if (signal?.aborted) {
				throw mayHaveHappened ? error : stopped(failed);
			}
		}
	}

	/** Waits for the call's turn. A wait the site asked for meanwhile sends it to the end of the queue. */
	async #admit(call: FailedCall, signal?: AbortSignal): Promise<void> {
		const {clock} = this.#options;

		do {
			const now = clock.elapsed();
			const turn = this.#throttle.reserve(call.operation, now);

			if (turn > now) {
				await clock.wait(turn - now, signal);
			}

			if (signal?.aborted) {
				throw stopped(call);
			}
		} while (this.#throttle.blockedUntil(call.operation) > clock.elapsed());
	}

	async #attempt<Body>(
		call: Call<Body>,
		failed: FailedCall,
		signal?: AbortSignal,
	): Promise<Outcome<Body>> {
		this.#calls[failed.isRead ? 'reads' : 'writes']++;
		let raw: RawAnswer;

		try {
			raw = await this.#transport.send(
				call,
				failed.isRead ? signal : undefined,
			);
		} catch (error) {
			if (signal?.aborted && failed.isRead) {
				throw stopped(failed);
			}

			return {error: unanswered(failed, error)};
		}

		const {status, headers, text} = raw;
		const requestId = headers['atl-traceid'] ?? headers['x-arequestid'];
		const isGood = status >= 200 && status < 300;

		if (isGood || call.expected?.includes(status)) {
			return readAnswer(call, failed, {status, requestId, text});
		}

		return {
			error: refusal(failed, {status, text, requestId}),
			retryAfter: parseRetryAfter(
				headers['retry-after'],
				this.#options.clock.now(),
			),
			reason: limitReason(headers['ratelimit-reason']),
		};
	}

	/** Learns from a limit and tells listeners about the wait. */
	#tell(
		outcome: Exclude<Outcome<unknown>, {readonly answer: unknown}>,
		attempt: number,
		milliseconds: number,
	): void {
		const {error, reason = 'unknown', retryAfter = usualWait} = outcome;
		const {operation, code, detail, status, requestId} = error.facts;

		if (status === 429) {
			this.#calls.throttled++;
			const now = this.#options.clock.elapsed();
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
		readonly text: string;
	},
): Outcome<Body> {
	let body: unknown;

	try {
		body = text === '' ? undefined : JSON.parse(text);
	} catch {
		// A page of HTML with a good status is a login page or another server.
		const isPage = text.trimStart().startsWith('<');
		return {
			error: nonsense(failed, answer.requestId, isPage ? 'not-jira' : 'broken'),
		};
	}

	const parsed = call.answer.safeParse(body);
	return parsed.success
		? {answer: {...answer, body: parsed.data}}
		: {error: nonsense(failed, answer.requestId, 'broken')};
}

/** From the header `RateLimit-Reason`, such as `jira-burst-based` or `jira-quota-tenant-based`. */
function limitReason(header: string | undefined): LimitReason {
	if (header?.includes('burst') === true) {
		return 'burst';
	}

	return header?.includes('quota') === true || header?.includes('cost') === true
		? 'quota'
		: 'unknown';
}
