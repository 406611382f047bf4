import {type Phase, type RecordedEvent} from './events.ts';
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
export type Turn = {
	readonly phase: Phase;
	events?: readonly RecordedEvent[];
};

/** Calls in the row that they were sent in. */
type Row = {
	readonly onTheirWay: Turn[];
	code?: Failure['code'];
	count: number;
};

/** Counts calls in a row that failed alike. One that succeeds, in part too, or fails otherwise begins anew. The row is that in which they were sent: many are in flight, and those that fail may be answered first. Phases go side by side, so each has a row of its own besides that of all. */
export class FailureStreak {
	readonly #most: number;
	readonly #rows = new Map<Phase | 'all', Row>();

	constructor(most: number) {
		this.#most = most;
	}

	/** A call is about to leave. */
	begin(phase: Phase): Turn {
		const turn: Turn = {phase};

		for (const row of this.#rowsOf(turn)) {
			row.onTheirWay.push(turn);
		}

		return turn;
	}

	/**
	Takes in what became of a call.

	@throws TooManyErrors
	*/
	end(turn: Turn, events: readonly RecordedEvent[]): void {
		turn.events = events;

		for (const row of this.#rowsOf(turn)) {
			this.#goOn(row);
		}
	}

	#rowsOf({phase}: Turn): readonly Row[] {
		return (['all', phase] as const).map((name) => {
			const row = this.#rows.get(name) ?? {onTheirWay: [], count: 0};
			this.#rows.set(name, row);
			return row;
		});
	}

	#goOn(row: Row): void {
		for (;;) {
			const [first] = row.onTheirWay;

			if (first?.events === undefined) {
				return;
			}

			row.onTheirWay.shift();
			row.count = this.#countWith(row, first.events);
		}
	}

	#countWith(row: Row, events: readonly RecordedEvent[]): number {
		const failures = events.flatMap((event) =>
			'failure' in event ? [event.failure] : [],
		);
		const last = failures.at(-1);
		const isFailed = last !== undefined && failures.length === events.length;
		const count = isFailed && last.code === row.code ? row.count + 1 : 1;
		row.code = isFailed ? last.code : undefined;

		if (!isFailed) {
			return 0;
		}

		if (count >= this.#most) {
			throw new TooManyErrors({count, failure: last});
		}

		return count;
	}
}
