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

	/** What this read was answered the last time it was made, or the present answer if it never was. A write has an effect, and is told of it. */
	earlier(call: Call, answer: Answer): Answer {
		return isRead(call) ? (this.#answers.get(nameOf(call)) ?? answer) : answer;
	}

	remember(call: Call, answer: Answer): void {
		if (!(this.#faults.expects('stale-page') && isRead(call))) {
			return;
		}

		this.#answers.delete(nameOf(call));
		this.#answers.set(nameOf(call), kept(answer));
		if (this.#answers.size > mostKept) {
			this.#answers.delete(this.#answers.keys().next().value!);
		}
	}
}

/** The answer as it is now: the bytes of a long body are written anew once it is sent. */
function kept({release, ...answer}: Answer): Answer {
	return release && typeof answer.body !== 'string'
		? {...answer, body: Uint8Array.from(answer.body)}
		: answer;
}

function isRead({operation}: Call): boolean {
	return operation.startsWith('GET ');
}

function nameOf({url, caller}: Call): string {
	return `${caller?.accountId ?? ''} ${url}`;
}
