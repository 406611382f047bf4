import process from 'node:process';
import pMap from 'p-map';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {casesOf} from './cases.ts';
import {
	type ChaosFault,
	chaosFaults,
	faultsNamed,
	withoutRenames,
} from './faults.ts';
import {type ChaosCase, type Played, playBroken, playUnbroken} from './play.ts';
import {rowOf, summaryOf, type Tally} from './tally.ts';

const {CHAOS_KILLS: wantedKills} = process.env;

/** Kills in all: a few in every test run, more with `npm run chaos`. */
const kills = Number(wantedKills ?? 8);

/** The same seed gives the same cases. */
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

const isShort = wantedKills === undefined;

/** A short run tries kills alone, and with the fault that hides what was done. */
const faults: readonly ChaosFault[] = faultsNamed(
	process.env['CHAOS_FAULTS'],
	isShort ? ['none', 'drop-after'] : chaosFaults,
);

/** Cases of one fault at a time. Each waits for sites half of the time, and more with faults. */
const sideBySide = 2;

const tallies: Tally[] = [];
const unbroken = new Map<number, Promise<Played>>();
const started = performance.now();

beforeAll(() => {
	console.log(
		`${kills} kills, ${faults.length} kinds of faults, CHAOS_SEED=${seed}`,
	);
});

afterAll(() => {
	const seconds = Math.round((performance.now() - started) / 1000);
	console.log(`${summaryOf(tallies)} in ${seconds} s, CHAOS_SEED=${seed}`);
});

test.concurrent.for(faults)(
	'R15: a program killed again and again ends like one that never was; fault: %s',
	{timeout: 120_000 + kills * 3000},
	async (fault) => {
		const tally: Tally = {
			fault,
			cases: 0,
			kills: 0,
			hits: 0,
			differences: [],
		};
		tallies.push(tally);
		const share = Math.ceil(kills / faults.length);
		await pMap(
			casesOf({seed, share, isShort}, tally),
			async (chosen) => {
				await playCase(chosen, tally);
			},
			{concurrency: sideBySide},
		);
		console.log(rowOf(tally));
		expect(tally.differences).toEqual([]);
		expect(tally.kills).toBeGreaterThan(0);

		if (fault !== 'none' && !isShort) {
			expect(tally.hits).toBeGreaterThan(0);
		}
	},
);

/** A difference is kept for the end, so that the other cases are played as well. */
async function playCase(chosen: ChaosCase, tally: Tally): Promise<void> {
	tally.cases++;

	try {
		const broken = await playBroken(chosen, tally);
		expectSame(chosen.fault, broken, await unbrokenOf(chosen.seed));
	} catch (error) {
		const difference = `${JSON.stringify(chosen)}: ${(error as Error).message}`;
		tally.differences.push(difference);
		console.log(`A difference. ${difference}`);
	}
}

/** Cases of the same seed have the same sites. */
async function unbrokenOf(pair: number): Promise<Played> {
	const played = unbroken.get(pair) ?? playUnbroken(pair);
	unbroken.set(pair, played);
	return played;
}

function expectSame(fault: ChaosFault, broken: Played, whole: Played): void {
	const clean = fault === 'renamed-underfoot' ? withoutRenames : <T>(x: T) => x;
	expect(clean(broken.copied)).toEqual(whole.copied);
	expect(broken.creations).toEqual(whole.creations);
	expect(new Set(Object.values(broken.creations))).toEqual(new Set([1]));
	expect(clean(broken.undone)).toEqual(broken.before);
}
