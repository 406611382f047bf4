import {hash} from '../../source/practice/world/random.ts';
import {type KillManner} from './death.ts';
import {chaosFaults} from './faults.ts';
import {type ChaosCase} from './play.ts';
import {type Tally} from './tally.ts';

export type CaseChoice = {
	readonly seed: number;
	/** How many kills at the least. */
	readonly share: number;
	/** One case only, on sites that another fault has as well. */
	readonly isShort: boolean;
};

/** Kills until every boundary had its turn, about. */
const manyKills = 60;

/** Kills of a copy, and of its undo, at the most: every kind of boundary had its turn several times, and a large pair would take hundreds more. */
const mostKills = 150;

/** Who finds as many differences has seen enough. */
const mostDifferences = 3;

/** Every boundary in turn, as far as there are kills for it, then moments at random until there were kills enough. */
export function* casesOf(
	{seed, share, isShort}: CaseChoice,
	tally: Tally,
): Generator<ChaosCase> {
	const {fault} = tally;
	const salt = isShort ? 0 : chaosFaults.indexOf(fault);
	let number = 0;
	const chosen = (manner: KillManner, kills: number): ChaosCase => ({
		seed: hash(seed, salt, number++) % 2 ** 31,
		fault,
		manner,
		mostKills: kills,
	});

	if (isShort) {
		yield chosen(fault === 'none' ? 'boundaries' : 'random', share / 2);
		return;
	}

	const most = share < manyKills ? Math.ceil(share / 4) : mostKills;

	if (fault === 'none') {
		yield chosen('commits', most);
		yield chosen('writes', most);
	} else {
		yield chosen('boundaries', most);
	}

	do {
		yield chosen('random', most);
	} while (tally.kills < share && tally.differences.length < mostDifferences);
}
