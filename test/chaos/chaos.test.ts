import process from 'node:process';
import pMap from 'p-map';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {hash} from '../../source/practice/world/random.ts';
import {type ChaosFault, chaosFaults, withoutRenames} from './faults.ts';
import {type ChaosCase, playBroken, playUnbroken} from './play.ts';

/** Kills in all: a few in every test run, 1,200 with `npm run chaos`. */
const kills = Number(process.env['CHAOS_KILLS'] ?? 24);

/** The same seed gives the same cases. */
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

/** A short run tries kills alone, and with the faults that lose answers. */
const faults: readonly ChaosFault[] =
	kills < 200 ? ['none', 'drop-after', 'cut-body'] : chaosFaults;

/** A machine with two cores has a process more than it can run, since all of them wait for sites. */
const sideBySide = 3;

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
	{timeout: 60_000 + kills * 1000},
	async (fault) => {
		const share = Math.ceil(kills / faults.length);
		const tally: Tally = {cases: 0, kills: 0, hits: 0};
		tallies.set(fault, tally);
		await pMap(
			Array.from({length: sideBySide}),
			async () => {
				while (tally.kills < share) {
					const number = tally.cases++;
					const played = await expectSame(
						{
							seed: hash(seed, chaosFaults.indexOf(fault), number) % 2 ** 31,
							fault,
							manner: number % 3 === 0 ? 'boundaries' : 'random',
							mostKills: Math.min(share - tally.kills, 200),
						},
					);
					tally.kills += played.kills;
					tally.hits += played.hits;
				}
			},
		);
	},
);

async function expectSame(chosen: ChaosCase): Promise<{kills: number; hits: number}> {
	const name = JSON.stringify(chosen);
	const unbroken = await playUnbroken(chosen.seed);
	const broken = await playBroken(chosen);
	const clean = chosen.fault === 'renamed-underfoot' ? withoutRenames : <T>(x: T) => x;
	expect(clean(broken.copied), name).toEqual(unbroken.copied);
	expect(broken.creations, name).toEqual(unbroken.creations);
	expect(new Set(Object.values(broken.creations)), name).toEqual(new Set([1]));
	expect(clean(broken.undone), name).toEqual(broken.before);
	return broken;
}

function summary(): string {
	const rows = [...tallies].map(
		([fault, tally]) =>
			`${fault.padEnd(18)} ${String(tally.cases).padStart(5)} cases ${String(tally.kills).padStart(5)} kills ${String(tally.hits).padStart(5)} calls hit`,
	);
	const all = [...tallies.values()].reduce((sum, tally) => sum + tally.kills, 0);
	const seconds = Math.round((performance.now() - started) / 1000);
	return [...rows, `${all} kills in ${seconds} s, CHAOS_SEED=${seed}`].join('\n');
}
