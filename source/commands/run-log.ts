import {type CallMoment} from '../jira/call-watch.ts';
import {type EngineEvent} from '../migration/events.ts';
import {type Clock} from '../migration/ports.ts';
import {type Printer} from '../print/printer.ts';
import {createTextPrinter} from '../print/text-printer.ts';
import {type RunLogs} from '../store/run-logs.ts';

/** A printer that writes the short log: the same lines that people see without a screen. */
export function createLogPrinter(
	logs: RunLogs,
	{now}: Pick<Clock, 'now'>,
): Printer {
	const printer = createTextPrinter((text) => {
		logs.note(text.trimEnd());
	}, now);

	return {
		event(event) {
			if (event.type === 'run-started' || event.type === 'run-resumed') {
				logs.begin(event.run);
			}

			printer.event(event);

			if (event.type === 'run-finished') {
				logs.end();
			}
		},
		plan(plan) {
			printer.plan(plan);
		},
		planRefused(changes) {
			printer.planRefused(changes);
		},
	};
}

/** Two printers that hear the same. */
export function bothPrinters(one: Printer, other: Printer): Printer {
	return {
		event(event) {
			one.event(event);
			other.event(event);
		},
		plan(plan) {
			one.plan(plan);
			other.plan(plan);
		},
		planRefused(changes) {
			one.planRefused(changes);
			other.planRefused(changes);
		},
	};
}

/** Lets a listener hear a stream on its way. */
export async function* overhear<Result>(
	stream: AsyncGenerator<EngineEvent, Result, void>,
	{event: hear}: Pick<Printer, 'event'>,
): AsyncGenerator<EngineEvent, Result, void> {
	try {
		for (;;) {
			const next = await stream.next();

			if (next.done === true) {
				return next.value;
			}

			hear(next.value);
			yield next.value;
		}
	} finally {
		// Whoever stops listening stops the work behind it too.
		await stream.return(undefined as never);
	}
}

/** A line of the full log. The number ties an answer to its call. */
export function callLine(moment: CallMoment): string {
	const {number, site} = moment;
	const call = `${new URL(site).host} #${number}`;

	switch (moment.type) {
		case 'sent': {
			return `${call} -> ${moment.method} ${moment.address}`;
		}

		case 'answered': {
			const {status, milliseconds, requestId = 'unknown'} = moment;
			return `${call} <- ${status} after ${milliseconds} ms, request ${requestId}`;
		}

		case 'lost': {
			return `${call} <- no answer after ${moment.milliseconds} ms: ${moment.reason}`;
		}
	}
}
