/** The results of the latest searches, so that reading a result page by page searches once. */
export class SearchResults {
	readonly #results = new Map<string, Int32Array>();
	readonly #most: number;

	constructor(most = 16) {
		this.#most = most;
	}

	/** The result kept under this name, or the one `search` makes now. */
	get(name: string, search: () => Int32Array): Int32Array {
		const result = this.#results.get(name) ?? search();
		this.#results.delete(name);
		this.#results.set(name, result);
		if (this.#results.size > this.#most) {
			this.#results.delete(this.#results.keys().next().value!);
		}

		return result;
	}
}
