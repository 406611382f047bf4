import {hash, hashText, pick} from '../../source/practice/world/random.ts';

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

export type KillManner = 'commits' | 'writes' | 'boundaries' | 'random';

/** A process to be killed: what it does, and how many that did the same were killed before it. */
export type Victim = {
	readonly command: string;
	readonly earlier: number;
};

/** How many boundaries on a process lives at most. Hardly anything would ever be done if each one died at the first: a step is recorded, then cut off, then found not to have arrived, and recorded again. */
const farthest = {commits: 8, writes: 4};

/**
How a process dies; the same way for the same seed. But for those at random, each process dies at one of the next
boundaries of a step there are: recorded, sent, answered, and recorded again. So no boundary is left out.
*/
export function deathOf(
	manner: KillManner,
	seed: number,
	victim: Victim,
): Death {
	switch (manner) {
		case 'commits': {
			return nextCommit(victim);
		}

		case 'writes': {
			return pick(nextWrites(victim), victim.earlier);
		}

		case 'boundaries': {
			return pick(
				[...twice(nextCommit(victim)), ...nextWrites(victim)],
				victim.earlier,
			);
		}

		case 'random': {
			return randomDeath(seed, victim);
		}
	}
}

function twice<Item>(item: Item): readonly [Item, Item] {
	return [item, item];
}

/** A copy that dies before its run has begun is begun anew. A resume and an undo first keep once more what was kept before; what comes after that builds on what the last process did. */
function nextCommit({command, earlier}: Victim): Death {
	const moment =
		command === 'copy' || earlier < 2
			? 1 + earlier
			: 3 + (earlier % farthest.commits);
	return {at: 'commit', moment};
}

/** An undo first tries once more what stayed, so its first write may be the same each time. */
function nextWrites({earlier}: Victim): readonly [Death, Death] {
	const nth = 1 + (Math.floor(earlier / 2) % farthest.writes);
	return [
		{at: 'write', when: 'before', nth},
		{at: 'write', when: 'after', nth},
	];
}

function randomDeath(seed: number, {command, earlier}: Victim): Death {
	const drawn = (salt: number, most: number) =>
		hash(seed, hashText(0, command), earlier, salt) % most;
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
