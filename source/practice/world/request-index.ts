/** Whom a request names: lower-case account ids, and ids of organizations. */
export type IndexedName = string | number;

/** The fields of a request that name somebody. */
type Naming = {
	readonly creator?: string | undefined;
	readonly reporter?: string | undefined;
	readonly assignee?: string | undefined;
	readonly contact?: string | undefined;
	readonly participants?: readonly string[];
	readonly approvers?: readonly string[];
	readonly stakeholders?: readonly string[];
	readonly owners?: readonly string[];
	readonly organizations?: readonly number[];
};

/**
Where somebody was ever named, so that a search for a customer need not make every request of the site. Nothing is taken out again: a request that names nobody any more is found and has to be looked at.
*/
export class RequestIndex {
	readonly #positions = new Map<IndexedName, number[]>();

	add(position: number, request: Naming): void {
		for (const name of namedIn(request)) {
			const positions = this.#positions.get(name);

			if (positions === undefined) {
				this.#positions.set(name, [position]);
			} else if (positions.at(-1) !== position) {
				positions.push(position);
			}
		}
	}

	/** Rising, each position once. */
	positionsOf(names: Iterable<IndexedName>): Int32Array {
		const found = new Set<number>();

		for (const name of names) {
			for (const position of this.#positions.get(name) ?? []) {
				found.add(position);
			}
		}

		return Int32Array.from(found).toSorted();
	}
}

function namedIn({
	creator,
	reporter,
	assignee,
	contact,
	participants = [],
	approvers = [],
	stakeholders = [],
	owners = [],
	organizations = [],
}: Naming): readonly IndexedName[] {
	const people = [
		...[creator, reporter, assignee, contact].filter(
			(person) => person !== undefined,
		),
		...participants,
		...approvers,
		...stakeholders,
		...owners,
	];
	return [...people.map((person) => person.toLowerCase()), ...organizations];
}
