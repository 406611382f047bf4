import {expect, onTestFinished, test, vi} from 'vitest';
import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {contoso, northwind} from '../contract/ledger-fixtures.ts';
import {startChild} from './child.ts';
import {now, temporaryHome} from './temporary-home.ts';

// Processes take their time to start where many do at once.
vi.setConfig({testTimeout: 60_000});

function open(file: string) {
	const ledger = openLedger(file, {now});
	onTestFinished(() => {
		ledger.close();
	});
	return ledger;
}

// Each answer is on the disk before it is told, which takes long while something else writes much to it.
for (const seen of [0, 1, 10, 100]) {
	test(`a kill -9 after ${seen} answers or a few more loses none of them`, async () => {
		const file = ledgerFile(temporaryHome());
		const child = startChild('write-steps.ts', file);
		const run = (await child.line()) ?? '';

		for (let count = 0; count < seen; count++) {
			await child.line();
		}

		await child.kill();
		const rest = await child.rest();
		const told = Math.max(seen, ...rest.map(Number));

		const ledger = open(file);
		const steps = [...ledger.steps(run)];
		const answered = steps.filter(({events}) => events !== undefined);
		const {customers} = ledger.forPair(northwind, contoso).memory();
		// The last one may have been answered and not told, and one more sent.
		expect([told, told + 1]).toContain(answered.length);
		expect([answered.length, answered.length + 1]).toContain(steps.length);
		expect(customers.size).toBe(answered.length);
		expect(ledger.lastRun()?.openSteps).toBe(steps.length - answered.length);
	});
}

test('a run killed while its plan is written is there in whole or not at all', async () => {
	const file = ledgerFile(temporaryHome());
	const child = startChild('start-run.ts', file, '30000');
	await child.line();
	await child.kill();
	const told = await child.rest();

	const ledger = open(file);
	const runs = ledger.runs().map(({id}) => ledger.run(id));

	expect(runs.length).toBeGreaterThanOrEqual(told.length);
	expect(runs.map((run) => run?.plan.customers.length)).toEqual(
		runs.map(() => 30_000),
	);
});

test('several processes make, open and write one ledger at the same time', async () => {
	const file = ledgerFile(temporaryHome());
	const names = ['one', 'two', 'three', 'four'];
	const children = names.map((name) =>
		startChild('copy-once.ts', file, name, '200'),
	);

	const told = await Promise.all(children.map(async (child) => child.rest()));

	const runs = open(file).runs();
	expect(new Set(told.flat())).toEqual(new Set(runs.map(({id}) => id)));
	expect(runs.map(({source}) => source.id).toSorted()).toEqual(
		names.toSorted(),
	);
	expect(runs.map(({steps, openSteps}) => [steps, openSteps])).toEqual(
		names.map(() => [200, 0]),
	);
});

test('runs can be listed while another process writes', async () => {
	const file = ledgerFile(temporaryHome());
	const child = startChild('write-steps.ts', file);
	const run = await child.line();
	await child.line();
	const ledger = open(file);

	const [first] = ledger.runs();
	await child.line();
	const [second] = ledger.runs();

	expect([first?.id, second?.id]).toEqual([run, run]);
	expect(second?.steps).toBeGreaterThan(0);
	expect(second?.steps).toBeGreaterThanOrEqual(first?.steps ?? 0);
});
