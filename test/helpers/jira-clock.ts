import {setTimeout as delay} from 'node:timers/promises';
import {expect} from 'vitest';
import {type Clock} from '../../source/migration/ports.ts';

/** A clock that stands still until a test moves it. */
export type HeldClock = Clock & {
	/** Resolves when so many waits are under way, with how long each has still to wait. */
	waits(count: number): Promise<readonly number[]>;
	forward(milliseconds: number): void;
};

type Wait = {readonly until: number; readonly end: () => void};

export function createHeldClock(): HeldClock {
	const start = Date.UTC(2026, 10, 23, 9);
	const waits = new Set<Wait>();
	let elapsed = 0;
	const left = () => Array.from(waits, ({until}) => until - elapsed);

	return {
		now: () => new Date(start + elapsed),
		elapsed: () => elapsed,
		async wait(milliseconds, signal) {
			await new Promise<void>((resolve) => {
				const wait = {
					until: elapsed + milliseconds,
					end() {
						waits.delete(wait);
						resolve();
					},
				};
				waits.add(wait);
				signal?.addEventListener('abort', wait.end);
			});
		},
		async waits(count) {
			await expect.poll(left).toHaveLength(count);
			return left();
		},
		forward(milliseconds) {
			elapsed += milliseconds;

			for (const {until, end} of waits) {
				if (until <= elapsed) {
					end();
				}
			}
		},
	};
}

/** The computer's own clock. */
export const systemClock: Clock = {
	now: () => new Date(),
	elapsed: () => performance.now(),
	async wait(milliseconds, signal) {
		try {
			await delay(milliseconds, undefined, {signal});
		} catch (error) {
			if (signal?.aborted !== true) {
				throw error;
			}
		}
	},
};
