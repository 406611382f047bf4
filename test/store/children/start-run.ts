/*
Keeps the plan of a run with so many customers: start-run.ts FILE CUSTOMERS
Prints a line just before, and one after.
*/
import process from 'node:process';
import {openLedger} from '../../../source/store/ledger.ts';
import {
	contoso,
	northwind,
	planOf,
	plannedCustomer,
} from '../../contract/ledger-fixtures.ts';

const [file = '', count = '0'] = process.argv.slice(2);
const customers = Array.from({length: Number(count)}, (_, index) =>
	plannedCustomer(index),
);
const ledger = openLedger(file, {now: () => new Date()}).forPair(
	northwind,
	contoso,
);
console.log('starting');
console.log(ledger.startRun(planOf({customers})));
