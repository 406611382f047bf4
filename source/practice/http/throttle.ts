import {type Site} from '../site.ts';
import {type ScriptedFault} from '../faults/fault.ts';
import {type Answer, html} from './answer.ts';
import {type Taken, TokenBuckets, usualLimit} from './limits.ts';
import {Refusal, refusalAnswer} from './refusal.ts';
import {type Match, operationOf, type Route} from './route.ts';

type Found = Match & {readonly type: 'found'};

/** Why a call was answered 429. Values of the header `RateLimit-Reason`, as documented. */
type Reason =
	'jira-burst-based' | 'jira-quota-tenant-based' | 'jira-per-issue-on-write';

/** What the limits say to a call: an answer of 429, or headers to put on the real answer. */
export type Throttled =
	| {readonly type: 'refused'; readonly answer: Answer}
	| {
			readonly type: 'allowed';
			readonly headers: Readonly<Record<string, string>>;
	  };

/** The rate limits of one site: a bucket for each operation, one for each issue that is edited, and the quota. */
export class Throttle {
	readonly #buckets: TokenBuckets;
	readonly #clock: () => number;
	#perSecond: number | undefined;
	#quotaUntil = 0;

	/** `perSecond` takes the place of Jira's own limits for all operations. */
	constructor(clock: () => number, perSecond: number | undefined) {
		this.#buckets = new TokenBuckets(clock);
		this.#clock = clock;
		this.#perSecond = perSecond;
	}

	setLimit(perSecond: number | undefined): void {
		this.#perSecond = perSecond;
	}

	/** Lets a call through, or says when to come again. */
	admit(
		site: Site,
		{route, values}: Found,
		fault: ScriptedFault | undefined,
	): Throttled {
		if (fault?.fault === 'quota') {
			this.#quotaUntil = this.#clock() + (fault.retryAfterSeconds ?? 2) * 1000;
		}

		const quotaMs = this.#quotaUntil - this.#clock();
		if (quotaMs > 0) {
			return refused(site, route, 'jira-quota-tenant-based', {
				waitMs: quotaMs,
				limit: 65_000,
				remaining: 0,
			});
		}

		if (fault?.fault === 'html-429') {
			return {type: 'refused', answer: html(tooManyRequests, 429)};
		}

		const {taken, reason} = this.#take(route, values);
		if (fault?.fault === 'burst') {
			return refused(site, route, 'jira-burst-based', {
				...taken,
				waitMs: (fault.retryAfterSeconds ?? 1) * 1000,
			});
		}

		return taken.isAllowed
			? {type: 'allowed', headers: limitHeaders(taken)}
			: refused(site, route, reason, taken);
	}

	#take(
		route: Route,
		values: Found['values'],
	): {readonly taken: Taken; readonly reason: Reason} {
		const perSecond =
			this.#perSecond ?? route.perSecond ?? usualLimit(route.method);
		const taken = this.#buckets.take(operationOf(route), perSecond);
		if (!taken.isAllowed) {
			return {taken, reason: 'jira-burst-based'};
		}

		// Source: Atlassian, "Rate limiting": at most 20 writes in 2 seconds on one issue.
		const issue = route.method === 'PUT' ? values['issueIdOrKey'] : undefined;
		if (issue !== undefined) {
			const perIssue = this.#buckets.take(`issue ${issue}`, 10, 20);
			return {
				taken: perIssue.isAllowed ? taken : perIssue,
				reason: 'jira-per-issue-on-write',
			};
		}

		return {taken, reason: 'jira-burst-based'};
	}
}

const tooManyRequests =
	'<!DOCTYPE html><html><head><title>429 Too Many Requests</title></head><body><h1>Too Many Requests</h1></body></html>';

function limitHeaders({
	limit,
	remaining,
}: Pick<Taken, 'limit' | 'remaining'>): Readonly<Record<string, string>> {
	return {
		'X-RateLimit-Limit': String(limit),
		'X-RateLimit-Remaining': String(Math.max(0, remaining)),
	};
}

function refused(
	site: Site,
	{path}: Route,
	reason: Reason,
	{waitMs, ...taken}: Pick<Taken, 'waitMs' | 'limit' | 'remaining'>,
): Throttled {
	const seconds = Math.max(1, Math.ceil(waitMs / 1000));
	const now = site.now();
	const resetAt = new Date(now.getTime() + seconds * 1000);
	const answer = site.habits.htmlThrottling
		? html(tooManyRequests, 429)
		: refusalAnswer(new Refusal(429, 'Rate limit exceeded.'), path);
	return {
		type: 'refused',
		answer: {
			...answer,
			headers: {
				...limitHeaders({...taken, remaining: 0}),
				// What `Retry-After` counts from where it is a date.
				date: now.toUTCString(),
				'Retry-After': site.habits.retryAfterAsDate
					? resetAt.toUTCString()
					: String(seconds),
				'X-RateLimit-Reset': resetAt.toISOString().replace(/\.\d+Z/v, 'Z'),
				'RateLimit-Reason': reason,
			},
		},
	};
}
