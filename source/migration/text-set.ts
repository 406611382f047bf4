/* eslint-disable no-bitwise -- A hash is made of bits. */

/** Slots at first; there are always a power of two, of which at most half are taken. */
const fewestSlots = 16;

/** Another one each time the program starts, so that nobody can make up emails beforehand that all fall on one slot. */
const seed = Math.trunc(Math.random() * 2 ** 32);

/**
As many as a million texts, such as ids or emails, each once, and each with its place in the order in which they were added. The engine's own sets and maps keep no hashes of texts: what they look for they compare with whole texts that lie anywhere in memory. This one keeps hashes side by side, and compares a text only with one of the same hash.
*/
export class TextSet {
	readonly #texts: string[] = [];
	/** Two numbers for each slot: the hash of a text, and its place counted from 1, or 0 where the slot is free. */
	#slots = new Int32Array(2 * fewestSlots);

	get size(): number {
		return this.#texts.length;
	}

	has(text: string): boolean {
		return this.placeOf(text) !== undefined;
	}

	/** Undefined where the text is none of these. */
	placeOf(text: string): number | undefined {
		return this.#placeAt(this.#slotOf(text, hashOf(text)));
	}

	/** The one of these that is equal: one text for all that are. */
	textOf(text: string): string | undefined {
		const place = this.placeOf(text);
		return place === undefined ? undefined : this.#texts[place];
	}

	/** Gives the place of the text, also where it was there before. */
	add(text: string): number {
		const hash = hashOf(text);
		const slot = this.#slotOf(text, hash);
		const place = this.#placeAt(slot);

		if (place !== undefined) {
			return place;
		}

		this.#texts.push(text);
		const count = this.#texts.length;
		this.#slots[slot] = hash;
		this.#slots[slot + 1] = count;

		// Each slot is two numbers long.
		if (count * 4 > this.#slots.length) {
			this.#grow();
		}

		return count - 1;
	}

	values(): ArrayIterator<string> {
		return this.#texts.values();
	}

	#placeAt(slot: number): number | undefined {
		const count = this.#slots[slot + 1]!;
		return count === 0 ? undefined : count - 1;
	}

	/** Where the text is, or else the free slot where it belongs. */
	#slotOf(text: string, hash: number): number {
		const slots = this.#slots;
		const last = slots.length - 1;

		for (let slot = firstSlot(hash, last); ; slot = (slot + 2) & last) {
			const count = slots[slot + 1]!;

			if (
				count === 0 ||
				(slots[slot] === hash && this.#texts[count - 1] === text)
			) {
				return slot;
			}
		}
	}

	/** Twice as many slots. The texts themselves are not looked at. */
	#grow(): void {
		const before = this.#slots;
		const slots = new Int32Array(2 * before.length);
		const last = slots.length - 1;

		for (let from = 0; from < before.length; from += 2) {
			const hash = before[from]!;
			const count = before[from + 1]!;

			if (count === 0) {
				continue;
			}

			let slot = firstSlot(hash, last);

			while (slots[slot + 1] !== 0) {
				slot = (slot + 2) & last;
			}

			slots[slot] = hash;
			slots[slot + 1] = count;
		}

		this.#slots = slots;
	}
}

/** A number of 32 bits, all of which depend on every character, so that ids that hardly differ fall on slots far apart. */
function hashOf(text: string): number {
	let hash = seed;

	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.codePointAt(index)!, 0x01_00_01_93);
	}

	hash = Math.imul(hash ^ (hash >>> 15), 0x85_eb_ca_6b);
	return hash ^ (hash >>> 13);
}

/** An even number, since each slot is two numbers long. */
function firstSlot(hash: number, last: number): number {
	return (hash << 1) & last;
}
