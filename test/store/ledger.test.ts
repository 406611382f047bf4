import fs from 'node:fs';
import path from 'node:path';
import {expect, onTestFinished, test} from 'vitest';
import {emptyMemory} from '../../source/migration/memory.ts';
import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {
	contoso,
	createCustomer,
	customerCreated,
	northwind,
	planOf,
	plannedCustomer,
	summaryOf,
} from '../contract/ledger-fixtures.ts';
import {modeOf, now, temporaryHome} from './temporary-home.ts';

/** A ledger that is closed when the test ends. */
function openIn(home: string, clock = now) {
	const ledger = openLedger(ledgerFile(home), {now: clock});
	onTestFinished(() => {
		ledger.close();
	});
	return ledger;
}

/** A clock that goes on a minute with every look at it. */
function runningClock() {
	let minutes = 0;
	return () => new Date(Date.UTC(2026, 10, 22, 10, minutes++));
}

test('the ledger is for the user alone, and so is its log', () => {
	const home = temporaryHome();
	openIn(home).forPair(northwind, contoso);

	const files = fs.readdirSync(home);

	expect(files).toContain('ledger.sqlite-wal');
	expect(new Set(files.map((name) => modeOf(path.join(home, name))))).toEqual(
		new Set(['600']),
	);
});

test('a closed ledger is one file, and holds everything when opened again', () => {
	const home = temporaryHome();
	const before = openLedger(ledgerFile(home), {now});
	const ledger = before.forPair(northwind, contoso);
	ledger.remember({customers: [['qm:a', 'qm:b']]});
	ledger.decide({1: {type: 'map', destinationId: '7'}});
	before.close();
	expect(fs.readdirSync(home)).toEqual(['ledger.sqlite']);

	const after = openIn(home);

	expect(after.setAside).toBeUndefined();
	expect(after.forPair(northwind, contoso).memory()).toEqual({
		...emptyMemory,
		customers: new Map([['qm:a', 'qm:b']]),
		decisions: {1: {type: 'map', destinationId: '7'}},
	});
});

test('pairs do not share what they remember, not even back and forth', () => {
	const file = openIn(temporaryHome());
	const there = file.forPair(northwind, contoso);
	const back = file.forPair(contoso, northwind);

	there.remember({customers: [['qm:a', 'qm:b']]});
	there.decide({1: {type: 'skip'}});

	expect(back.memory()).toEqual(emptyMemory);
	expect(() => {
		back.finishRun(there.startRun(planOf()), summaryOf('2026-11-22-a1'));
	}).toThrow('no run 2026-11-22-a1');
});

test('a pair is known by its ids; names and addresses are those last seen', () => {
	const file = openIn(temporaryHome());
	file.forPair(northwind, contoso).remember({customers: [['qm:a', 'qm:b']]});
	const renamed = {...northwind, name: 'Northwind Ltd', url: 'https://nw.test'};

	const ledger = file.forPair(renamed, contoso);
	ledger.startRun(planOf());

	expect(ledger.memory().customers.size).toBe(1);
	expect(file.lastRun()?.source).toEqual(renamed);
});

test('a run that was just started has no end yet', () => {
	const file = openIn(temporaryHome());
	const ledger = file.forPair(northwind, contoso);
	const id = ledger.startRun(planOf());
	ledger.stepAnswered(id, ledger.stepSent(id, createCustomer(1)), []);
	ledger.stepSent(id, createCustomer(2));

	expect(file.runs()).toEqual([
		{
			id: '2026-11-22-a1',
			source: northwind,
			destination: contoso,
			startedAt: '2026-11-22T10:15:30.123Z',
			steps: 2,
			openSteps: 1,
		},
	]);
	expect(file.lastRun()).toEqual(file.runs()[0]);
});

test('a finished run tells when and how it ended', () => {
	const file = openIn(temporaryHome(), runningClock());
	const ledger = file.forPair(northwind, contoso);
	const id = ledger.startRun(planOf());
	const summary = summaryOf(id, {ending: 'stopped', exitCode: 130});
	ledger.finishRun(id, summary);

	const {startedAt, finishedAt, ending, verdict, exitCode} =
		file.lastRun() ?? {};

	expect({ending, verdict, exitCode}).toEqual({
		ending: 'stopped',
		verdict: summary.verdict,
		exitCode: 130,
	});
	expect([startedAt, finishedAt]).toEqual([
		'2026-11-22T10:01:00.000Z',
		'2026-11-22T10:02:00.000Z',
	]);
	expect(file.run(id)?.summary).toEqual(summary);
});

test('a run closed again tells its later end', () => {
	const file = openIn(temporaryHome());
	const ledger = file.forPair(northwind, contoso);
	const id = ledger.startRun(planOf());
	ledger.finishRun(id, summaryOf(id, {ending: 'broken-off', exitCode: 6}));

	ledger.finishRun(id, summaryOf(id));

	expect(file.run(id)).toMatchObject({ending: 'finished', exitCode: 0});
});

test('runs come newest first, those of one pair or all', () => {
	const file = openIn(temporaryHome(), runningClock());
	const there = file.forPair(northwind, contoso);
	const back = file.forPair(contoso, northwind);
	const ids = [there, back, there].map((ledger) => ledger.startRun(planOf()));

	const idsOf = (runs: ReturnType<typeof file.runs>) => runs.map(({id}) => id);

	expect(idsOf(file.runs())).toEqual(ids.toReversed());
	expect(idsOf(file.runsOfPair(northwind, contoso))).toEqual([ids[2], ids[0]]);
	expect(idsOf(file.runsOfPair(northwind, northwind))).toEqual([]);
	expect(file.lastRun()?.id).toBe(ids[2]);
});

test('a ledger without runs has no last one', () => {
	const file = openIn(temporaryHome());

	expect(file.runs()).toEqual([]);
	expect(file.lastRun()).toBeUndefined();
	expect(file.run('2026-11-22-a1')).toBeUndefined();
});

test('a plan comes back as it was, however large', () => {
	const home = temporaryHome();
	const customers = Array.from({length: 20_000}, (_, index) =>
		plannedCustomer(index),
	);
	const add = customers.map(({id}) => id);
	const it = {id: '1', key: 'IT', name: 'IT'};
	const plan = planOf({
		customers,
		access: [{from: it, to: it, add, present: [], notPossible: []}],
	});
	const id = openIn(home).forPair(northwind, contoso).startRun(plan);

	expect(openIn(home).run(id)?.plan).toEqual(plan);
});

test('the steps of any run can be read without its pair', () => {
	const file = openIn(temporaryHome());
	const ledger = file.forPair(northwind, contoso);
	const id = ledger.startRun(planOf());
	const number = ledger.stepSent(id, createCustomer(1));
	ledger.stepAnswered(id, number, [customerCreated(1)]);

	expect([...file.steps(id)]).toEqual([
		{number: 1, step: createCustomer(1), events: [customerCreated(1)]},
	]);
});

test('what became of many steps is told in their order, and of those without an answer the step itself', () => {
	const ledger = openIn(temporaryHome());
	const pair = ledger.forPair(northwind, contoso);
	const run = pair.startRun(planOf());
	const isOpen = (number: number) => number % 7 === 0;
	const numbers = Array.from({length: 450}, (_, index) => index + 1);

	for (const number of numbers) {
		pair.stepSent(run, createCustomer(number));

		if (!isOpen(number)) {
			pair.stepAnswered(run, number, [customerCreated(number)]);
		}
	}

	expect([...ledger.outcomes(run)]).toEqual(
		numbers.map((number) =>
			isOpen(number)
				? {step: createCustomer(number)}
				: {events: [customerCreated(number)]},
		),
	);
	expect([...ledger.outcomes('no such run')]).toEqual([]);
	expect(ledger.lastRun()?.openSteps).toBe(64);
});
