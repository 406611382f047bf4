import {type RecordedEvent} from './events.ts';
import {type Failure, type TooManyErrorsFacts} from './failure.ts';

/** Calls in a row that may fail alike before the run is broken off: enough for a few odd rows, few enough to notice a rule that refuses all. */
export const usualMaxErrors = 25;

/** So many calls in a row failed alike that those to come would too. */
export class TooManyErrors extends Error {
	override readonly name = 'TooManyErrors';
	readonly facts: TooManyErrorsFacts;

	constructor(facts: TooManyErrorsFacts) {
		super(`${facts.count} calls in a row failed: ${facts.failure.code}`);
		this.facts = facts;
	}
}

/** Counts calls in a row that failed alike. One that succeeds, in part too, or fails otherwise begins anew. */
export class FailureStreak {
	readonly #most: number;
	#code: Failure['code'] | undefined;
	#count = 0;

	constructor(most: number) {
		this.#most = most;
	}

	/**
	Takes in what became of a call.

	@throws TooManyErrors
	*/
	add(events: readonly RecordedEvent[]): void {
		const failures = events.flatMap((event) =>
			'failure' in event ? [event.failure] : [],
		);
		const last = failures.at(-1);

		if (last === undefined || failures.length < events.length) {
			this.#code = undefined;
			this.#count = 0;
			return;
		}

		this.#count = last.code === this.#code ? this.#count + 1 : 1;
		this.#code = last.code;

		if (this.#count >= this.#most) {
			throw new TooManyErrors({count: this.#count, failure: last});
		}
	}
}
