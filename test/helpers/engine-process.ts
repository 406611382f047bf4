import {type Ledger} from '../../source/migration/ports.ts';
import {type MemorySite} from './memory-site.ts';

/**
A process that is killed at one moment: just before or after a write has its effect, or a step reaches the ledger. From then on nothing it does reaches site or ledger.
*/
export type MortalProcess = {
	/** How many moments it has lived through. */
	readonly moments: () => number;
	/** Lives through one more moment, or not. */
	pass(): void;
};

export const killed = 'The process was killed';

export function createProcess(diesAt = Infinity): MortalProcess {
	let count = 0;
	return {
		moments: () => count,
		pass() {
			count++;

			if (count >= diesAt) {
				throw new Error(killed);
			}
		},
	};
}

/** Lets the site's writes happen to the process. Nothing leaves a dead one, reads neither. */
export function connect(process: MortalProcess, site: MemorySite): () => void {
	return site.onCall(({kind}) => {
		if (kind === 'write') {
			process.pass();
		}
	});
}

/** The ledger as the process sees it. What it keeps outlives the process. */
export function mortalLedger(ledger: Ledger, process: MortalProcess): Ledger {
	const during = <Result>(act: () => Result): Result => {
		process.pass();
		const result = act();
		process.pass();
		return result;
	};

	return {
		memory: () => ledger.memory(),
		remember(links) {
			during(() => {
				ledger.remember(links);
			});
		},
		decide(decisions) {
			ledger.decide(decisions);
		},
		withdraw(organizations) {
			ledger.withdraw(organizations);
		},
		startRun: (plan) => ledger.startRun(plan),
		stepSent: (run, step) => during(() => ledger.stepSent(run, step)),
		stepAnswered(run, number, events) {
			during(() => {
				ledger.stepAnswered(run, number, events);
			});
		},
		steps: (run) => ledger.steps(run),
		finishRun(run, summary) {
			during(() => {
				ledger.finishRun(run, summary);
			});
		},
	};
}
