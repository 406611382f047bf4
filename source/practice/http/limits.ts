import {type Method} from './route.ts';

/** Jira Cloud's burst limits: calls a second for each endpoint and method. Source: Atlassian, "Rate limiting". */
const perSecondByMethod = new Map<Method, number>([
	['GET', 100],
	['POST', 100],
	['PUT', 50],
	['DELETE', 50],
]);

/** What a bucket says to one call. */
export type Taken = {
	readonly isAllowed: boolean;
	readonly limit: number;
	readonly remaining: number;
	/** Milliseconds until there is room again. */
	readonly waitMs: number;
};

export function usualLimit(method: Method): number {
	return perSecondByMethod.get(method)!;
}

/** Token buckets. Each holds one second's worth of calls, or as many as it is told to, and fills up steadily. */
export class TokenBuckets {
	readonly #buckets = new Map<string, {tokens: number; at: number}>();
	readonly #clock: () => number;

	/** `clock` gives milliseconds that never run backwards. */
	constructor(clock: () => number) {
		this.#clock = clock;
	}

	take(name: string, perSecond: number, capacity = perSecond): Taken {
		const at = this.#clock();
		const before = this.#buckets.get(name) ?? {tokens: capacity, at};
		const tokens = Math.min(
			capacity,
			before.tokens + ((at - before.at) * perSecond) / 1000,
		);
		const isAllowed = tokens >= 1;
		const left = isAllowed ? tokens - 1 : tokens;
		this.#buckets.set(name, {tokens: left, at});
		return {
			isAllowed,
			limit: perSecond,
			remaining: Math.floor(left),
			waitMs: isAllowed ? 0 : Math.ceil(((1 - left) * 1000) / perSecond),
		};
	}
}
