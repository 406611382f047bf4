import {untilStopped} from './until-stopped.ts';

/** Calls that may leave before the first answer; even a small bucket holds as many. */
const scouts = 5;

/** Keeps a crowd of calls of one kind from leaving before the first answer tells what the site allows. */
export class FirstContact {
	readonly #answer = Promise.withResolvers<undefined>();
	#isMade = false;
	#left = 0;

	/** Resolves when one more call may leave, or when it is stopped. */
	async allowed(signal?: AbortSignal): Promise<void> {
		if (!this.#isMade && ++this.#left > scouts) {
			await untilStopped(this.#answer.promise, signal);
		}
	}

	/** A call came back, with an answer or without. */
	made(): void {
		this.#isMade = true;
		this.#answer.resolve(undefined);
	}
}
