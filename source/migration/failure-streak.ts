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

/** A call on its way. */
export type Turn = {events?: readonly RecordedEvent[]};

/** Counts calls in a row that failed alike. One that succeeds, in part too, or fails otherwise begins anew. The row is that in which they were sent: many are in flight, and those that fail may be answered first. */
export class FailureStreak {
	readonly #most: number;
	readonly #onTheirWay: Turn[] = [];
	#code: Failure['code'] | undefined;
	#count = 0;

	constructor(most: number) {
		this.#most = most;
	}

	/** A call is about to leave. */
	begin(): Turn {
		const turn: Turn = {};
		this.#onTheirWay.push(turn);
		return turn;
	}

	/**
	Takes in what became of a call.

	@throws TooManyErrors
	*/
	end(turn: Turn, events: readonly RecordedEvent[]): void {
		turn.events = events;

		for (;;) {
			const [first] = this.#onTheirWay;

			if (first?.events === undefined) {
				return;
			}

			this.#onTheirWay.shift();
			this.#count = this.#countWith(first.events);
		}
	}

	#countWith(events: readonly RecordedEvent[]): number {
		const failures = events.flatMap((event) =>
			'failure' in event ? [event.failure] : [],
		);
		const last = failures.at(-1);
		const isFailed = last !== undefined && failures.length === events.length;
		const count = isFailed && last.code === this.#code ? this.#count + 1 : 1;
		this.#code = isFailed ? last.code : undefined;

		if (!isFailed) {
			return 0;
		}

		if (count >= this.#most) {
			throw new TooManyErrors({count, failure: last});
		}

		return count;
	}
}
