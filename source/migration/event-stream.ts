/**
Turns work that tells as it goes into an async generator, so that it can be followed event by event.

@yields Events in their order. The work does not wait for the reader.
@returns The result of the work. Its error is thrown after the events before it.
*/
export async function* streamEvents<Event, Result>(
	work: (emit: (event: Event) => void) => Promise<Result>,
): AsyncGenerator<Event, Result, void> {
	const {promise: opened, resolve: open} =
		Promise.withResolvers<ReadableStreamDefaultController<Event>>();
	let hasReader = true;
	const events = new ReadableStream<Event>({
		start: open,
		cancel() {
			hasReader = false;
		},
	});
	const controller = await opened;

	// A reader may leave; the work goes on to its end all the same.
	const result = work((event) => {
		if (hasReader) {
			controller.enqueue(event);
		}
	}).finally(() => {
		if (hasReader) {
			controller.close();
		}
	});
	// The error is thrown below; until then it must not count as unhandled.
	void result.catch(() => undefined);

	yield* events;
	return result;
}
