import {type Clock} from '../migration/ports.ts';

/** Tells listeners that something changed, at once or soon. */
export type Notifier = {
	readonly subscribe: (listener: () => void) => () => void;
	readonly notify: () => void;
	/** As soon as the gap since the last notice allows; many calls become one notice. */
	readonly notifySoon: () => void;
	readonly close: () => void;
};

/** The gap is the least time between two notices that come soon, in milliseconds. */
export function createNotifier(clock: Clock, gapMs: number): Notifier {
	const listeners = new Set<() => void>();
	const closing = new AbortController();
	let isDue = false;
	let last = -Infinity;

	const notify = () => {
		isDue = false;
		last = clock.elapsed();

		for (const listener of listeners) {
			listener();
		}
	};

	const wait = async () => {
		await clock.wait(
			Math.max(0, last + gapMs - clock.elapsed()),
			closing.signal,
		);

		// Something else may have notified meanwhile.
		if (isDue) {
			notify();
		}
	};

	return {
		subscribe(listener) {
			listeners.add(listener);
			return () => {
				listeners.delete(listener);
			};
		},
		notify,
		notifySoon() {
			if (isDue) {
				return;
			}

			isDue = true;
			void wait();
		},
		close() {
			listeners.clear();
			closing.abort();
		},
	};
}
