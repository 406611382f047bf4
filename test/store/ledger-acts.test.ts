import {expect, onTestFinished, test} from 'vitest';
import {type UndoneEvent} from '../../source/migration/undo-events.ts';
import {type UndoStep} from '../../source/migration/undo-step.ts';
import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {contoso, northwind, planOf} from '../contract/ledger-fixtures.ts';
import {copyAsKilled, now, temporaryHome} from './temporary-home.ts';

const deletion: UndoStep = {
	kind: 'delete-customer',
	customers: ['qm:a', 'qm:twin'],
	email: 'ada@northwind.example',
	accountId: 'qm:there',
};

const deleted: UndoneEvent = {
	type: 'customer-deleted',
	customers: deletion.customers,
	email: deletion.email,
	destinationId: deletion.accountId,
};

/** What of the summary of an undo a list of runs tells. */
type Summary = {
	readonly ending: string;
	readonly verdict?: string;
	readonly kept?: readonly string[];
	readonly failed?: number;
};

/** A ledger with one run, and the book of its undo. */
function openScene() {
	const file = ledgerFile(temporaryHome());
	const ledger = openLedger(file, {now});
	onTestFinished(() => {
		ledger.close();
	});
	const pair = ledger.forPair(northwind, contoso);
	const run = {
		id: pair.startRun(planOf()),
		source: northwind,
		destination: contoso,
	};
	const book = ledger.act<UndoStep, UndoneEvent, Summary>(run, 'undo');
	return {file, ledger, pair, run, book};
}

test('an act that has not begun takes no step', () => {
	const {book, ledger} = openScene();

	expect(() => book.stepSent(deletion)).toThrow('has not begun');
	expect([...book.steps()]).toEqual([]);
	expect(ledger.lastRun()?.undo).toBeUndefined();
});

test('steps of an act are numbered from 1, and open until they are answered once', () => {
	const {book} = openScene();
	book.begin();
	book.begin();
	expect(book.stepSent(deletion)).toBe(1);
	expect(book.stepSent(deletion)).toBe(2);

	book.stepAnswered(1, [deleted]);

	expect([...book.steps()]).toEqual([
		{number: 1, step: deletion, events: [deleted]},
		{number: 2, step: deletion},
	]);
	expect(() => {
		book.stepAnswered(1, []);
	}).toThrow('no open step 1');
});

test('R13, R17: the answer to a deletion forgets every link to what is gone, and no other', () => {
	const {book, pair} = openScene();
	pair.remember({
		customers: [
			['qm:a', 'qm:there'],
			['qm:twin', 'qm:elsewhere'],
			['qm:b', 'qm:there-too'],
		],
		organizations: [['1', '1001']],
	});
	book.begin();

	book.stepAnswered(book.stepSent(deletion), [deleted]);
	expect([...pair.memory().customers]).toEqual([
		['qm:b', 'qm:there-too'],
		['qm:twin', 'qm:elsewhere'],
	]);
	book.forget({
		customers: [['qm:b', 'qm:other']],
		organizations: [['1', '1001']],
	});

	expect(pair.memory().customers.has('qm:b')).toBe(true);
	expect(pair.memory().organizations.size).toBe(0);
});

test('a kill leaves a step that was sent, and the undo as begun', () => {
	const {book, file} = openScene();
	book.begin();
	book.stepSent(deletion);

	const left = openLedger(copyAsKilled(file), {now});

	const run = left.lastRun()!;
	expect(run.undo).toBe('begun');
	expect([...left.act(run, 'undo').steps()]).toEqual([
		{number: 1, step: deletion},
	]);
	left.close();
});

test('each act of a run has a book of its own', () => {
	const {book, ledger, run} = openScene();
	book.begin();
	book.stepSent(deletion);

	expect([...ledger.act(run, 'invite').steps()]).toEqual([]);
});

test('a run is undone once its undo was closed as finished', () => {
	const {book, ledger} = openScene();
	book.begin();
	book.finish({ending: 'stopped'});
	expect(ledger.lastRun()?.undo).toBe('begun');

	book.finish({
		ending: 'finished',
		verdict: 'It is undone.',
		kept: ['a mail', 'a customer'],
		failed: 1,
	});

	expect(ledger.lastRun()).toMatchObject({
		undo: 'finished',
		undoVerdict: 'It is undone.',
		undoLeft: 3,
	});
});
