/** The middle one: a single slow moment of the machine does not move it. */
export function median(numbers: readonly number[]): number {
	const sorted = numbers.toSorted((one, other) => one - other);
	const middle = Math.floor(sorted.length / 2);
	return sorted.length % 2 === 0
		? ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
		: (sorted[middle] ?? 0);
}

/** What so great a part of the numbers reaches at the most. */
export function percentile(numbers: readonly number[], part: number): number {
	const sorted = numbers.toSorted((one, other) => one - other);
	const place = Math.ceil(sorted.length * part) - 1;
	return sorted[Math.max(place, 0)] ?? NaN;
}

/** Measures several things in turns, so that a slow spell of the machine hits all of them. Gives the median of each, in milliseconds. */
export async function measureInTurns<Name extends string>(
	works: Readonly<Record<Name, () => Promise<number>>>,
	rounds: number,
): Promise<Readonly<Record<Name, number>>> {
	const names = Object.keys(works) as Name[];
	const taken = new Map<Name, number[]>(names.map((name) => [name, []]));

	for (let round = 0; round < rounds; round++) {
		for (const name of names) {
			taken.get(name)?.push(await works[name]());
		}
	}

	return Object.fromEntries(
		names.map((name) => [name, median(taken.get(name) ?? [])]),
	) as Record<Name, number>;
}
