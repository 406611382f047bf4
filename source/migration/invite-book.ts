import {
	type InvitedEvent,
	type InviteStep,
	type InviteSummary,
} from './invite-events.ts';
import {type ActBook, type ActRecord} from './ports.ts';

/** What the ledger keeps of inviting the customers of a run. */
export type InviteBook = ActBook<InviteStep, InvitedEvent, InviteSummary>;

/** What became of someone who was sent an invitation, or was to be. */
export type InviteOutcome = 'invited' | 'known' | 'unknown';

/** Outcomes by source account id. Whoever is in here is never sent another mail: an open step may have arrived, too. Those that failed are not in here. */
export function inviteOutcomes(
	steps: Iterable<ActRecord<InviteStep, InvitedEvent>>,
): ReadonlyMap<string, InviteOutcome> {
	const outcomes = new Map<string, InviteOutcome>();

	for (const {step, events} of steps) {
		const outcome = events === undefined ? 'unknown' : outcomeOf(events);

		if (outcome !== undefined) {
			outcomes.set(step.customer, outcome);
		}
	}

	return outcomes;
}

/** Emails of everyone whose mail is out, or may be. */
export function invitedEmails(
	steps: Iterable<ActRecord<InviteStep, InvitedEvent>>,
): readonly string[] {
	const records = [...steps];
	const outcomes = inviteOutcomes(records);
	const emails = new Set<string>();

	for (const {step} of records) {
		const outcome = outcomes.get(step.customer);

		if (outcome === 'invited' || outcome === 'unknown') {
			emails.add(step.email);
		}
	}

	return [...emails];
}

function outcomeOf(events: readonly InvitedEvent[]): InviteOutcome | undefined {
	const [event] = events;

	switch (event?.type) {
		case 'customer-invited': {
			return 'invited';
		}

		case 'customer-known': {
			return 'known';
		}

		case 'invitation-unknown': {
			return 'unknown';
		}

		case 'invitation-failed':
		case undefined: {
			return undefined;
		}
	}
}
