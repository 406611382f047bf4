/** A read that may be asked for any number of times. */
export type Once<Found> = (signal?: AbortSignal) => Promise<Found>;

/** Reads what doesn't change only once; a read that failed or was stopped is tried again. */
export function once<Found>(read: Once<Found>): Once<Found> {
	let found: Promise<Found> | undefined;

	return async (signal) => {
		found ??= read(signal);

		try {
			return await found;
		} catch (error) {
			found = undefined;
			throw error;
		}
	};
}
