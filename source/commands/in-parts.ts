import {setImmediate} from 'node:timers/promises';

/**
Does a work part by part. Between two of them everything else gets its turn.

@throws The reason of the signal once it is aborted.
*/
export async function inParts<Result>(
	parts: Iterator<unknown, Result, undefined>,
	signal?: AbortSignal,
): Promise<Result> {
	for (;;) {
		const part = parts.next();

		if (part.done === true) {
			return part.value;
		}

		await setImmediate();
		signal?.throwIfAborted();
	}
}
