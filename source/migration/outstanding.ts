/** Counts what others wait for, by what it belongs to. */
export class Outstanding {
	readonly #counts = new Map<string, number>();
	readonly #waiting = new Map<string, PromiseWithResolvers<void>>();
	readonly #signal: AbortSignal;

	/** Nobody waits once the signal is aborted. */
	constructor(signal: AbortSignal) {
		this.#signal = signal;
		signal.addEventListener('abort', () => {
			for (const {resolve} of this.#waiting.values()) {
				resolve();
			}
		});
	}

	/** Something more has to be done before whoever waits for the key may go on. */
	add(key: string): void {
		this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
	}

	/** One such thing is over, well or not. */
	finish(key: string): void {
		const left = (this.#counts.get(key) ?? 0) - 1;

		if (left > 0) {
			this.#counts.set(key, left);
			return;
		}

		this.#counts.delete(key);
		this.#waiting.get(key)?.resolve();
		this.#waiting.delete(key);
	}

	has(key: string): boolean {
		return this.#counts.has(key);
	}

	/** Resolves when nothing of the key is left to be done. */
	async none(key: string): Promise<void> {
		if (!this.has(key) || this.#signal.aborted) {
			return;
		}

		const waiting = this.#waiting.get(key) ?? Promise.withResolvers<void>();
		this.#waiting.set(key, waiting);
		await waiting.promise;
	}
}
