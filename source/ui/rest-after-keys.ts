import {setImmediate} from 'node:timers/promises';
import {type Clock} from '../migration/ports.ts';

/** Lets long work rest for as long as keys are pressed. */
export type RestAfterKeys = {
	readonly noteKey: () => void;
	/** To be called between two parts of long work: keys are heard, and it goes on when none came for a while. */
	readonly giveWay: () => Promise<void>;
};

/** Whoever types or moves on is not kept waiting by work on many rows; it goes on when no key came for so many milliseconds. */
const restMs = 200;

/** The signal ends every rest. */
export function createRestAfterKeys(
	clock: Clock,
	signal: AbortSignal,
): RestAfterKeys {
	let lastKey = -Infinity;
	let resting: Promise<void> | undefined;
	const left = () => lastKey + restMs - clock.elapsed();
	const rest = async () => {
		do {
			await clock.wait(Math.max(left(), 0), signal);
		} while (left() > 0 && !signal.aborted);

		resting = undefined;
	};

	return {
		noteKey() {
			lastKey = clock.elapsed();
		},
		async giveWay() {
			await setImmediate();

			if (left() <= 0 || signal.aborted) {
				return;
			}

			// One rest for all: with each letter of a filter the work of the one before is given up, and would else still wake up by itself.
			resting ??= rest();
			await resting;
		},
	};
}
