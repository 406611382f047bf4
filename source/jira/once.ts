/** A read that may be asked for any number of times. */
export type Once<Found> = (signal?: AbortSignal) => Promise<Found>;

type Reading<Found> = {
	readonly found: Promise<Found>;
	/** Of who asked first. */
	readonly signal: AbortSignal | undefined;
};

/** Reads what doesn't change only once, however many ask; a read that failed or was stopped is tried again. */
export function once<Found>(read: Once<Found>): Once<Found> {
	let last: Reading<Found> | undefined;

	const ask = async (signal?: AbortSignal): Promise<Found> => {
		last ??= {found: read(signal), signal};
		const reading = last;

		try {
			return await reading.found;
		} catch (error) {
			if (last === reading) {
				last = undefined;
			}

			// Who asked first went away; those who wait still want to know.
			if (reading.signal?.aborted === true && signal?.aborted !== true) {
				return ask(signal);
			}

			throw error;
		}
	};

	return ask;
}
