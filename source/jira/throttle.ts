/** Why a site asked to wait: one kind of call came too fast, or an hour's quota is used up. */
export type LimitReason = 'burst' | 'quota' | 'unknown';

/** Calls a second by method: Jira Cloud's documented defaults for bursts. */
const defaultRates: ReadonlyMap<string, number> = new Map([
	['GET', 100],
	['POST', 100],
	['PUT', 50],
	['DELETE', 50],
]);

/** Documented exceptions. */
const exceptionalRates: ReadonlyMap<string, number> = new Map([
	['GET /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer', 5],
]);

const slowestRate = 50;

/** A little below the limit, since two clocks never run alike. */
const margin = 0.98;

/** How many calls may leave at once after a pause, as a part of a second's calls. */
const burstShare = 0.1;

/** A limit that was met lowers the rate to this part; each second without one raises it by a tenth of the documented rate. */
const lowering = 0.7;
const raisingPerSecond = 0.1;

type Bucket = {
	readonly ceiling: number;
	/** Calls a second by now. */
	rate: number;
	/** When the next call may leave, in milliseconds. */
	nextAt: number;
	blockedUntil: number;
	updatedAt: number;
};

/**
Holds calls just below the limits of one site: a bucket for each operation (Jira limits each path and method by itself), and one for the site where the admin set a rate. All workers share it, so that none surprises another.

Times are milliseconds of any clock that does not jump back.
*/
export class Throttle {
	readonly #buckets = new Map<string, Bucket>();
	readonly #site: Bucket | undefined;
	#pausedUntil = 0;

	/** The most calls a second to the whole site, if the admin set one. */
	constructor(maxRate?: number) {
		this.#site = maxRate === undefined ? undefined : newBucket(maxRate);
	}

	/** Takes a place in the queue and tells when the call may leave. */
	reserve(operation: string, now: number): number {
		const bucket = this.#bucketOf(operation);
		const at = Math.max(take(bucket, now), this.#pausedUntil);
		return this.#site === undefined ? at : Math.max(at, take(this.#site, now));
	}

	/** Until when the site wants no such call; a place taken before it said so is worth nothing. */
	blockedUntil(operation: string): number {
		return Math.max(this.#bucketOf(operation).blockedUntil, this.#pausedUntil);
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

		const bucket = this.#bucketOf(operation);

		// Calls that left together are refused together; that is one lesson, not many.
		if (now >= bucket.updatedAt) {
			bucket.rate = Math.max(bucket.rate * lowering, 1);
			bucket.updatedAt = now + 1000;
		}

		bucket.blockedUntil = Math.max(bucket.blockedUntil, now + retryAfter);
		bucket.nextAt = Math.max(bucket.nextAt, bucket.blockedUntil);
	}

	#bucketOf(operation: string): Bucket {
		const known = this.#buckets.get(operation);

		if (known !== undefined) {
			return known;
		}

		const [method = ''] = operation.split(' ', 1);
		const rate = exceptionalRates.get(operation) ?? defaultRates.get(method);
		const bucket = newBucket((rate ?? slowestRate) * margin);
		this.#buckets.set(operation, bucket);
		return bucket;
	}
}

function newBucket(rate: number): Bucket {
	return {ceiling: rate, rate, nextAt: 0, blockedUntil: 0, updatedAt: 0};
}

function take(bucket: Bucket, now: number): number {
	recover(bucket, now);
	const allowance = 1000 * burstShare;
	const at = Math.max(bucket.nextAt, now - allowance);
	bucket.nextAt = at + 1000 / bucket.rate;
	return Math.max(at, now);
}

function recover(bucket: Bucket, now: number): void {
	const seconds = (now - bucket.updatedAt) / 1000;

	if (!(seconds > 0 && bucket.rate < bucket.ceiling)) {
		return;
	}

	bucket.rate = Math.min(
		bucket.ceiling,
		bucket.rate + seconds * bucket.ceiling * raisingPerSecond,
	);
	bucket.updatedAt = now;
}
