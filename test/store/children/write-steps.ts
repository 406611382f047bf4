/*
Starts a run, then writes steps until it is killed: write-steps.ts FILE
Prints the run, then the number of each step once its answer has been recorded; to a pipe Node prints at once.
*/
import process from 'node:process';
import {openLedger} from '../../../source/store/ledger.ts';
import {
	contoso,
	createCustomer,
	customerCreated,
	northwind,
	planOf,
} from '../../contract/ledger-fixtures.ts';

const [file = ''] = process.argv.slice(2);
const ledger = openLedger(file, {now: () => new Date()}).forPair(
	northwind,
	contoso,
);
const run = ledger.startRun(planOf());
console.log(run);

for (let customer = 1; ; customer++) {
	const number = ledger.stepSent(run, createCustomer(customer));
	ledger.stepAnswered(run, number, [customerCreated(customer)]);
	console.log(number);
}
