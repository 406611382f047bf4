import {Buffer} from 'node:buffer';

/** The most texts remembered; a generated world has some 700 names. */
const mostKnown = 2000;

/**
Writes texts as JSON with one character for each byte of their UTF-8. Strings of such characters are joined and become
bytes several times faster than others. Text from all over the world is slow to convert, so texts are remembered.
*/
export class ByteTexts {
	readonly #known = new Map<string, string>();

	/** The text as JSON, in its quotes. For texts that come again and again, such as names. */
	quoted(text: string): string {
		return this.#known.get(text) ?? this.#learn(text);
	}

	#learn(text: string): string {
		if (this.#known.size === mostKnown) {
			this.#known.clear();
		}

		const quoted = quoteAsBytes(text);
		this.#known.set(text, quoted);
		return quoted;
	}
}

/** The text as JSON, in its quotes, without remembering it. Fast for plain ASCII, such as an email. */
export function quoteAsBytes(text: string): string {
	return plain.test(text)
		? `"${text}"`
		: Buffer.from(JSON.stringify(text)).toString('latin1');
}

/** ASCII that JSON writes as it is. */
const plain = /^[[\u{20}-\u{7E}]--["\\]]*$/v;
