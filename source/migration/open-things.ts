/** One thing that is left to do after a run, for everyone and everything it has to be done for. */
export type OpenThing = {
	readonly problem: string;
	readonly nextStep: string;
	/** Emails or names, untrusted. */
	readonly subjects: readonly string[];
};

type Row = {
	readonly name: string;
	readonly email?: string;
	readonly problem: string;
	readonly nextStep: string;
};

/** Undefined where there is nothing to do. */
type Rows = Iterable<Row | undefined>;

/** Rows that are looked at between two pauses. */
const rowsInPart = 500;

/**
Collects what is left to do, the most frequent first. All rows are looked at, of which there may be a million, so it comes in parts.

@yields How many rows were looked at, after each part.
*/
export function* collectOpenThings(
	rows: Rows,
): Generator<number, readonly OpenThing[], void> {
	const found = new Map<string, OpenThing & {readonly subjects: string[]}>();
	let seen = 0;

	for (const row of rows) {
		if (row !== undefined) {
			note(row, found);
		}

		seen++;

		if (seen % rowsInPart === 0) {
			yield seen;
		}
	}

	return found
		.values()
		.toArray()
		.toSorted((a, b) => b.subjects.length - a.subjects.length);
}

function note(
	{name, email = '', problem, nextStep}: Row,
	found: Map<string, OpenThing & {readonly subjects: string[]}>,
): void {
	const subject = email === '' ? name : email;
	const key = `${problem}\n${nextStep}`;
	const known = found.get(key);

	if (known === undefined) {
		found.set(key, {problem, nextStep, subjects: [subject]});
	} else {
		known.subjects.push(subject);
	}
}
