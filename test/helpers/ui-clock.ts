import {type Clock} from '../../source/migration/ports.ts';

/** A clock that stands still until a test moves it. */
export type UiClock = Clock & {
	/** Lets so many milliseconds pass, with every wait that ends in them. */
	readonly advance: (milliseconds: number) => Promise<void>;
};

type Waiting = {readonly until: number; readonly end: () => void};

/** Begins on 23 November 2026 at nine, Greenwich time. */
export function createUiClock(): UiClock {
	const start = Date.UTC(2026, 10, 23, 9);
	const waiting = new Set<Waiting>();
	let elapsed = 0;

	return {
		now: () => new Date(start + elapsed),
		elapsed: () => elapsed,
		async wait(milliseconds, signal) {
			const {promise, resolve} = Promise.withResolvers<undefined>();
			const end = () => {
				resolve(undefined);
			};

			const entry = {until: elapsed + milliseconds, end};
			waiting.add(entry);
			signal?.addEventListener('abort', end, {once: true});
			await promise;
			waiting.delete(entry);
		},
		async advance(milliseconds) {
			const target = elapsed + milliseconds;

			for (;;) {
				const due = [...waiting]
					.filter(({until}) => until <= target)
					.toSorted((a, b) => a.until - b.until)[0];

				if (due === undefined) {
					break;
				}

				elapsed = Math.max(elapsed, due.until);
				waiting.delete(due);
				due.end();
				// Whoever waited may wait again, still within this time.
				await Promise.resolve();
				await Promise.resolve();
			}

			elapsed = target;
		},
	};
}
