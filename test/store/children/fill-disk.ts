/*
Fills a small disk with steps, makes room and goes on: fill-disk.ts HOME
Prints a JSON object a line.
*/
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {ledgerFile} from '../../../source/store/home.ts';
import {openLedger} from '../../../source/store/ledger.ts';
import {StoreError} from '../../../source/store/store-error.ts';
import {
	contoso,
	createCustomer,
	customerCreated,
	northwind,
	planOf,
} from '../../contract/ledger-fixtures.ts';

const [home = ''] = process.argv.slice(2);
const ballast = path.join(home, 'ballast');
fs.writeFileSync(ballast, new Uint8Array(1024 * 1024));
const file = openLedger(ledgerFile(home), {now: () => new Date()});
const ledger = file.forPair(northwind, contoso);
const run = ledger.startRun(planOf());
let answered = 0;

function copyOne(): void {
	const number = ledger.stepSent(run, createCustomer(answered));
	ledger.stepAnswered(run, number, [customerCreated(answered)]);
	answered++;
}

try {
	for (;;) {
		copyOne();
	}
} catch (error) {
	if (!(error instanceof StoreError)) {
		throw error;
	}

	tell({code: error.code});
}

fs.rmSync(ballast);
copyOne();
file.close();
const again = openLedger(ledgerFile(home), {now: () => new Date()});
tell({
	answered,
	kept: again.forPair(northwind, contoso).memory().customers.size,
	setAside: again.setAside,
});

function tell(value: Record<string, unknown>): void {
	console.log(JSON.stringify(value));
}
