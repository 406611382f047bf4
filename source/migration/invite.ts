import {chunks} from './chunks.ts';
import {streamEvents} from './event-stream.ts';
import {type InviteBook, inviteOutcomes} from './invite-book.ts';
import {
	type InviteEvent,
	type InvitedEvent,
	type InviteStep,
	type InviteSummary,
} from './invite-events.ts';
import {inviteVerdict} from './invite-verdict.ts';
import {type ActHandler, type ActSetting, performAct} from './perform-act.ts';
import {type InvitePlan} from './plan-invite.ts';
import {type Clock, type InviteSite} from './ports.ts';
import {relayNotices} from './relay-notices.ts';
import {type Ending} from './run-summary.ts';
import {SiteError, type SiteErrorFacts} from './site-error.ts';

/** Milliseconds between two mails: about two a second, so that whoever stops has not mailed many. */
export const invitePause = 500;

/** How many mails follow one look at whether the accounts are still there. */
const mailsPerLook = 20;

export type InviteSetting = {
	readonly site: InviteSite;
	readonly book: InviteBook;
	readonly clock: Clock;
};

type Sending = InviteSetting & {
	readonly act: ActSetting<InviteStep, InvitedEvent>;
	readonly emit: (event: InviteEvent) => void;
	readonly signal: AbortSignal;
};

/**
Sends the invitations of a plan, one after the other, each recorded before it leaves. On a stop signal the one in flight is waited for. What was stopped, broken off or killed goes on when it is planned and sent again: nobody is mailed twice, and a mail whose outcome is unknown is not repeated. The last event is `invite-finished`.
*/
export function inviteCustomers(
	plan: InvitePlan,
	setting: InviteSetting,
	signal: AbortSignal,
): AsyncGenerator<InviteEvent, InviteSummary, void> {
	return streamEvents(async (emit) => {
		const {site, book, clock} = setting;
		const startedAt = clock.now().getTime();
		let failed = 0;
		emit({
			type: 'invite-started',
			run: plan.run,
			chosen: plan.steps.length,
		});
		book.begin();
		const act = {
			book,
			handler: inviteHandler(site, signal),
			tell(event: InvitedEvent) {
				failed += Number(event.type === 'invitation-failed');
				emit(event);
			},
		};
		const end = await sendAll(plan, {...setting, act, emit, signal});
		const counts = {
			...countOutcomes(book),
			failed,
			left: plan.steps.length - end.reached,
		};
		const summary: InviteSummary = {
			run: plan.run,
			ending: end.ending,
			verdict: inviteVerdict(plan.destination.name, end.ending, counts),
			exitCode: exitCodeOf(end.ending, counts.failed + counts.unknown),
			...counts,
			...(plan.helpCenter !== undefined && {helpCenter: plan.helpCenter}),
			...(end.error && {error: end.error}),
			calls: site.calls(),
			seconds: (clock.now().getTime() - startedAt) / 1000,
		};
		book.finish(summary);
		emit({type: 'invite-finished', ...summary});
		return summary;
	});
}

type End = {
	readonly ending: Ending;
	/** How many of the chosen were come to. */
	readonly reached: number;
	readonly error?: SiteErrorFacts;
};

async function sendAll({steps}: InvitePlan, sending: Sending): Promise<End> {
	const {site, clock, signal, emit, act} = sending;
	const silence = relayNotices(site, 'destination', emit);
	let reached = 0;

	try {
		for (const batch of chunks(steps, mailsPerLook)) {
			const there = await activeAccounts(batch, sending);

			for (const step of batch) {
				if (signal.aborted) {
					return {ending: 'stopped', reached};
				}

				const {customer, email, accountId} = step;

				if (there.has(accountId)) {
					await performAct(step, act);
					await clock.wait(invitePause, signal);
				} else {
					const reason = 'account-gone';
					emit({type: 'invitation-skipped', customer, email, reason});
				}

				reached++;
			}
		}

		return {ending: 'finished', reached};
	} catch (error) {
		if (!(error instanceof SiteError)) {
			throw error;
		}

		return signal.aborted
			? {ending: 'stopped', reached}
			: {ending: 'broken-off', reached, error: error.facts};
	} finally {
		silence();
	}
}

/** An invitation would bring back an account that was deleted since. */
async function activeAccounts(
	steps: readonly InviteStep[],
	{site, signal}: Sending,
): Promise<ReadonlySet<string>> {
	const accounts = await site.accountsById(
		steps.map(({accountId}) => accountId),
		signal,
	);
	return new Set(
		accounts.filter(({status}) => status === 'active').map(({id}) => id),
	);
}

/** No site tells whether a mail went out, so a lost answer stays unknown; the look only shows whether the site is there to go on with. */
export function inviteHandler(
	site: InviteSite,
	signal: AbortSignal,
): ActHandler<InviteStep, InvitedEvent> {
	return {
		async send(step) {
			const {requestId, outcome} = await site.invite(step, step.project);
			const type = outcome === 'known' ? 'customer-known' : 'customer-invited';
			return [{type, ...about(step), requestId}];
		},
		async lookUp(step) {
			await site.accountsById([step.accountId], signal);
			return [{type: 'invitation-unknown', ...about(step)}];
		},
		failed: (step, failure) => [
			{type: 'invitation-failed', ...about(step), failure},
		],
	};
}

function about({customer, email, project}: InviteStep) {
	return {customer, email, project: project.key};
}

function countOutcomes(book: InviteBook) {
	const counts = {invited: 0, known: 0, unknown: 0};

	for (const outcome of inviteOutcomes(book.steps()).values()) {
		counts[outcome]++;
	}

	return counts;
}

function exitCodeOf(
	ending: Ending,
	troubles: number,
): InviteSummary['exitCode'] {
	if (ending !== 'finished') {
		return ending === 'stopped' ? 130 : 6;
	}

	return troubles === 0 ? 0 : 4;
}
