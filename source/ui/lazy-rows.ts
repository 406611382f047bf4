import {
	type BrowserRow,
	type BrowserTable,
	type FacetName,
	type TableQuery,
	everything,
	hasText,
	isNarrowed,
} from './present/browser.ts';
import {sortKeyOf} from './present/sort-keys.ts';
import {mergeSort} from './merge-sort.ts';
import {type SteadyWork} from './steady-work.ts';

/** Comparisons that count as one step, since they are so much cheaper than making a row. */
const comparisonsPerStep = 6;

/** Rows kept after they were made: more than are looked at and shown with a key, since the next one needs most of them again. */
const rowsKept = 400;

/** Of those looked at for a filter, and of those that pass it, so many are kept. */
const firstsKept = 100;

/**
Rows of a table that pass a filter, in the order asked for. A row is made when it is looked at, since a report may have a million; only the places of those that pass are kept. They are looked for in steps, and those found so far can be shown.
*/
export class LazyRows implements SteadyWork {
	readonly #table: BrowserTable;
	readonly #query: TableQuery;
	/** Undefined where every place is shown, in order. */
	#places: {list: Int32Array; count: number} | undefined;
	#keys: Array<number | string> = [];
	/** Made lately, by their places; the row of a place never changes. */
	readonly #made: Map<number, BrowserRow>;
	readonly #steps: Iterator<unknown>;
	#taken = 0;
	#isDone: boolean;

	/** Rows of the same table that were there before leave what they made. */
	constructor(
		table: BrowserTable,
		query: TableQuery = everything,
		before?: LazyRows,
	) {
		this.#table = table;
		this.#query = query;
		this.#made =
			before !== undefined && before.#table === table
				? before.#made
				: new Map<number, BrowserRow>();
		this.#isDone =
			table.rows.isWhole && !isNarrowed(query) && query.sort === undefined;
		this.#places = this.#isDone
			? undefined
			: {list: new Int32Array(64), count: 0};
		this.#steps = this.#look();
	}

	/** How many rows were found so far. */
	get count(): number {
		return this.#places?.count ?? this.#table.rows.total;
	}

	get isDone(): boolean {
		return this.#isDone;
	}

	get done(): number {
		return this.#isDone ? 1 : Math.min(0.99, this.#taken / this.#stepsInAll());
	}

	/** Undefined behind the last row. */
	at(index: number): BrowserRow | undefined {
		return index < 0 || index >= this.count
			? undefined
			: this.#rowAt(this.#places?.list[index] ?? index);
	}

	slice(from: number, to: number): readonly BrowserRow[] {
		const rows: BrowserRow[] = [];

		for (let index = from; index < Math.min(to, this.count); index++) {
			rows.push(this.at(index)!);
		}

		return rows;
	}

	work(steps: number): void {
		for (let step = 0; step < steps && !this.#isDone; step++) {
			this.#taken++;
			this.#isDone = this.#steps.next().done === true;
		}
	}

	#rowAt(place: number): BrowserRow | undefined {
		const made = this.#made.get(place);

		if (made !== undefined) {
			return made;
		}

		const row = this.#table.rows.at(place);
		this.#keepRow(place, row);
		return row;
	}

	/** What was kept longest goes first. */
	#keepRow(place: number, row: BrowserRow | undefined): void {
		if (row === undefined) {
			return;
		}

		this.#made.set(place, row);

		if (this.#made.size <= rowsKept) {
			return;
		}

		const [oldest] = this.#made.keys();
		this.#made.delete(oldest!);
	}

	*#look(): Generator<undefined, void, void> {
		const {rows, prepareFacets} = this.#table;

		if (Object.keys(this.#query.facets).length > 0) {
			for (const _ of prepareFacets?.() ?? []) {
				yield undefined;
			}
		}

		const text = this.#query.text.toLowerCase();

		for (let place = 0; place < rows.total; place++) {
			this.#lookAt(place, text);
			yield undefined;
		}

		yield* this.#sort();
	}

	/** Facets come first: they are told without making the row. */
	#lookAt(place: number, text: string): void {
		if (!hasFacets(this.#table, place, this.#query.facets)) {
			return;
		}

		// The next letter looks at the first ones again.
		const row =
			place < firstsKept ? this.#rowAt(place) : this.#table.rows.at(place);

		if (row === undefined || !hasText(row, text)) {
			return;
		}

		// Those found first are on screen next.
		if (this.count < firstsKept) {
			this.#keepRow(place, row);
		}

		this.#keepPlace(place);
		const {sort} = this.#query;

		if (sort === undefined) {
			return;
		}

		const {side} = this.#table.columns[sort.column] ?? {};
		this.#keys.push(sortKeyOf(row.cells[sort.column] ?? '', side));
	}

	#keepPlace(place: number): void {
		const places = this.#places!;

		if (places.count === places.list.length) {
			const longer = new Int32Array(places.list.length * 2);
			longer.set(places.list);
			places.list = longer;
		}

		places.list[places.count++] = place;
	}

	/** Puts the rows in order once all are found; until then they stand as they come. */
	*#sort(): Generator<undefined, void, void> {
		const {sort} = this.#query;

		if (sort === undefined) {
			return;
		}

		const keys = this.#keys;
		const order = new Int32Array(keys.length);

		// Of a million, an iterator or a closure here would be a pause that is felt.
		for (let index = 0; index < order.length; index++) {
			order[index] = index;
		}

		const isAfter = sort.isDescending
			? (one: number, other: number) => keys[one]! < keys[other]!
			: (one: number, other: number) => keys[one]! > keys[other]!;
		let compared = 0;

		for (const _ of mergeSort(order, isAfter)) {
			if (++compared % comparisonsPerStep === 0) {
				yield undefined;
			}
		}

		const {list} = this.#places!;

		for (let index = 0; index < order.length; index++) {
			order[index] = list[order[index]!]!;
		}

		this.#places = {list: order, count: order.length};
		this.#keys = [];
	}

	/** About how many steps there are; a sort takes the more the more rows there are. */
	#stepsInAll(): number {
		const {total} = this.#table.rows;
		const rounds = Math.ceil(Math.log2(Math.max(total, 2)));
		const sorting =
			this.#query.sort === undefined
				? 0
				: (total * rounds) / comparisonsPerStep;
		return total + sorting + 1;
	}
}

/** Whether the row of a place has all that is asked for. */
export function hasFacets(
	{facets}: BrowserTable,
	place: number,
	wanted: TableQuery['facets'],
): boolean {
	for (const name of Object.keys(wanted) as FacetName[]) {
		if (facets?.[name]?.(place).includes(wanted[name]!) !== true) {
			return false;
		}
	}

	return true;
}
