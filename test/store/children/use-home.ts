/*
Tries everything that writes to a home: use-home.ts HOME
Prints the code of each error, or `done`.
*/
import process from 'node:process';
import {ledgerFile, openHome} from '../../../source/store/home.ts';
import {openLedger} from '../../../source/store/ledger.ts';
import {takeLock} from '../../../source/store/lock.ts';
import {openSettings} from '../../../source/store/settings.ts';
import {withPreference} from '../../../source/store/settings-changes.ts';
import {StoreError} from '../../../source/store/store-error.ts';
import {contoso, northwind} from '../../contract/ledger-fixtures.ts';

const [home = ''] = process.argv.slice(2);
const now = () => new Date();

function attempt(what: string, work: () => unknown): void {
	try {
		work();
		console.log(`${what}: done`);
	} catch (error) {
		if (!(error instanceof StoreError)) {
			throw error;
		}

		console.log(`${what}: ${error.code}`);
	}
}

attempt('home', () => {
	openHome(home);
});
attempt('settings', () => {
	openSettings(home, {now}).settings.update((value) =>
		withPreference(value, 'theme', 'dark'),
	);
});
attempt('ledger', () => {
	openLedger(ledgerFile(home), {now}).forPair(northwind, contoso);
});
attempt('lock', () => {
	takeLock(
		home,
		{source: northwind, destination: contoso},
		{now, pid: process.pid, host: 'here'},
	);
});
