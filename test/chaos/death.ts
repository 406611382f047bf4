import {hash, pick} from '../../source/practice/world/random.ts';

/** When a process is killed. Where the moment never comes, it lives. */
export type Death =
	/** Just before (odd moments) or just after (even ones) the ledger keeps something. */
	| {readonly at: 'commit'; readonly moment: number}
	/** When a writing call of one kind arrives at the destination for this time: before it has its effect, or after it and before the answer. */
	| {
			readonly at: 'write';
			readonly when: 'before' | 'after';
			readonly nth: number;
	  }
	/** When either site has answered so many calls, and a little later. */
	| {readonly at: 'call'; readonly nth: number; readonly laterMs: number}
	/** So long after its start. */
	| {readonly at: 'time'; readonly ms: number};

/** The boundaries of a step: recorded, sent, answered and recorded again. Each process dies at the next one there is, so none is left out. */
const commits: readonly Death[] = [
	{at: 'commit', moment: 1},
	{at: 'commit', moment: 2},
];
const writes: readonly Death[] = [
	{at: 'write', when: 'before', nth: 1},
	{at: 'write', when: 'after', nth: 1},
];

const inTurn = {
	commits,
	writes,
	boundaries: [...commits, ...writes],
} as const satisfies Readonly<Record<string, readonly Death[]>>;

/** At every boundary of its kind in turn, or at random. */
export type KillManner = keyof typeof inTurn | 'random';

/** How the process of this number dies; the same way for the same seed. */
export function deathOf(
	manner: KillManner,
	seed: number,
	number: number,
): Death {
	if (manner !== 'random') {
		return pick<Death>(inTurn[manner], number);
	}

	const drawn = (salt: number, most: number) => hash(seed, number, salt) % most;
	const nth = 1 + drawn(1, 4);
	return pick<Death>(
		[
			{at: 'commit', moment: 1 + drawn(2, 12)},
			{at: 'write', when: 'before', nth},
			{at: 'write', when: 'after', nth},
			{at: 'call', nth: 1 + drawn(3, 24), laterMs: drawn(4, 6)},
			{at: 'time', ms: drawn(5, 500)},
		],
		drawn(0, 5),
	);
}
