import {expect, test} from 'vitest';
import {type Decisions} from '../../source/migration/choices.ts';
import {type RecordedEvent} from '../../source/migration/events.ts';
import {emptyMemory} from '../../source/migration/memory.ts';
import {type Ledger} from '../../source/migration/ports.ts';
import {
	createCustomer,
	createOrganization,
	customerCreated,
	customerRevoked,
	organizationCreated,
	planOf,
	summaryOf,
} from './ledger-fixtures.ts';

export type LedgerImplementation = {
	readonly name: string;
	/** Opens one that nothing is in yet. */
	readonly open: () => Ledger;
};

/** What every ledger must do, whatever it keeps things in. */
export function testLedger({name, open}: LedgerImplementation): void {
	const check = (title: string, body: (ledger: Ledger) => void) => {
		test(`${name}: ${title}`, () => {
			body(open());
		});
	};

	check('a new pair has nothing to remember', (ledger) => {
		expect(ledger.memory()).toEqual(emptyMemory);
	});

	check('remembers links of customers and organizations', (ledger) => {
		ledger.remember({
			customers: [['qm:a', 'qm:b']],
			organizations: [['1', '1001']],
		});

		expect(ledger.memory().customers).toEqual(new Map([['qm:a', 'qm:b']]));
		expect(ledger.memory().organizations).toEqual(new Map([['1', '1001']]));
	});

	check('an id is remembered with what it became last', (ledger) => {
		ledger.remember({organizations: [['1', '1001']]});
		ledger.remember({organizations: [['1', '2001']]});

		expect(ledger.memory().organizations).toEqual(new Map([['1', '2001']]));
	});

	check('remembers nothing of links that fail half-way', (ledger) => {
		function* links() {
			yield ['qm:a', 'qm:b'] as const;
			throw new Error('no more');
		}

		expect(() => {
			ledger.remember({customers: links()});
		}).toThrow('no more');
		expect(ledger.memory()).toEqual(emptyMemory);
	});

	check('a memory once read does not change', (ledger) => {
		const before = ledger.memory();

		ledger.remember({customers: [['qm:a', 'qm:b']]});

		expect(before).toEqual(emptyMemory);
	});

	check('a decision replaces the earlier one on its organization', (ledger) => {
		ledger.decide({1: {type: 'skip'}, 2: {type: 'merge'}});
		ledger.decide({1: {type: 'rename', name: 'Acme (Northwind)'}});

		const decisions: Decisions = {
			1: {type: 'rename', name: 'Acme (Northwind)'},
			2: {type: 'merge'},
		};
		expect(ledger.memory().decisions).toEqual(decisions);
	});

	check('every run has an id of its own', (ledger) => {
		const ids = Array.from({length: 30}, () => ledger.startRun(planOf()));

		expect(new Set(ids).size).toBe(30);
	});

	check("a run's steps are numbered from 1", (ledger) => {
		const [one, other] = [ledger.startRun(planOf()), ledger.startRun(planOf())];

		expect(ledger.stepSent(one, createCustomer(1))).toBe(1);
		expect(ledger.stepSent(one, createCustomer(2))).toBe(2);
		expect(ledger.stepSent(other, createCustomer(1))).toBe(1);
	});

	check('steps come oldest first, the open ones without events', (ledger) => {
		const run = ledger.startRun(planOf());
		const number = ledger.stepSent(run, createOrganization(1));
		ledger.stepSent(run, createCustomer(1));
		ledger.stepAnswered(run, number, [organizationCreated(1)]);

		expect([...ledger.steps(run)]).toEqual([
			{
				number: 1,
				step: createOrganization(1),
				events: [organizationCreated(1)],
			},
			{number: 2, step: createCustomer(1)},
		]);
	});

	check('a step closed without a word is not open', (ledger) => {
		const run = ledger.startRun(planOf());
		ledger.stepAnswered(run, ledger.stepSent(run, createCustomer(1)), []);

		expect([...ledger.steps(run)].map(({events}) => events)).toEqual([[]]);
	});

	check('the answer to a step tells what ids became', (ledger) => {
		const run = ledger.startRun(planOf());
		ledger.stepAnswered(run, ledger.stepSent(run, createOrganization(1)), [
			{...organizationCreated(1), type: 'organization-renamed'},
		]);
		ledger.stepAnswered(run, ledger.stepSent(run, createCustomer(1)), [
			customerCreated(1),
		]);
		ledger.stepAnswered(run, ledger.stepSent(run, createCustomer(2)), [
			{...customerCreated(2), type: 'customer-linked'},
		]);

		expect(ledger.memory()).toEqual({
			...emptyMemory,
			organizations: new Map([['1', '1001']]),
			customers: new Map([
				['qm:northwind:1', 'qm:contoso:1'],
				['qm:northwind:2', 'qm:contoso:2'],
			]),
		});
	});

	check('remembers whom runs made members', (ledger) => {
		const add = (run: string, organization: string, ...ids: string[]) => {
			const number = ledger.stepSent(run, createCustomer(1));
			ledger.stepAnswered(run, number, [
				{type: 'members-added', organization, name: 'Acme', customers: ids},
			]);
		};

		const first = ledger.startRun(planOf());
		add(first, '1', 'qm:a', 'qm:b');
		add(first, '2', 'qm:a');
		add(ledger.startRun(planOf()), '1', 'qm:b', 'qm:c');

		expect(ledger.memory().memberships).toEqual(
			new Map([
				['1', new Set(['qm:a', 'qm:b', 'qm:c'])],
				['2', new Set(['qm:a'])],
			]),
		);
	});

	check('an account to be revoked is remembered until it is', (ledger) => {
		const run = ledger.startRun(planOf());
		const answer = (...events: readonly RecordedEvent[]) => {
			const number = ledger.stepSent(run, createCustomer(1));
			ledger.stepAnswered(run, number, events);
			return [...ledger.memory().toRevoke];
		};

		const first = {...customerCreated(1), isRevokedNext: true} as const;
		const second = {...customerCreated(2), isRevokedNext: true} as const;
		const failed = {
			type: 'customer-failed',
			customer: first.customer,
			email: first.email,
			failure: {code: 'forbidden'},
		} as const;

		expect(answer(first)).toEqual([first.customer]);
		expect(answer(failed, second)).toHaveLength(2);
		expect(answer(customerRevoked(1))).toEqual([second.customer]);
		expect(answer(customerRevoked(2))).toEqual([]);
	});

	check('what is to be revoked is the account, not the customer', (ledger) => {
		const run = ledger.startRun(planOf());
		const created = {...customerCreated(1), isRevokedNext: true} as const;
		const number = ledger.stepSent(run, createCustomer(1));
		ledger.stepAnswered(run, number, [created]);
		const {customer, destinationId} = created;

		ledger.remember({customers: [[customer, destinationId]]});
		expect(ledger.memory().toRevoke).toEqual(new Set([customer]));

		ledger.remember({customers: [[customer, 'another-account']]});
		expect(ledger.memory().toRevoke).toEqual(new Set());
	});

	check('steps may be answered while they are read', (ledger) => {
		const run = ledger.startRun(planOf());
		Array.from({length: 2500}, (_, index) =>
			ledger.stepSent(run, createCustomer(index)),
		);

		for (const {number} of ledger.steps(run)) {
			ledger.stepAnswered(run, number, []);
		}

		expect(
			[...ledger.steps(run)].filter(({events}) => events === undefined),
		).toEqual([]);
	});

	check('what was given can be changed without harm', (ledger) => {
		const run = ledger.startRun(planOf());
		const members = [{customer: 'qm:a', accountId: 'qm:b', label: 'A'}];
		const step = {
			kind: 'add-members',
			organization: '1',
			name: 'Acme',
			destinationId: '1001',
			members,
		} as const;
		ledger.stepSent(run, step);
		members.pop();

		expect([...ledger.steps(run)][0]?.step).not.toEqual(step);
	});

	check('a run can be closed, resumed and closed again', (ledger) => {
		const run = ledger.startRun(planOf());
		ledger.finishRun(run, summaryOf(run, {ending: 'stopped', exitCode: 130}));

		expect(ledger.stepSent(run, createCustomer(1))).toBe(1);
		expect(() => {
			ledger.finishRun(run, summaryOf(run));
		}).not.toThrow();
	});

	check('a step that is not open takes no answer', (ledger) => {
		const run = ledger.startRun(planOf());
		ledger.stepAnswered(run, ledger.stepSent(run, createCustomer(1)), []);

		for (const number of [1, 2]) {
			expect(() => {
				ledger.stepAnswered(run, number, [customerCreated(1)]);
			}).toThrow(`no open step ${number}`);
		}

		expect(ledger.memory()).toEqual(emptyMemory);
	});

	check('a run that was never started takes nothing', (ledger) => {
		const run = '2026-11-22-q1';

		expect(() => ledger.stepSent(run, createCustomer(1))).toThrow(run);
		expect(() => {
			ledger.stepAnswered(run, 1, []);
		}).toThrow(run);
		expect(() => {
			ledger.finishRun(run, summaryOf(run));
		}).toThrow(run);
		expect([...ledger.steps(run)]).toEqual([]);
	});
}
