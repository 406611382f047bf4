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
	const rest = () => lastKey + restMs - clock.elapsed();
	return {
		noteKey() {
			lastKey = clock.elapsed();
		},
		async giveWay() {
			await setImmediate();

			while (rest() > 0 && !signal.aborted) {
				await clock.wait(rest(), signal);
			}
		},
	};
}
