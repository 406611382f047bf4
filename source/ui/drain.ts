/** Hears a generator to its end and returns what it came to. */
export async function drain<Event, Result>(
	events: AsyncGenerator<Event, Result, void>,
	onEvent: (event: Event) => void,
): Promise<Result> {
	for (;;) {
		const next = await events.next();

		if (next.done === true) {
			return next.value;
		}

		onEvent(next.value);
	}
}
