import {ledgerFile} from '../../source/store/home.ts';
import {openLedger} from '../../source/store/ledger.ts';
import {now} from '../store/temporary-home.ts';

/** The run that wrote; a copy that was repeated after its end has a run of its own, without steps. */
export function firstRun(home: string): string {
	const ledger = openLedger(ledgerFile(home), {now});

	try {
		return ledger.runs().at(-1)!.id;
	} finally {
		ledger.close();
	}
}
