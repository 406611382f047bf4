import fc from 'fast-check';
import {expect, test, vi} from 'vitest';
import {type Decision} from '../../source/migration/choices.ts';
import {type RecordedEvent} from '../../source/migration/events.ts';
import {type Ledger, type StepRecord} from '../../source/migration/ports.ts';
import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {
	contoso,
	createCustomer,
	createOrganization,
	customerCreated,
	customerRevoked,
	northwind,
	organizationCreated,
	planOf,
	revokeAccess,
	summaryOf,
} from '../contract/ledger-fixtures.ts';
import {MemoryLedger} from '../helpers/memory-ledger.ts';
import {copyAsKilled, now, temporaryHome} from './temporary-home.ts';

// Every history is a ledger of its own, flushed to a disk that others use too.
vi.setConfig({testTimeout: 60_000});

/** Something a run does to its ledger; it may come at any time. */
type Act = (ledger: Ledger, run: string) => unknown;

const id = fc.nat({max: 20});

const decision: fc.Arbitrary<Decision> = fc.oneof(
	fc.constant({type: 'merge'} as const),
	fc.constant({type: 'skip'} as const),
	fc.record({type: fc.constant('rename' as const), name: fc.string()}),
);

const act: fc.Arbitrary<Act> = fc.oneof(
	id.map((number): Act => (ledger) => {
		ledger.remember({customers: [[`qm:${number}`, `qm:there:${number}`]]});
	}),
	fc.tuple(id, decision).map(([number, made]): Act => (ledger) => {
		ledger.decide({[number]: made});
	}),
	id.map(
		(number): Act =>
			(ledger, run) =>
				ledger.stepSent(run, createCustomer(number)),
	),
	id.map(
		(number): Act =>
			(ledger, run) =>
				ledger.stepSent(run, createOrganization(number)),
	),
	id.map(
		(number): Act =>
			(ledger, run) =>
				ledger.stepSent(run, revokeAccess(number)),
	),
	fc
		.constantFrom('made', 'to-revoke', 'nothing')
		.map((outcome): Act => (ledger, run) => {
			answerOldest(ledger, run, outcome);
		}),
	fc.constant<Act>((ledger, run) => {
		ledger.finishRun(run, summaryOf(run));
	}),
);

/** Answers the oldest open step, where there is one. */
function answerOldest(ledger: Ledger, run: string, outcome: string): void {
	const oldest = [...ledger.steps(run)].find(
		({events}) => events === undefined,
	);

	if (oldest === undefined) {
		return;
	}

	const events = outcome === 'nothing' ? [] : [eventOf(oldest, outcome)];
	ledger.stepAnswered(run, oldest.number, events);
}

function eventOf({number, step}: StepRecord, outcome: string): RecordedEvent {
	switch (step.kind) {
		case 'create-customer': {
			return {
				...customerCreated(number),
				...(outcome === 'to-revoke' && {isRevokedNext: true}),
			};
		}

		case 'create-organization': {
			return organizationCreated(number);
		}

		default: {
			return customerRevoked(number - 1);
		}
	}
}

/** All that a resume or a later run could ask for. */
function contentsOf(ledger: Ledger, run: string) {
	return {memory: ledger.memory(), steps: [...ledger.steps(run)]};
}

test('killed after any acts and opened again, the ledger holds what was done until then', () => {
	fc.assert(
		fc.property(fc.array(act, {maxLength: 30}), (acts) => {
			const model = new MemoryLedger();
			const file = ledgerFile(temporaryHome());
			const before = openLedger(file, {now});
			const ledger = before.forPair(northwind, contoso);
			const run = ledger.startRun(planOf());
			model.startRun(planOf());

			for (const one of acts) {
				one(ledger, run);
				one(model, run);
			}

			const killed = openLedger(copyAsKilled(file), {now});
			const contents = contentsOf(killed.forPair(northwind, contoso), run);
			before.close();
			killed.close();

			expect(contents).toEqual(contentsOf(model, run));
		}),
		{numRuns: 30},
	);
});
