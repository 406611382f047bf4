import process from 'node:process';
import {expect, test} from 'vitest';
import {hash} from '../../source/practice/world/random.ts';
import {linkKilled, linkUnbroken} from './killed-activity.ts';

/** The same seed gives the same kills. */
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

const wanted = Number(process.env['CHAOS_KILLS'] ?? 100);

test('R15: programs killed again and again while they link and undo end like one that never was', async () => {
	const size = {customers: 150, organizations: 10, requests: 600};
	const mostKills = {copy: 12, undo: 12};
	const unbroken = await linkUnbroken({seed, mostKills, size});
	let kills = 0;

	for (let round = 0; kills < wanted; round++) {
		const setting = {seed: hash(seed, round), mostKills, size};
		const {copy, undo} = await linkKilled(setting, unbroken);
		kills += copy + undo;
		console.log(`CHAOS_SEED=${seed}, round ${round}: ${copy} + ${undo} kills`);
		expect(copy).toBeGreaterThan(0);
		expect(undo).toBeGreaterThan(0);
	}
}, 1_800_000);
