/*
A worker that takes and releases the lock of the pair again and again, and counts how often it was not alone.
*/
import {parentPort, workerData} from 'node:worker_threads';
import {takeLock} from '../../../source/store/lock.ts';
import {StoreError} from '../../../source/store/store-error.ts';
import {contoso, northwind} from '../../contract/ledger-fixtures.ts';

export type Contest = {
	readonly home: string;
	readonly pid: number;
	readonly times: number;
	/** How many hold the lock, and how often it was held. */
	readonly counts: Int32Array;
};

const {home, pid, times, counts} = workerData as Contest;
const pair = {source: northwind, destination: contoso};
const taker = {now: () => new Date(), pid, host: 'here'};
let company = 0;

for (let time = 0; time < times; time++) {
	try {
		const lock = takeLock(home, pair, taker);
		company += Atomics.add(counts, 0, 1);
		Atomics.add(counts, 1, 1);
		Atomics.sub(counts, 0, 1);
		lock.release();
	} catch (error) {
		if (!(error instanceof StoreError && error.code === 'locked')) {
			throw error;
		}
	}
}

parentPort?.postMessage(company);
