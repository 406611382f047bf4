/** Does the whole of a work that comes in parts, at once. */
export function allParts<Result>(
	parts: Iterator<unknown, Result, undefined>,
): Result {
	for (;;) {
		const part = parts.next();

		if (part.done === true) {
			return part.value;
		}
	}
}
