import {Buffer} from 'node:buffer';

/** A body, and the bytes it stands in. They are written anew once they are released. */
export type LongBody = {
	readonly bytes: Uint8Array;
	release(): void;
};

type Bytes = ReturnType<typeof Buffer.allocUnsafeSlow>;

/** Room for 1,000 users, which take half a megabyte. */
const usualSize = 640 * 1024;
const mostSpare = 4;
/** Texts become bytes so many characters at a time: less costs more calls, more costs longer strings. */
const batchLength = 8192;

/**
Makes bodies of many parts. Bodies of half a megabyte would keep the garbage collector busier than making them does,
so the bytes of those that were sent are used again.
*/
export class LongBodies {
	readonly #spare: Bytes[] = [];

	/** Puts parts behind each other in which a character stands for a byte. */
	write(parts: Iterable<string>): LongBody {
		let bytes = this.#spare.pop() ?? Buffer.allocUnsafeSlow(usualSize);
		let used = 0;
		const append = (text: string) => {
			bytes = withRoom(bytes, used, text.length);
			used += bytes.write(text, used, 'latin1');
		};

		let batch = '';
		for (const part of parts) {
			batch += part;
			if (batch.length < batchLength) {
				continue;
			}

			append(batch);
			batch = '';
		}

		append(batch);
		return {
			bytes: bytes.subarray(0, used),
			release: () => {
				this.#keep(bytes);
			},
		};
	}

	#keep(bytes: Bytes): void {
		if (this.#spare.length < mostSpare && !this.#spare.includes(bytes)) {
			this.#spare.push(bytes);
		}
	}
}

/** The bytes, or a larger copy of those used where they have no room for more. */
function withRoom(bytes: Bytes, used: number, more: number): Bytes {
	if (used + more <= bytes.length) {
		return bytes;
	}

	const larger = Buffer.allocUnsafeSlow(2 * (used + more));
	bytes.copy(larger, 0, 0, used);
	return larger;
}
