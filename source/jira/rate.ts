/** What a site tells of the bucket that an operation takes its calls from. */
export type Bucket = {
	/** Calls a second. */
	readonly limit: number;
	/** Calls that are left at the moment. */
	readonly remaining?: number;
};

/** A little below the limit, since two clocks never run alike. */
const margin = 0.98;

/** A refusal lowers the rate to this part for the moment, and never to less than the other for longer. */
const lowering = 0.7;
const least = 0.5;

/** Milliseconds in which the rate comes up to what is known to be right. */
const easing = 1200;

/** Milliseconds in which refusals are one lesson: calls that left together are refused together. */
const lesson = 1000;

/** Milliseconds the rate is held before more is tried: each try that fails doubles them, so that few calls are refused in the long run. */
const hold = {first: 15_000, longest: 240_000};

/** Milliseconds of trying in which the rate comes to e times what it was: gently at first, then ever faster. */
const trying = 40_000;

/** A try that came this far did not fail: the limit was raised. */
const success = 1.5;

/** A bucket that others have emptied below this part is left to them in part, and at last but for a tenth. */
const shared = 0.5;
const leastShare = 0.1;

/** Milliseconds for which it counts how full the bucket was: it fills up within a second. */
const freshness = 1000;

/** A limit beyond this is no limit of a second: quotas count by the hour. */
const highestLimit = 1000;

/** Accepted calls are counted in slots of so many milliseconds, and kept for so many. */
const slot = 100;
const memory = 60_000;

/**
How fast one operation may be called. It begins with the documented limit, takes the site's word for another one, and learns from refusals what the site does not tell: the rate is held just below what was accepted, and after a while a little more is tried.

Rates are calls a second, times milliseconds of any clock that does not jump back.
*/
export class Rate {
	#ceiling: number;
	#told: number | undefined;
	/** The rate at the last lesson, and the one it is then brought to and held at. */
	#from: number;
	#held: number;
	#learnedAt = -Infinity;
	#patience = hold.first;
	#fullness = {share: 1, at: -Infinity};
	/** When the bucket was last seen empty, and the calls accepted since. */
	#emptyAt: number | undefined;
	#accepted: Array<{readonly at: number; count: number}> = [];

	constructor(limit: number) {
		this.#ceiling = limit * margin;
		this.#from = this.#ceiling;
		this.#held = this.#ceiling;
	}

	/** The rate by now. */
	at(now: number): number {
		return this.#allowed(now) * this.#courtesy(now);
	}

	/** The site accepted a call. */
	accepted(now: number): void {
		const last = this.#accepted.at(-1);

		if (last !== undefined && now - last.at < slot) {
			last.count++;
			return;
		}

		this.#accepted.push({at: now, count: 1});

		if (now - this.#accepted[0]!.at > memory) {
			this.#accepted.shift();
		}
	}

	/** The site told of the bucket that a call was taken from. */
	told({limit, remaining = limit}: Bucket, now: number): void {
		if (limit > highestLimit) {
			return;
		}

		// Refusals know better than a word that stays the same.
		if (limit !== this.#told) {
			this.#told = limit;
			this.#believe(limit, now);
		}

		// What the call took itself is not missing.
		this.#fullness = {share: (remaining + 1) / limit, at: now};
	}

	/** The site refused a call, because there were too many. */
	refused(now: number): void {
		if (now - this.#learnedAt < lesson) {
			return;
		}

		const rate = this.#allowed(now);
		const limit = this.#estimate(now);
		this.#patience = this.#patienceAfter(rate);
		this.#held =
			limit === undefined
				? rate
				: Math.min(Math.max(limit * margin, rate * least), rate * margin);
		this.#from = Math.max(Math.min(rate * lowering, this.#held), 1);
		this.#learnedAt = now;
		this.#emptyAt = now;
		this.#accepted = [];
	}

	/** What the lessons allow. */
	#allowed(now: number): number {
		const since = now - this.#learnedAt;
		const tried = Math.max(0, since - easing - this.#patience) / trying;
		const rate =
			since < easing
				? this.#from + ((this.#held - this.#from) * since) / easing
				: this.#held * Math.exp(tried ** 2);
		return Math.min(Math.max(rate, 1), this.#ceiling);
	}

	/** The part that is left to us by others who take from the same bucket. */
	#courtesy(now: number): number {
		const {share, at} = this.#fullness;
		return now - at > freshness || share >= shared
			? 1
			: Math.max(share / shared, leastShare);
	}

	#believe(limit: number, now: number): void {
		const rate = this.#allowed(now);
		this.#ceiling = limit * margin;
		this.#from = Math.min(rate, this.#ceiling);
		this.#held = this.#ceiling;
		this.#patience = hold.first;
		this.#learnedAt = now;
	}

	#patienceAfter(rate: number): number {
		if (rate > this.#held * success) {
			return hold.first;
		}

		return rate > this.#held
			? Math.min(this.#patience * 2, hold.longest)
			: this.#patience;
	}

	/**
	The limit, as far as it shows now that the bucket is empty. Up to now a bucket has given no more than it held, at most a second's calls, and what flowed in; since it was last empty, only what flowed in. So every span of time until now says what the limit is at least, and the highest of these is close to it.
	*/
	#estimate(now: number): number | undefined {
		let count = 0;
		let highest = 0;

		for (const {at, count: more} of this.#accepted.toReversed()) {
			count += more;
			highest = Math.max(highest, count / (seconds(at, now) + 1));
		}

		if (this.#emptyAt !== undefined) {
			highest = Math.max(highest, count / seconds(this.#emptyAt, now));
		}

		return count === 0 ? undefined : highest;
	}
}

function seconds(from: number, to: number): number {
	return (to - from) / 1000;
}
