/*
Takes the lock of the pair and holds it until its input ends: hold-lock.ts HOME
Prints `held`, or the code of the error; at the end `released`.
*/
import os from 'node:os';
import process from 'node:process';
import {takeLock} from '../../../source/store/lock.ts';
import {StoreError} from '../../../source/store/store-error.ts';
import {contoso, northwind} from '../../contract/ledger-fixtures.ts';

const [home = ''] = process.argv.slice(2);

try {
	const lock = takeLock(
		home,
		{source: northwind, destination: contoso},
		{
			now: () => new Date(),
			pid: process.pid,
			host: os.hostname(),
			terminal: '/dev/pts/7',
		},
	);
	console.log('held');
	process.stdin.resume();
	process.stdin.once('end', () => {
		lock.release();
		console.log('released');
	});
} catch (error) {
	if (!(error instanceof StoreError)) {
		throw error;
	}

	console.log(error.code);
}
