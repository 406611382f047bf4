import {
	type BrowserTable,
	type FacetName,
	type TableQuery,
	facetNames,
	hasText,
} from './present/browser.ts';
import {hasFacets} from './lazy-rows.ts';
import {type SteadyWork} from './steady-work.ts';

/** How many rows have one value of one facet. */
export type FacetCount = {
	readonly facet: FacetName;
	readonly value: string;
	readonly count: number;
};

/**
Counts the values of each facet among the rows that pass the filter. A facet that is chosen is counted as if it were not, so that another value of it can be taken.
*/
export class FacetCounts implements SteadyWork {
	readonly #table: BrowserTable;
	readonly #query: TableQuery;
	readonly #counts = new Map<FacetName, Map<string, number>>();
	readonly #steps: Iterator<unknown>;
	#taken = 0;
	#isDone = false;
	#sorted: readonly FacetCount[] | undefined;

	constructor(table: BrowserTable, query: TableQuery) {
		this.#table = table;
		this.#query = query;
		this.#steps = this.#look();
	}

	get isDone(): boolean {
		return this.#isDone;
	}

	get done(): number {
		const {total} = this.#table.rows;
		return this.#isDone ? 1 : Math.min(0.99, this.#taken / (total + 1));
	}

	/** The values found, facet by facet, the most frequent first; none before all rows were looked at. */
	get values(): readonly FacetCount[] {
		if (!this.#isDone) {
			return [];
		}

		this.#sorted ??= facetNames.flatMap((facet) =>
			[...(this.#counts.get(facet) ?? [])]
				.map(([value, count]) => ({facet, value, count}))
				.toSorted(
					(one, other) =>
						Math.sign(other.count - one.count) * 2 +
						(one.value < other.value ? -1 : 1),
				),
		);
		return this.#sorted;
	}

	work(steps: number): void {
		for (let step = 0; step < steps && !this.#isDone; step++) {
			this.#taken++;
			this.#isDone = this.#steps.next().done === true;
		}
	}

	*#look(): Generator<undefined, void, void> {
		const {rows, prepareFacets} = this.#table;

		for (const _ of prepareFacets?.() ?? []) {
			yield undefined;
		}

		const text = this.#query.text.toLowerCase();
		const narrowings = facetNames
			.filter((name) => this.#table.facets?.[name] !== undefined)
			.map((name) => ({name, others: without(this.#query.facets, name)}));

		for (let place = 0; place < rows.total; place++) {
			const row = rows.at(place);

			if (row !== undefined && hasText(row, text)) {
				this.#count(place, narrowings);
			}

			yield undefined;
		}
	}

	#count(
		place: number,
		narrowings: ReadonlyArray<{
			readonly name: FacetName;
			readonly others: TableQuery['facets'];
		}>,
	): void {
		for (const {name, others} of narrowings) {
			if (!hasFacets(this.#table, place, others)) {
				continue;
			}

			for (const value of this.#table.facets?.[name]?.(place) ?? []) {
				const counts = this.#counts.get(name) ?? new Map<string, number>();
				this.#counts.set(name, counts);
				counts.set(value, (counts.get(value) ?? 0) + 1);
			}
		}
	}
}

function without(
	facets: TableQuery['facets'],
	name: FacetName,
): TableQuery['facets'] {
	const {[name]: _, ...others} = facets;
	return others;
}
