import process from 'node:process';
import {expect, test} from 'vitest';
import {allValues} from '../helpers/expected-activity.ts';
import {
	changedFields,
	differences,
	expectFewCalls,
	expectLinked,
	expectRestored,
	linkAll,
	withActivity,
} from './activity-scene.ts';

test('activity follows the customer in 20,000 requests, once', async () => {
	const size = {customers: 2000, organizations: 150, requests: 20_000};
	await withActivity(size, async (scene) => {
		scene.destination.resetCalls();
		const summary = await scene.copy(linkAll);
		expect(summary.exitCode, summary.verdict).toBe(0);
		expectLinked(scene, true);
		expectFewCalls(scene, summary);
		const {pairs, requests} = scene.activity();
		process.stdout.write(
			`${JSON.stringify({pairs, requests: requests.length, ...summary.activity, changed: changedFields(scene)})}\n`,
		);
		const linked = allValues(scene.destination);
		await scene.copy(linkAll);
		expect(scene.activity().requests).toEqual([]);
		expect(differences(allValues(scene.destination), linked)).toEqual([]);
	});
}, 1_800_000);

test('an undo sets 20,000 requests back', async () => {
	const size = {customers: 2000, organizations: 150, requests: 20_000};
	await withActivity(size, async (scene) => {
		await scene.copy(linkAll);
		const {summary} = await scene.undo();
		expect(summary.exitCode, summary.verdict).toBe(0);
		expectRestored(scene);
		expect(scene.destination.outbox()).toEqual([]);
	});
}, 1_800_000);
