import {type Pace} from '../migration/ports.ts';
import {untilStopped} from './until-stopped.ts';

/** The parts of a site's limits that are made use of, as the admin goes slower. */
const shares = [1, 0.75, 0.5, 0.25, 0.1] as const;

/** The pace of one client, as the admin sets it. */
export class PaceControl implements Pace {
	#step = 0;
	#resumption: PromiseWithResolvers<void> | undefined;
	#inFlight = 0;

	get share(): number {
		return shares[this.#step] ?? 1;
	}

	get isPaused(): boolean {
		return this.#resumption !== undefined;
	}

	get inFlight(): number {
		return this.#inFlight;
	}

	slower(): void {
		this.#step = Math.min(this.#step + 1, shares.length - 1);
	}

	faster(): void {
		this.#step = Math.max(this.#step - 1, 0);
	}

	pause(): void {
		this.#resumption ??= Promise.withResolvers();
	}

	resume(): void {
		this.#resumption?.resolve();
		this.#resumption = undefined;
	}

	/** Sends a write, which is in flight until it is answered or lost. */
	async fly<Answer>(send: () => Promise<Answer>): Promise<Answer> {
		this.#inFlight++;

		try {
			return await send();
		} finally {
			this.#inFlight--;
		}
	}

	/** Resolves when writes may leave, or when they are stopped. */
	async resumed(signal?: AbortSignal): Promise<void> {
		while (this.#resumption !== undefined && !signal?.aborted) {
			await untilStopped(this.#resumption.promise, signal);
		}
	}
}
