import {TextSet} from './text-set.ts';

/** Things by as many as a million texts, such as ids or emails. Keys come back in the order in which they were first set. */
export class TextMap<Value> {
	readonly #keys = new TextSet();
	/** By the places of their keys. */
	readonly #values: Value[] = [];

	get size(): number {
		return this.#keys.size;
	}

	get(key: string): Value | undefined {
		const place = this.#keys.placeOf(key);
		return place === undefined ? undefined : this.#values[place];
	}

	has(key: string): boolean {
		return this.#keys.has(key);
	}

	set(key: string, value: Value): void {
		this.#values[this.#keys.add(key)] = value;
	}

	/** The key as it was first set: one text for all that are equal. */
	keyOf(key: string): string | undefined {
		return this.#keys.textOf(key);
	}

	keys(): ArrayIterator<string> {
		return this.#keys.values();
	}
}

export type ReadonlyTextMap<Value> = Omit<TextMap<Value>, 'set'>;
