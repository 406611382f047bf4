/**
Rows that are made when they are looked at, since a report may have a million. What was made is kept.
*/
export class LazyRows<Row> {
	readonly #iterator: Iterator<Row>;
	readonly #made: Row[] = [];
	readonly #total: number | undefined;
	#isComplete = false;

	/** The total is how many rows there will be, where that is known beforehand. */
	constructor(rows: Iterable<Row>, total?: number) {
		this.#iterator = rows[Symbol.iterator]();
		this.#total = total;
	}

	/** Undefined behind the last row. */
	at(index: number): Row | undefined {
		this.#makeUpTo(index);
		return this.#made[index];
	}

	slice(from: number, to: number): readonly Row[] {
		this.#makeUpTo(to - 1);
		return this.#made.slice(from, to);
	}

	/** How many rows there are; where nobody knows, all are made to count them. */
	get count(): number {
		if (this.#total !== undefined) {
			return this.#total;
		}

		this.#makeUpTo(Infinity);
		return this.#made.length;
	}

	#makeUpTo(index: number): void {
		while (!this.#isComplete && this.#made.length <= index) {
			const next = this.#iterator.next();

			if (next.done === true) {
				this.#isComplete = true;
			} else {
				this.#made.push(next.value);
			}
		}
	}
}
