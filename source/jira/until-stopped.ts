/** Waits for the work, but no longer than until the signal. The work itself goes on. */
export async function untilStopped(
	work: Promise<unknown>,
	signal: AbortSignal | undefined,
): Promise<void> {
	if (signal === undefined) {
		await work;
		return;
	}

	const {promise: stop, resolve} = Promise.withResolvers<undefined>();
	const end = () => {
		resolve(undefined);
	};

	signal.addEventListener('abort', end);

	if (signal.aborted) {
		end();
	}

	try {
		await Promise.race([stop, work]);
	} finally {
		signal.removeEventListener('abort', end);
	}
}
