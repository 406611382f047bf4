import * as z from 'zod';

/** The words of a union. A word that the engine learns and this list lacks does not compile. */
export function oneOf<Word extends string>(
	words: Readonly<Record<Word, true>>,
) {
	return z.enum(Object.keys(words) as Word[]);
}
