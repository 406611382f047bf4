/*
Measures the ledger on this machine: node test/store/measure-ledger.ts 100000
It starts itself again to read, so that reading is measured as a resume does it: in a new process.
*/
import {spawnSync} from 'node:child_process';
import {randomUUID} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {type Plan, type PlannedCustomer} from '../../source/migration/plan.ts';
import {type Ledger} from '../../source/migration/ports.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {
	contoso,
	createCustomer,
	createOrganization,
	customerCreated,
	northwind,
	organizationCreated,
	planOf,
} from '../contract/ledger-fixtures.ts';

const [count = '100000', written] = process.argv.slice(2);
const now = () => new Date();

if (written === undefined) {
	measureWriting(Number(count));
} else {
	measureReading(written);
}

function measureWriting(customers: number): void {
	const home = fs.mkdtempSync(path.join(os.tmpdir(), 'jsm-ferry-measure-'));
	const file = path.join(home, 'ledger.sqlite');
	const plan = manyCustomers(customers);
	const ledgerFile = openLedger(file, {now});
	const ledger = ledgerFile.forPair(northwind, contoso);
	const run = measure('plan written', () => ledger.startRun(plan));
	tellSize('plan, compressed', `${file}-wal`);
	const links = plan.customers.map(({id}) => [id, newAccountId()] as const);
	measure('links remembered', () => {
		ledger.remember({customers: links});
	});
	measure('the same links again', () => {
		ledger.remember({customers: links});
	});
	measureRate('steps to create customers', customers, () => {
		copyCustomers(ledger, run, plan);
	});
	measureRate('steps to create organizations', 1000, () => {
		createOrganizations(ledger, run, 1000);
	});
	ledgerFile.close();
	tellSize('ledger', file);
	spawnSync(process.execPath, [import.meta.filename, count, file], {
		stdio: 'inherit',
	});
	fs.rmSync(home, {recursive: true});
}

function measureReading(file: string): void {
	const ledgerFile = measure('opened and checked', () =>
		openLedger(file, {now}),
	);
	const [overview] = measure('runs listed', () => ledgerFile.runs());
	const run = overview?.id ?? '';
	measure('memory read', () => ledgerFile.forPair(northwind, contoso).memory());
	measure('plan read', () => ledgerFile.run(run));
	measure('steps read', () => {
		for (const {number} of ledgerFile.steps(run)) {
			if (number < 1) {
				throw new Error('Steps are numbered from 1');
			}
		}
	});
	const peak = process.resourceUsage().maxRSS * 1024;
	console.log(`most memory while reading: ${megabytes(peak)}`);
}

/** Ids and emails as long and as random as Jira's, since they decide how well a plan compresses. */
function manyCustomers(customers: number): Plan {
	return planOf({
		customers: Array.from({length: customers}, (_, index): PlannedCustomer => ({
			id: newAccountId(),
			type: 'portal-only',
			status: 'active',
			name: `Person Number ${index}`,
			email: `person.${index}@customer-${index % 500}.example`,
			reasons: [{type: 'reporter', example: `IT-${index}`}],
			fate: 'create',
		})),
	});
}

function newAccountId(): string {
	return `qm:${randomUUID()}:${randomUUID()}`;
}

function copyCustomers(ledger: Ledger, run: string, plan: Plan): void {
	for (const [index, {id}] of plan.customers.entries()) {
		const number = ledger.stepSent(run, {
			...createCustomer(index),
			customer: id,
		});
		ledger.stepAnswered(run, number, [
			{
				...customerCreated(index),
				customer: id,
				destinationId: newAccountId(),
				requestId: randomUUID(),
			},
		]);
	}
}

function createOrganizations(ledger: Ledger, run: string, many: number): void {
	for (let index = 0; index < many; index++) {
		const number = ledger.stepSent(run, createOrganization(index));
		ledger.stepAnswered(run, number, [organizationCreated(index)]);
	}
}

function measure<Result>(what: string, work: () => Result): Result {
	const before = performance.now();
	const result = work();
	console.log(`${what}: ${((performance.now() - before) / 1000).toFixed(2)} s`);
	return result;
}

function measureRate(what: string, times: number, work: () => void): void {
	const before = performance.now();
	work();
	const seconds = (performance.now() - before) / 1000;
	const rate = Math.round(times / seconds);
	console.log(`${what}, sent and answered: ${rate} a second`);
}

function tellSize(what: string, file: string): void {
	console.log(`${what}: ${megabytes(fs.statSync(file).size)}`);
}

function megabytes(bytes: number): string {
	return `${(bytes / 1e6).toFixed(0)} MB`;
}
