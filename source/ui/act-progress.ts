import {explainKept, nounOf} from '../migration/explain-undo.ts';
import {explainFailure} from '../migration/explain.ts';
import {notInvitedReasons} from '../migration/explain-invite.ts';
import {quantity} from '../migration/quantity.ts';
import {type ActEvent} from './services.ts';

/** How far an act is. Its size does not grow with the act. */
export type ActProgress = {
	/** People and things dealt with so far. */
	readonly done: number;
	/** Calls the destination has answered. */
	readonly calls: number;
	/** What was done last, newest last, untrusted. */
	readonly told: readonly string[];
	/** What did not go as planned, newest last, untrusted. */
	readonly troubles: readonly string[];
	/** How much of that there is in all. */
	readonly troubleCount: number;
	/** Until when the destination asked to wait, in milliseconds since 1970. */
	readonly waitingUntil?: number;
};

export const noActProgress: ActProgress = {
	done: 0,
	calls: 0,
	told: [],
	troubles: [],
	troubleCount: 0,
};

/** Lines kept of each sort; no screen has more rows to spare. */
const linesKept = 50;

/** What one event changes. */
type Change = {
	readonly done?: number;
	readonly told?: string;
	readonly trouble?: string;
};

/** The progress after an event. */
export function foldAct(
	before: ActProgress,
	event: ActEvent,
	now: number,
): ActProgress {
	if (event.type === 'throttled') {
		return {...before, waitingUntil: now + event.milliseconds};
	}

	if (event.type === 'call-answered') {
		return {...before, calls: before.calls + 1};
	}

	const {done = 0, told, trouble} = changeOf(event);
	return {
		...before,
		done: before.done + done,
		told: keep(before.told, told),
		troubles: keep(before.troubles, trouble),
		troubleCount: before.troubleCount + Number(trouble !== undefined),
	};
}

function keep(
	lines: readonly string[],
	line: string | undefined,
): readonly string[] {
	return line === undefined ? lines : [...lines, line].slice(-linesKept);
}

function changeOf(event: ActEvent): Change {
	switch (event.type) {
		case 'unknown-outcomes-settled': {
			return {
				told: `${quantity(event.asked, 'call')} of unknown outcome asked about: ${event.hadHappened} had arrived`,
			};
		}

		case 'project-access-removed': {
			const {customers, project} = event;
			const people = quantity(customers.length, 'customer');
			return asPlanned(customers.length, `${people} taken off ${project}`);
		}

		case 'organization-unlinked': {
			return asPlanned(1, `${event.name} unlinked from ${event.project}`);
		}

		case 'members-removed': {
			const {customers, name} = event;
			const people = quantity(customers.length, 'member');
			return asPlanned(customers.length, `${people} taken out of ${name}`);
		}

		case 'customer-deleted': {
			return asPlanned(1, `${event.email} deleted`);
		}

		case 'organization-deleted': {
			return asPlanned(1, `${event.name} deleted`);
		}

		case 'group-left': {
			return asPlanned(
				1,
				`${event.person.label} taken out of ${event.group.name}`,
			);
		}

		case 'group-deleted': {
			return asPlanned(1, `${event.group.name} deleted`);
		}

		case 'item-kept': {
			const {what, subject, place, reason} = event;
			const where = place === undefined ? '' : ` (${place})`;
			const why = explainKept(reason, 'the destination');
			return wentWrong(`stays: ${nounOf(what)} ${subject}${where}: ${why}`);
		}

		case 'undo-failed': {
			const {what, subject, failure} = event;
			return wentWrong(failed(`${nounOf(what)} ${subject}`, failure));
		}

		case 'undo-verified': {
			const {length} = event.stillThere;
			return length === 0
				? {told: 'looked again: nothing of it is left'}
				: {trouble: `looked again: ${quantity(length, 'thing')} still there`};
		}

		case 'customer-invited': {
			return asPlanned(1, `${event.email} mailed`);
		}

		case 'customer-known': {
			return asPlanned(1, `${event.email}: Jira knows this person, no mail`);
		}

		case 'invitation-unknown': {
			return wentWrong(
				`${event.email}: the answer was lost, so the mail may be out; it is not sent again`,
			);
		}

		case 'invitation-failed': {
			return wentWrong(failed(event.email, event.failure));
		}

		case 'invitation-skipped': {
			return wentWrong(`${event.email}: ${notInvitedReasons[event.reason]}`);
		}

		case 'group-created': {
			return asPlanned(1, `group ${event.group.name} made`);
		}

		case 'group-joined': {
			return asPlanned(1, `${event.person.label} put into ${event.group.name}`);
		}

		case 'project-access-given': {
			const {customers, project} = event;
			const people = quantity(customers.length, 'customer');
			return asPlanned(
				customers.length,
				`${people} given access to ${project.key}`,
			);
		}

		case 'follow-up-failed': {
			return wentWrong(failed(event.subject, event.failure));
		}

		default: {
			return {};
		}
	}
}

function asPlanned(count: number, told: string): Change {
	return {done: count, told};
}

function wentWrong(words: string): Change {
	return {done: 1, trouble: words};
}

function failed(
	subject: string,
	failure: Parameters<typeof explainFailure>[0],
): string {
	const {problem, nextStep} = explainFailure(failure);
	return `${subject}: ${problem} ${nextStep}`;
}
