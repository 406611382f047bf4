/** Hands the events of a stream to a listener and returns what the stream ends with. */
export async function followStream<Event, Result>(
	stream: AsyncGenerator<Event, Result, void>,
	listen: (event: Event) => void,
): Promise<Result> {
	for (;;) {
		const next = await stream.next();

		if (next.done === true) {
			return next.value;
		}

		listen(next.value);
	}
}
