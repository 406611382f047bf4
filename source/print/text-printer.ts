import {
	type EngineEvent,
	type Failure,
	type Phase,
} from '../migration/events.ts';
import {explainFailure} from '../migration/explain.ts';
import {
	type Progress,
	foldProgress,
	initialProgress,
} from '../migration/progress.ts';
import {number, quantity} from '../migration/quantity.ts';
import {duration} from '../text/duration.ts';
import {neutralise} from '../text/neutralise.ts';
import {breakOffText} from './break-off-text.ts';
import {verificationText} from './checks-text.ts';
import {planChangesText} from './plan-changes-text.ts';
import {planText} from './plan-text.ts';
import {type Printer} from './printer.ts';

const phaseNames: Readonly<Record<Phase, string>> = {
	organizations: 'Organizations',
	customers: 'Customers',
	memberships: 'Memberships',
	projectLinks: 'Project links',
	projectAccess: 'Project access',
	activity: 'Requests',
};

/** Waits shorter than this many milliseconds are nobody's business. */
const noticeableWait = 2000;

/** Prints what happens in plain lines that never change afterwards, for logs, pipes and screen readers. */
export function createTextPrinter(
	write: (text: string) => void,
	now: () => Date,
): Printer {
	let progress = initialProgress;
	const print = (...lines: readonly string[]) => {
		for (const line of lines) {
			write(`${line}\n`);
		}
	};

	return {
		event(event) {
			progress = foldProgress(progress, event, now().getTime());
			print(...linesFor(event, progress));
		},
		plan(plan) {
			print(...planText(plan));
		},
		planRefused(changes) {
			print(...planChangesText(changes));
		},
	};
}

function linesFor(event: EngineEvent, after: Progress): readonly string[] {
	switch (event.type) {
		case 'scan-finished': {
			const counts = Object.entries(event.counts).map(
				([subject, count]) => `${subject.replace('-', ' ')} ${number(count)}`,
			);
			return [`Scanned the ${event.side}: ${counts.join(', ')}`];
		}

		case 'deleted-content-found': {
			const {project, accounts, requests} = event;
			return [
				`${project}: ${quantity(accounts, 'deleted account')} left content in ${quantity(requests, 'request')}; it stays as it is, and nobody is made for it.`,
			];
		}

		case 'run-started': {
			return [`Run ${event.run} has begun.`];
		}

		case 'run-resumed': {
			return [`Run ${event.run} goes on.`];
		}

		case 'unknown-outcomes-settled': {
			return [
				`${quantity(event.asked, 'call')} of unknown outcome: ${number(event.hadHappened)} had arrived.`,
			];
		}

		case 'phase-finished': {
			return phaseLine(event.phase, after);
		}

		case 'verify-started': {
			return ['Verifying…'];
		}

		case 'throttled': {
			return event.milliseconds < noticeableWait
				? []
				: [
						`The ${event.side} asks to wait ${duration(event.milliseconds / 1000)} (${event.reason}); nothing is lost.`,
					];
		}

		case 'verified': {
			return verificationText(event);
		}

		case 'verify-finished': {
			return [event.verdict];
		}

		case 'run-finished': {
			return [
				event.verdict,
				...breakOffText(event),
				`It took ${duration(event.seconds)}.`,
			];
		}

		default: {
			return 'failure' in event && event.type !== 'retried'
				? failureLines(after)
				: [];
		}
	}
}

/** What came of a phase that is over. */
function phaseLine(phase: Phase, {phases}: Progress): readonly string[] {
	const {total, done, failed} = phases[phase];

	if (total === 0) {
		return [];
	}

	const failures = failed === 0 ? '' : `, ${number(failed)} failed`;
	return [
		`${phaseNames[phase]}: ${number(done)} of ${number(total)} done${failures}`,
	];
}

function failureLines({failures}: Progress): readonly string[] {
	const newest = failures.at(-1);

	if (newest === undefined) {
		return [];
	}

	const place =
		newest.place === undefined ? '' : ` (${neutralise(newest.place)})`;
	return [
		`✗ ${neutralise(newest.subject)}${place}: ${sentence(newest.failure)}`,
	];
}

function sentence(failure: Failure): string {
	const {problem, nextStep} = explainFailure(failure);
	return neutralise(`${problem} ${nextStep}`);
}
