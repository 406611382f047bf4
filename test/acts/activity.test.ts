import {expect, test} from 'vitest';
import {
	changedFields,
	expectFewCalls,
	expectLinked,
	linkAll,
	withActivity,
} from './activity-scene.ts';

const size = {customers: 600, organizations: 20, requests: 2000};

test('activity follows the customer: every link that should be made is made, and no other', async () => {
	await withActivity(size, async (scene) => {
		scene.destination.resetCalls();
		const summary = await scene.copy(linkAll);
		expect(summary.exitCode, summary.verdict).toBe(0);
		expectLinked(scene, true);
		expectFewCalls(scene, summary);
		const {pairs, read, requests} = scene.activity();
		expect(pairs.renumbered).toBeGreaterThan(100);
		expect(pairs.reworded).toBeGreaterThan(10);
		expect(read.source).toBeGreaterThan(read.destination);
		expect(summary.activity).toMatchObject({
			planned: requests.length,
			linked: requests.length,
			failed: 0,
			waiting: 0,
		});

		for (const [name, count] of Object.entries(changedFields(scene))) {
			expect(count, name).toBeGreaterThan(0);
		}
	});
});
