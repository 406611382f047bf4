/** The id of a run: the day on which it began (UTC) and a suffix that tells how many began earlier that day, such as `2026-11-22-a1`. Ids sort as the runs began: a1 to a9, b1 to z9, then za1. */
export function runId(startedAt: Date, earlier: number): string {
	const letter = Math.floor(earlier / 9);
	const letters =
		'z'.repeat(Math.floor(letter / 26)) +
		String.fromCodePoint(aCodePoint + (letter % 26));
	return `${dayOf(startedAt)}-${letters}${(earlier % 9) + 1}`;
}

/** Such as `2026-11-22`. */
export function dayOf(date: Date): string {
	return date.toISOString().slice(0, 10);
}

const aCodePoint = 97;
