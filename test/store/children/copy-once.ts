/*
Writes a run with so many steps for a pair of its own, and ends: copy-once.ts FILE NAME STEPS
*/
import process from 'node:process';
import {openLedger} from '../../../source/store/ledger.ts';
import {
	contoso,
	createCustomer,
	customerCreated,
	northwind,
	planOf,
	summaryOf,
} from '../../contract/ledger-fixtures.ts';

const [file = '', name = '', steps = '0'] = process.argv.slice(2);
const ledgerFile = openLedger(file, {now: () => new Date()});
const ledger = ledgerFile.forPair({...northwind, id: name}, contoso);
const run = ledger.startRun(planOf());

for (let count = 0; count < Number(steps); count++) {
	const number = ledger.stepSent(run, createCustomer(count));
	ledger.stepAnswered(run, number, [customerCreated(count)]);
}

ledger.finishRun(run, summaryOf(run));
ledgerFile.close();
console.log(run);
