/** What one attempt came to. */
export type Attempt = {
	/** Missing where no answer came. */
	readonly status?: number;
	/** From `Retry-After`: the least wait the site asks for, in milliseconds. */
	readonly retryAfter?: number;
	/** Whether the site can have acted on the call. */
	readonly mayHaveHappened: boolean;
};

/** Waits in milliseconds between attempts that brought no usable answer; Atlassian advises about four. */
const backoff = [1000, 2000, 4000, 8000] as const;

/** A call held back by limits is tried this often; each wait is at least what the site asks for. */
const throttledAttempts = 20;

/** No site's quota lasts longer than until the next full hour. */
export const longestWait = 65 * 60 * 1000;

/**
How long to wait before the next attempt, or undefined to give up. A pure policy: nothing that can't be repeated safely is repeated unless it certainly did not happen.

Attempts count from 1. Random is between 0 and 1 and spreads those who wait together (Atlassian advises a factor of 0.7 to 1.3).
*/
export function nextDelay(
	attempt: Attempt,
	count: number,
	isRepeatable: boolean,
	random: number,
): number | undefined {
	const spread = 0.7 + random * 0.6;

	if (attempt.status === 429) {
		const least = attempt.retryAfter ?? 0;
		const step = backoff[Math.min(count, backoff.length) - 1] ?? 0;
		return count >= throttledAttempts || least > longestWait
			? undefined
			: Math.max(least, attempt.retryAfter === undefined ? step * spread : 0);
	}

	if (
		!isWorthRepeating(attempt) ||
		(attempt.mayHaveHappened && !isRepeatable)
	) {
		return undefined;
	}

	const step = backoff[count - 1];
	return step === undefined
		? undefined
		: Math.max(attempt.retryAfter ?? 0, step * spread);
}

/** 408 and 409 come from slow queries, the 500s from passing trouble. */
function isWorthRepeating({status}: Attempt): boolean {
	return status === undefined || status === 408 || status >= 500;
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
