import {type People} from './people.ts';

/** Every `step`-th position from `from` up to, but without, `to`. */
export type PositionRange = {
	readonly from: number;
	readonly to: number;
	readonly step: number;
};

/** Who is in a set to begin with, by position. Ranges keep an organization of 100,000 members as small as one of three. */
export type BaseMembers = {
	readonly positions: readonly number[];
	readonly ranges: readonly PositionRange[];
};

export const nobody: BaseMembers = {positions: [], ranges: []};

/** Some of a site's people: the members of an organization or group, the customers of a service project. */
export class PeopleSet {
	readonly #people: People;
	readonly #base: BaseMembers;
	readonly #listed: ReadonlySet<number>;
	readonly #added = new Set<number>();
	readonly #removed = new Set<number>();
	#sorted: Int32Array | undefined;

	constructor(people: People, base: BaseMembers = nobody) {
		this.#people = people;
		this.#base = base;
		this.#listed = new Set(base.positions);
	}

	get size(): number {
		return this.#positions().length;
	}

	has(accountId: string): boolean {
		const position = this.#people.positionOf(accountId);
		return position !== undefined && this.hasPosition(position);
	}

	hasPosition(position: number): boolean {
		return (
			this.#added.has(position) ||
			(!this.#removed.has(position) && this.#wasThere(position))
		);
	}

	/** The account ids `start` to `start + limit`; Jira orders members by account id. */
	page(start: number, limit: number): string[] {
		return Array.from(
			this.#positions().subarray(start, start + limit),
			(position) => this.#people.accountIdAt(position),
		);
	}

	/** The account ids of everybody, in the order of the ids. */
	accountIds(): string[] {
		return this.page(0, this.size);
	}

	add(accountIds: readonly string[]): void {
		for (const position of this.#known(accountIds)) {
			this.#removed.delete(position);
			if (!this.#wasThere(position)) {
				this.#added.add(position);
			}
		}
	}

	remove(accountIds: readonly string[]): void {
		for (const position of this.#known(accountIds)) {
			this.#added.delete(position);
			if (this.#wasThere(position)) {
				this.#removed.add(position);
			}
		}
	}

	#known(accountIds: readonly string[]): number[] {
		this.#sorted = undefined;
		return accountIds
			.map((accountId) => this.#people.positionOf(accountId))
			.filter((position) => position !== undefined);
	}

	#wasThere(position: number): boolean {
		return (
			this.#listed.has(position) ||
			this.#base.ranges.some(
				({from, to, step}) =>
					position >= from && position < to && (position - from) % step === 0,
			)
		);
	}

	#positions(): Int32Array {
		this.#sorted ??= this.#sortedPositions();
		return this.#sorted;
	}

	#sortedPositions(): Int32Array {
		const positions = new Set(this.#base.positions);
		for (const {from, to, step} of this.#base.ranges) {
			for (let position = from; position < to; position += step) {
				positions.add(position);
			}
		}

		const present = positions.difference(this.#removed).union(this.#added);
		const byId = new Map<string, number>();
		for (const position of present) {
			byId.set(this.#people.accountIdAt(position), position);
		}

		const accountIds = byId.keys().toArray().toSorted();
		return Int32Array.from(accountIds, (accountId) => byId.get(accountId)!);
	}
}
