/** What one attempt came to. */
export type Attempt = {
	/** Missing where no answer came. */
	readonly status?: number;
	/** From `Retry-After`: the least wait the site asks for, in milliseconds. */
	readonly retryAfter?: number;
	/** Whether the site can have acted on the call. */
	readonly mayHaveHappened: boolean;
	/** Whether asking again can only bring the same. */
	readonly isFinal?: boolean;
};

/** Waits in milliseconds between attempts that brought no usable answer; Atlassian advises about four. */
const backoff = [1000, 2000, 4000, 8000] as const;

/** A call held back by limits is tried this often; each wait is at least what the site asks for. */
const throttledAttempts = 20;

/** No site's quota lasts longer than until the next full hour. */
export const longestWait = 65 * 60 * 1000;

/**
How long to wait before the next attempt, or undefined to give up. A pure policy: nothing that can't be repeated safely is repeated unless it certainly did not happen.

Attempts count from 1; those held back by limits count by themselves, so that patience with limits does not use up patience with trouble. Random is between 0 and 1 and spreads those who wait together (Atlassian advises a factor of 0.7 to 1.3).
*/
export function nextDelay(
	attempt: Attempt,
	count: number,
	isRepeatable: boolean,
	random: number,
): number | undefined {
	const {retryAfter = 0} = attempt;
	const step = stepFor(attempt, count, isRepeatable);

	// Whoever asks for no wait is left in peace all the same: his clock may differ from ours.
	return step === undefined || retryAfter > longestWait
		? undefined
		: Math.max(retryAfter, step * (0.7 + random * 0.6));
}

/** The wait before it is spread. */
function stepFor(
	attempt: Attempt,
	count: number,
	isRepeatable: boolean,
): number | undefined {
	if (attempt.status === 429) {
		return count < throttledAttempts
			? backoff[Math.min(count, backoff.length) - 1]
			: undefined;
	}

	return isWorthRepeating(attempt) && (isRepeatable || !attempt.mayHaveHappened)
		? backoff[count - 1]
		: undefined;
}

/** 408 comes from slow queries, the 500s from passing trouble. */
function isWorthRepeating({status, isFinal = false}: Attempt): boolean {
	return !isFinal && (status === undefined || status === 408 || status >= 500);
}

/**
Reads `Retry-After`, which is a number of seconds or a date.

@returns Milliseconds from now, at least 0.
*/
export function parseRetryAfter(
	value: string | undefined,
	now: Date,
): number | undefined {
	if (value === undefined || value.trim() === '') {
		return undefined;
	}

	const seconds = Number(value);
	const milliseconds = Number.isNaN(seconds)
		? Date.parse(value) - now.getTime()
		: seconds * 1000;
	return Number.isNaN(milliseconds) ? undefined : Math.max(milliseconds, 0);
}

/** The site's own time, from the header `Date`. A date to wait for is meant by that clock, and ours may be wrong. */
export function siteTime(value: string | undefined): Date | undefined {
	const time = Date.parse(value ?? '');
	return Number.isNaN(time) ? undefined : new Date(time);
}
