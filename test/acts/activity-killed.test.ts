import process from 'node:process';
import {expect, test} from 'vitest';
import {linkKilled, linkUnbroken} from './killed-activity.ts';

/** The same seed gives the same kills. */
const seed = Number(process.env['CHAOS_SEED'] ?? Date.now() % 2 ** 31);

test('R15: a program killed while it links requests, and while it undoes that, ends like one that never was', async () => {
	console.log(`CHAOS_SEED=${seed}`);
	const setting = {
		seed,
		mostKills: {copy: 2, undo: 1},
		size: {customers: 40, organizations: 3, requests: 80},
	};
	const kills = await linkKilled(setting, await linkUnbroken(setting));
	expect(kills.copy).toBeGreaterThan(0);
	expect(kills.undo).toBe(1);
});
