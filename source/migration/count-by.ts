/** How often each key was found; keys that were not found count 0. */
export function countBy<Key extends string>(
	keys: readonly Key[],
	found: Iterable<Key>,
): Readonly<Record<Key, number>> {
	const counts = Object.fromEntries(keys.map((key) => [key, 0])) as Record<
		Key,
		number
	>;

	for (const key of found) {
		counts[key]++;
	}

	return counts;
}
