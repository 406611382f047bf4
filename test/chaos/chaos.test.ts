import process from 'node:process';
import pMap from 'p-map';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {hash} from '../../source/practice/world/random.ts';
import {type ChaosFault, chaosFaults, withoutRenames} from './faults.ts';
import {type KillManner} from './death.ts';
import {type ChaosCase, playBroken, playUnbroken} from './play.ts';

/** Kills at random in all: a few in every test run, more with `npm run chaos`, which also kills at every boundary in turn. */
const kills = Number(process.env['CHAOS_KILLS'] ?? 12);

/** The same seed gives the same cases. */
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

const isShort = kills < 100;

/** A short run tries kills alone, and with the fault that hides what was done. */
const faults: readonly ChaosFault[] = isShort
	? ['none', 'drop-after']
	: chaosFaults;

/** Each of them waits for sites half of the time. */
const sideBySide = 5;

type Tally = {cases: number; kills: number; hits: number};

const tallies = new Map<ChaosFault, Tally>();
const started = performance.now();

beforeAll(() => {
	console.log(`${kills} kills, CHAOS_SEED=${seed}`);
});

afterAll(() => {
	console.log(summary());
});

test.for(faults)(
	'R15: a program killed again and again ends like one that never was; fault: %s',
	{timeout: 120_000 + kills * 3000},
	async (fault) => {
		const tally: Tally = {cases: 0, kills: 0, hits: 0};
		tallies.set(fault, tally);
		await pMap(
			casesOf(fault, tally),
			async (chosen) => {
				const played = await expectSame(chosen);
				tally.cases++;
				tally.kills += played.kills;
				tally.hits += played.hits;

				if (!isShort) {
					console.log(`${JSON.stringify(chosen)}: ${played.kills} kills`);
				}
			},
			{concurrency: sideBySide},
		);
		console.log(rowOf(fault, tally));
		expect(tally.kills).toBeGreaterThan(0);

		if (fault !== 'none' && !isShort) {
			expect(tally.hits).toBeGreaterThan(0);
		}
	},
);

/** Every boundary in turn, then moments at random until there were kills enough. */
function* casesOf(fault: ChaosFault, tally: Tally): Generator<ChaosCase> {
	const share = Math.ceil(kills / faults.length);
	let number = 0;
	const chosen = (manner: KillManner, mostKills: number): ChaosCase => ({
		seed: hash(seed, chaosFaults.indexOf(fault), number++) % 2 ** 31,
		fault,
		manner,
		mostKills,
	});

	if (isShort) {
		yield chosen('boundaries', share / 2);
		return;
	}

	if (fault === 'none') {
		yield chosen('commits', Infinity);
		yield chosen('writes', Infinity);
	} else {
		yield chosen('boundaries', Infinity);
	}

	while (tally.kills < share) {
		yield chosen('random', Infinity);
	}
}

async function expectSame(
	chosen: ChaosCase,
): Promise<{kills: number; hits: number}> {
	const name = JSON.stringify(chosen);
	const unbroken = await playUnbroken(chosen.seed);
	const broken = await playBroken(chosen);
	const clean =
		chosen.fault === 'renamed-underfoot' ? withoutRenames : <T>(x: T) => x;
	expect(clean(broken.copied), name).toEqual(unbroken.copied);
	expect(broken.creations, name).toEqual(unbroken.creations);
	expect(new Set(Object.values(broken.creations)), name).toEqual(new Set([1]));
	expect(clean(broken.undone), name).toEqual(broken.before);
	return broken;
}

function summary(): string {
	let all = 0;

	for (const tally of tallies.values()) {
		all += tally.kills;
	}

	const seconds = Math.round((performance.now() - started) / 1000);
	return `${all} kills in ${seconds} s, CHAOS_SEED=${seed}`;
}

function rowOf(fault: ChaosFault, tally: Tally): string {
	return `${fault}: ${tally.cases} cases, ${tally.kills} kills, ${tally.hits} calls hit`;
}
