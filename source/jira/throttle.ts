import {type Bucket, Rate} from './rate.ts';

/** Why a site asked to wait: one kind of call came too fast, or an hour's quota is used up. */
export type LimitReason = 'burst' | 'quota' | 'unknown';

/** Calls a second by method: Jira Cloud's documented defaults for bursts. */
const defaultLimits: ReadonlyMap<string, number> = new Map([
	['GET', 100],
	['POST', 100],
	['PUT', 50],
	['DELETE', 50],
]);

/** Documented exceptions. */
const exceptionalLimits: ReadonlyMap<string, number> = new Map([
	['GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer', 5],
	['GET /rest/api/3/project/{projectIdOrKey}/role/{id}', 200],
]);

const lowestLimit = 50;

/** Milliseconds that may be made up for after a pause, by calls that leave at once. */
const allowance = 100;

/** Calls of one operation, one after the other. */
type Queue = {
	readonly rate: Rate;
	/** When the next call may leave, in milliseconds. */
	nextAt: number;
	blockedUntil: number;
};

/**
Holds calls just below the limits of one site: a queue for each operation (Jira limits each path and method by itself), and one for the site where the admin set a rate. All workers share it, so that none surprises another.

Times are milliseconds of any clock that does not jump back.
*/
export class Throttle {
	readonly #queues = new Map<string, Queue>();
	readonly #maxRate: number;
	/** When calls to the site leave, where the admin set a rate; in order. */
	#departures: number[] = [];
	#pausedUntil = 0;

	/** The most calls a second to the whole site, if the admin set one. */
	constructor(maxRate = Infinity) {
		this.#maxRate = maxRate;
	}

	/** Takes a place in the queue and tells when the call may leave. Of the rates only a share is made use of; 1 is all. */
	reserve(operation: string, now: number, share = 1): number {
		const queue = this.#queueOf(operation);
		const from = Math.max(now, this.blockedUntil(operation));
		const earliest = Math.max(queue.nextAt, from - allowance);
		const at = this.#depart(Math.max(earliest, from), now, share);
		const spacing = 1000 / (queue.rate.at(now) * share);
		queue.nextAt = Math.max(earliest, at - allowance) + spacing;
		return at;
	}

	/** Until when the site wants no such call; a place taken before it said so is worth nothing. */
	blockedUntil(operation: string): number {
		return Math.max(this.#queueOf(operation).blockedUntil, this.#pausedUntil);
	}

	/** The site accepted a call. */
	accepted(operation: string, now: number): void {
		this.#queueOf(operation).rate.accepted(now);
	}

	/** The site told of the bucket that the operation takes its calls from. */
	told(operation: string, bucket: Bucket, now: number): void {
		this.#queueOf(operation).rate.told(bucket, now);
	}

	/** The site answered 429. A burst slows this operation, a quota stops all. */
	slowDown(
		operation: string,
		reason: LimitReason,
		retryAfter: number,
		now: number,
	): void {
		if (reason === 'quota') {
			this.#pausedUntil = Math.max(this.#pausedUntil, now + retryAfter);
			return;
		}

		const queue = this.#queueOf(operation);
		queue.rate.refused(now);
		queue.blockedUntil = Math.max(queue.blockedUntil, now + retryAfter);
		queue.nextAt = Math.max(queue.nextAt, queue.blockedUntil);
	}

	/** The first time from `from` on that is far enough from every call to the site. A queue that has to wait long keeps no other one waiting. */
	#depart(from: number, now: number, share: number): number {
		const spacing = 1000 / (this.#maxRate * share);

		if (spacing === 0) {
			return from;
		}

		let at = from;
		this.#departures = this.#departures.filter((time) => time > now - spacing);

		for (const time of this.#departures) {
			if (time - at >= spacing) {
				break;
			}

			at = Math.max(at, time + spacing);
		}

		this.#departures.push(at);
		this.#departures.sort((one, other) => one - other);
		return at;
	}

	#queueOf(operation: string): Queue {
		const known = this.#queues.get(operation);

		if (known !== undefined) {
			return known;
		}

		const [method = ''] = operation.split(' ', 1);
		const limit =
			exceptionalLimits.get(operation) ??
			defaultLimits.get(method) ??
			lowestLimit;
		const queue = {rate: new Rate(limit), nextAt: 0, blockedUntil: 0};
		this.#queues.set(operation, queue);
		return queue;
	}
}
