import process from 'node:process';
import {expect, test} from 'vitest';
import {allValues} from '../helpers/expected-activity.ts';
import {
	type ActivityScene,
	changedFields,
	differences,
	expectFewCalls,
	expectFewUndoCalls,
	expectLinked,
	expectRestored,
	linkAll,
	withActivity,
} from './activity-scene.ts';

const size = {customers: 2000, organizations: 150, requests: 20_000};

/** Minutes on a busy machine, although one is enough. */
const patience = 1_800_000;

test(
	'activity follows the customer in 20,000 requests, once',
	async () => {
		await withActivity(size, async (scene) => {
			scene.destination.resetCalls();
			const summary = await scene.copy(linkAll);
			expect(summary.exitCode, summary.verdict).toBe(0);
			expectLinked(scene, true);
			expectFewCalls(scene, summary);
			expectEveryKind(scene);
			tell('linked', {...summary.activity, ...figuresOf(scene)});
			const linked = allValues(scene.destination);
			const again = await scene.copy(linkAll);
			expect(again.exitCode, again.verdict).toBe(0);
			expect(scene.activity().requests).toEqual([]);
			expect(differences(allValues(scene.destination), linked)).toEqual([]);
		});
	},
	patience,
);

test(
	'an undo sets 20,000 requests back, and asks for pages alone',
	async () => {
		await withActivity(size, async (scene) => {
			await scene.copy(linkAll);
			scene.destination.resetCalls();
			const {plan, summary} = await scene.undo();
			expect(summary.exitCode, summary.verdict).toBe(0);
			expect(summary.verdict).toMatch(/: [\d,]+ request links, /v);
			expectRestored(scene);
			expectFewUndoCalls(scene, plan);
			expect(scene.destination.outbox()).toEqual([]);
			tell('undone', {
				...summary.takenBack,
				kept: counts(summary.kept.map(({reason}) => reason.code)),
				calls: scene.destination.calls().byOperation,
			});
		});
	},
	patience,
);

/** There is something of each kind to be linked, and to be left. */
function expectEveryKind(scene: ActivityScene): void {
	const {pairs, left} = scene.activity();
	expect(pairs.renumbered).toBeGreaterThan(1000);
	expect(pairs.reworded).toBeGreaterThan(100);

	for (const [name, count] of Object.entries(changedFields(scene))) {
		expect(count, name).toBeGreaterThan(100);
	}

	for (const why of ['other-value', 'not-there'] as const) {
		expect(
			left.some((field) => field.why === why),
			why,
		).toBe(true);
	}
}

function figuresOf(scene: ActivityScene) {
	const {pairs, requests, left, read} = scene.activity();
	return {
		read,
		pairs,
		requests: requests.length,
		ofDeletedReporters: requests.filter(({edits}) =>
			edits.some(({placeholder}) => placeholder !== undefined),
		).length,
		left: counts(left.map(({why}) => why)),
		changed: changedFields(scene),
		calls: scene.destination.calls().byOperation,
	};
}

function counts(names: readonly string[]): Readonly<Record<string, number>> {
	return Object.fromEntries(
		Map.groupBy(names, (name) => name)
			.entries()
			.map(([name, same]) => [name, same.length]),
	);
}

/** For the record, with the processor time of everything so far, sites included. */
function tell(what: string, figures: Readonly<Record<string, unknown>>): void {
	const {user, system} = process.cpuUsage();
	const cpuSeconds = Math.round((user + system) / 1e6);
	console.log(what, JSON.stringify({...figures, cpuSeconds}));
}
