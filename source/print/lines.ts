/** Prints events of one kind, as lines of JSON for scripts or of text for people. */
export type LinePrinter<Event> = {event(event: Event): void};

/**
Makes a printer for the events of an act. Each JSON object has `type` and `at`; text is what the words say.
*/
export function createLinePrinter<Event extends {readonly type: string}>(
	options: {readonly json?: boolean},
	write: (text: string) => void,
	now: () => Date,
	words: (event: Event) => readonly string[],
): LinePrinter<Event> {
	return {
		event(event) {
			if (options.json === true) {
				write(`${JSON.stringify({...event, at: now().toISOString()})}\n`);
				return;
			}

			for (const line of words(event)) {
				write(`${line}\n`);
			}
		},
	};
}
