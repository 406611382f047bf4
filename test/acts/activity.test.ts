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

const size = {customers: 120, organizations: 8, requests: 300};

test('activity follows the customer: every link that should be made is made, and no other', async () => {
	await withActivity(
		{customers: 220, organizations: 12, requests: 900},
		async (scene) => {
			scene.destination.resetCalls();
			const summary = await scene.copy(linkAll);
			expect(summary.exitCode, summary.verdict).toBe(0);
			expectLinked(scene, true);
			expectFewCalls(scene, summary);
			const {pairs, read, requests} = scene.activity();
			expect(pairs.renumbered).toBeGreaterThan(100);
			expect(
				requests.filter(({edits}) =>
					edits.some((edit) => edit.placeholder !== undefined),
				).length,
			).toBeGreaterThan(5);
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

			const linked = allValues(scene.destination);
			const again = await scene.copy(linkAll);
			expect(again.exitCode, again.verdict).toBe(0);
			expect(scene.activity().requests).toEqual([]);
			expect(differences(allValues(scene.destination), linked)).toEqual([]);
		},
	);
});

test('undo sets back what stood in requests, and deletes customers who were on them only through the run', async () => {
	await withActivity(
		{...size, requests: 300, habits: {searchIndexLags: true}},
		async (scene) => {
			await scene.copy(linkAll);
			const {plan, summary} = await scene.undo();
			expect(summary.exitCode, summary.verdict).toBe(0);
			expect(summary.takenBack['request-link']).toBeGreaterThan(100);
			expect(summary.takenBack.customer).toBeGreaterThan(50);
			expect(
				[...plan.kept, ...summary.kept].filter(({reason}) =>
					['on-request', 'shared-request', 'changed-since'].includes(
						reason.code,
					),
				),
			).toEqual([]);
			expectRestored(scene);
			expect(scene.destination.outbox()).toEqual([]);
		},
	);
});

test('undo leaves what someone has set since, and the customer who is named there', async () => {
	await withActivity(size, async (scene) => {
		await scene.copy(linkAll);
		const {requests, fields} = scene.activity();
		const reporter = fields.find(({to}) => to.kind === 'reporter')?.to.id;
		const made = new Set(
			scene
				.lastRun()
				.plan.customers.filter(({fate}) => fate === 'create')
				.map(({id}) => id),
		);
		const {to: key} = requests.find(({edits}) =>
			edits.some(({field, add}) => field === reporter && made.has(add[0]!)),
		)!;
		const {reporter: customer} = scene.destination.world.requests.find(key)!;
		scene.destination.someoneElse.editRequest(key, {
			participants: [customer!],
		});
		scene.destination.someoneElse.editRequest(key, {reporter: undefined});
		const {summary} = await scene.undo();
		expect(summary.kept).toContainEqual({
			what: 'request-link',
			subject: key,
			place: 'reporter',
			reason: {code: 'changed-since'},
		});
		expect(summary.kept).toContainEqual(
			expect.objectContaining({
				what: 'customer',
				reason: {code: 'on-request', example: key},
			}),
		);
		expect(scene.destination.world.people.find(customer!)?.isDeleted).toBe(
			false,
		);
	});
});

test('what is only proposed is listed and not linked, and without a placeholder only gaps are filled', async () => {
	await withActivity({...size, requests: 600}, async (scene) => {
		const {activity: choice, duplicates} = linkAll;
		await scene.copy({activity: choice, duplicates});
		expectLinked(scene, false, []);
		const {pairs, proposed, left, fields} = scene.activity();
		expect(proposed).toHaveLength(
			pairs.renumbered + pairs.reworded + pairs.recreated,
		);
		expect(proposed.length).toBeGreaterThan(50);
		expect(
			fields
				.filter(({certainty}) => certainty === 'possible')
				.map(({from, to}) => `${from.name} → ${to.name}`),
		).toEqual(['Approvers → Genehmiger', 'Stakeholders → Beteiligte']);
		const reasons = new Set(left.map(({why}) => why));
		expect(reasons).toContain('other-value');
		expect(reasons).toContain('deleted');
		expect(reasons).toContain('not-there');
	});
});

test('what someone sets between plan and run is not overwritten', async () => {
	await withActivity(size, async (scene) => {
		const {destination} = scene;
		const [foreigner] = destination.world.people.withEmail(
			'jwilson@contoso.example',
		);
		let key = '';
		await scene.copy(linkAll, (plan) => {
			key = plan.activity!.requests[0]!.to;
			destination.someoneElse.editRequest(key, {
				reporter: foreigner!.accountId,
			});
		});
		expect(destination.world.requests.find(key)?.reporter).toBe(
			foreigner!.accountId,
		);
		expect(destination.outbox()).toEqual([]);
	});
});

test('requests are left alone unless activity is to be linked', async () => {
	await withActivity(size, async (scene) => {
		scene.destination.resetCalls();
		const summary = await scene.copy({duplicates: 'merge'});
		expect(summary.activity).toBeUndefined();
		expect(scene.lastRun().plan.activity).toBeUndefined();
		expect(
			differences(allValues(scene.destination), scene.valuesBefore),
		).toEqual([]);
		const calls = scene.destination.calls().byOperation;
		expect(calls['POST /rest/api/3/search/jql'] ?? 0).toBe(0);
		expect(calls['PUT /rest/api/3/issue/{issueIdOrKey}'] ?? 0).toBe(0);
	});
});

test('R15: stopped in the middle, with answers lost, and resumed, the links are the same', async () => {
	await withActivity({...size, requests: 300}, async (scene) => {
		const {destination} = scene;
		const operation = 'PUT /rest/api/3/issue/{issueIdOrKey}';
		const stop = new AbortController();
		let edits = 0;
		destination.onExchange((exchange) => {
			edits += Number(exchange.operation === operation);

			if (edits === 100) {
				stop.abort();
			}
		});
		destination.scriptFault({fault: 'drop-after', operation, call: 20});
		destination.scriptFault({fault: 'drop-before', operation, call: 40});
		const stopped = await scene.copy(linkAll, undefined, stop.signal);
		expect(stopped.exitCode).toBe(130);
		expect(stopped.activity?.waiting).toBeGreaterThan(0);
		const resumed = await scene.resume();
		expect(resumed.exitCode, resumed.verdict).toBe(0);
		expect(resumed.activity).toMatchObject({failed: 0, waiting: 0});
		expectLinked(scene, true);
		// A repeated edit for each answer that was lost.
		expect(edits).toBeLessThanOrEqual(scene.activity().requests.length + 2);
	});
});
