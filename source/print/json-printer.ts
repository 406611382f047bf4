import {type EngineEvent} from '../migration/events.ts';
import {type Plan} from '../migration/plan.ts';
import {plannedEvent} from './planned.ts';
import {type Printer} from './printer.ts';

/** Too many to be of use to a script; what they announce comes as an event of its own. */
const silent: ReadonlySet<EngineEvent['type']> = new Set([
	'scan-progressed',
	'step-sent',
]);

/** Prints one JSON object a line, each with `type` and `at`. */
export function createJsonPrinter(
	write: (text: string) => void,
	now: () => Date,
): Printer {
	const print = (event: Record<string, unknown>) => {
		write(`${JSON.stringify({...event, at: now().toISOString()})}\n`);
	};

	return {
		event(event) {
			if (!silent.has(event.type)) {
				print(event);
			}
		},
		plan(plan: Plan) {
			print(plannedEvent(plan));
		},
		planRefused(changes) {
			print({type: 'plan-refused', changes});
		},
	};
}
