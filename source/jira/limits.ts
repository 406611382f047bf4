import {type Bucket} from './rate.ts';
import {parseRetryAfter, siteTime} from './retry.ts';
import {type LimitReason} from './throttle.ts';
import {type RawAnswer} from './transport.ts';

/** What an answer tells of the site's limits. */
export type Limits = {
	/** Milliseconds the site asks to wait, and why. */
	readonly retryAfter?: number;
	readonly reason: LimitReason;
	/** The one that this operation takes its calls from. */
	readonly bucket?: Bucket;
};

/**
Reads the headers about limits.

Source: Atlassian, "Rate limiting": `Retry-After`, `RateLimit-Reason`, `X-RateLimit-Limit` and `X-RateLimit-Remaining`.
*/
export function readLimits({status, headers}: RawAnswer, now: Date): Limits {
	const reason = limitReason(headers['ratelimit-reason']);
	const limit = count(headers['x-ratelimit-limit']) ?? 0;
	const remaining = count(headers['x-ratelimit-remaining']);
	// Other limits that refuse a call, such as that of one issue, have buckets of their own.
	const isOfOperation = status !== 429 || reason === 'burst';
	return {
		retryAfter: parseRetryAfter(
			headers['retry-after'],
			siteTime(headers['date']) ?? now,
		),
		reason,
		...(limit > 0 && isOfOperation && {bucket: {limit, remaining}}),
	};
}

/** Such as `jira-burst-based` or `jira-quota-tenant-based`. */
function limitReason(header: string | undefined): LimitReason {
	if (header?.includes('burst') === true) {
		return 'burst';
	}

	return header?.includes('quota') === true || header?.includes('cost') === true
		? 'quota'
		: 'unknown';
}

function count(header: string | undefined): number | undefined {
	return header !== undefined && /^\d+$/v.test(header)
		? Number(header)
		: undefined;
}
