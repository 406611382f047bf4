/** Of a million keys each part then holds a few thousand. */
const parts = 256;

/**
A map for as many as a million keys. One map of that size is copied whole whenever it has to grow, and nothing else happens meanwhile; here each part grows by itself. Keys are ids, which differ most at their ends.
*/
export class WideMap<Value> {
	readonly #parts = Array.from({length: parts}, () => new Map<string, Value>());

	get(key: string): Value | undefined {
		return this.#partOf(key).get(key);
	}

	set(key: string, value: Value): void {
		this.#partOf(key).set(key, value);
	}

	#partOf(key: string): Map<string, Value> {
		const last = key.codePointAt(key.length - 1) ?? 0;
		const before = key.codePointAt(key.length - 2) ?? 0;
		return this.#parts[(last * 31 + before) % parts]!;
	}
}
