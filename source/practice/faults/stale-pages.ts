import {type Answer} from '../http/answer.ts';
import {type Call} from '../http/route.ts';
import {type FaultPlan} from './fault-plan.ts';

/** How many answers are kept; the oldest go first. */
const mostKept = 500;

/** Remembers what lists looked like, for a replica that lags behind. It keeps nothing while nobody expects the fault. */
export class StalePages {
	readonly #answers = new Map<string, Answer>();
	readonly #faults: FaultPlan;

	constructor(faults: FaultPlan) {
		this.#faults = faults;
	}

	/** What this call was answered the last time it was made, or the present answer if it never was. */
	earlier(call: Call, answer: Answer): Answer {
		return this.#answers.get(nameOf(call)) ?? answer;
	}

	remember(call: Call, answer: Answer): void {
		if (!(
			this.#faults.expects('stale-page') && call.operation.startsWith('GET ')
		)) {
			return;
		}

		this.#answers.delete(nameOf(call));
		this.#answers.set(nameOf(call), answer);
		if (this.#answers.size > mostKept) {
			this.#answers.delete(this.#answers.keys().next().value!);
		}
	}
}

function nameOf({url, caller}: Call): string {
	return `${caller?.accountId ?? ''} ${url}`;
}
