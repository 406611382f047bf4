import {setImmediate} from 'node:timers/promises';

/**
Does a work part by part. Between two of them everything else gets its turn, and whoever listens hears what the part told.

@throws The reason of the signal once it is aborted.
*/
export async function inParts<Part, Result>(
	parts: Iterator<Part, Result, undefined>,
	signal?: AbortSignal,
	onPart?: (part: Part) => void,
): Promise<Result> {
	for (;;) {
		const part = parts.next();

		if (part.done === true) {
			return part.value;
		}

		onPart?.(part.value);
		await setImmediate();
		signal?.throwIfAborted();
	}
}
