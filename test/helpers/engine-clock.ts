import {setImmediate} from 'node:timers/promises';
import {type Clock} from '../../source/migration/ports.ts';

/** A clock whose waits pass at once, in time of its own; it keeps what was waited for. */
export type EngineClock = Clock & {readonly waits: readonly number[]};

export function createEngineClock(): EngineClock {
	const start = Date.UTC(2026, 10, 23, 9);
	const waits: number[] = [];
	let elapsed = 0;

	return {
		waits,
		now: () => new Date(start + elapsed),
		elapsed: () => elapsed,
		async wait(milliseconds, signal) {
			await setImmediate();

			if (signal?.aborted) {
				return;
			}

			waits.push(milliseconds);
			elapsed += milliseconds;
		},
	};
}
