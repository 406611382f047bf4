import {explainFailure} from '../migration/explain.ts';
import {notInvitedReasons} from '../migration/explain-invite.ts';
import {type InviteEvent} from '../migration/invite-events.ts';
import {type InvitePlan} from '../migration/plan-invite.ts';
import {number, quantity} from '../migration/quantity.ts';
import {duration} from '../text/duration.ts';
import {neutralise} from '../text/neutralise.ts';

/** People shown of those who will be mailed. */
const sampleSize = 10;

/** Who will be mailed, in lines of plain text: the count and a sample. */
export function invitePlanText(plan: InvitePlan): readonly string[] {
	const {run, destination, steps, skipped, earlier, knownBefore} = plan;
	const done = earlier.invited + earlier.known + earlier.unknown;
	return [
		`Invitations to ${neutralise(destination.name)} for customers that run ${run} created: ${quantity(steps.length, 'mail')}, one a person.`,
		...steps
			.slice(0, sampleSize)
			.map(
				({email, project}) =>
					`    ${neutralise(email)} to ${neutralise(project.name)} (${neutralise(project.key)})`,
			),
		...(steps.length > sampleSize
			? [`    … and ${number(steps.length - sampleSize)} more`]
			: []),
		...(done > 0
			? [`  Dealt with earlier, and not mailed again: ${number(done)}`]
			: []),
		...(earlier.unknown > 0
			? [
					`  Of these, ${number(earlier.unknown)} with a lost answer: ask them whether the mail came, or give them the address below.`,
				]
			: []),
		...skippedLines(skipped),
		...(steps.length > 0
			? [
					'  Jira mails only where Project settings › Customer notifications › Customer invited is on.',
				]
			: []),
		...helpCenterLines(plan, knownBefore),
	];
}

function skippedLines(skipped: InvitePlan['skipped']): readonly string[] {
	return Map.groupBy(skipped, ({reason}) => reason)
		.entries()
		.map(
			([reason, people]) =>
				`  Not invited: ${number(people.length)}, since ${notInvitedReasons[reason]}${reason === 'no-project' ? ' with --to-project' : ''}`,
		)
		.toArray();
}

function helpCenterLines(
	{helpCenter, destination}: InvitePlan,
	knownBefore: number,
): readonly string[] {
	return [
		`  Help center: ${neutralise(helpCenter ?? `${destination.url}/servicedesk/customer/portals`)}`,
		...(knownBefore > 0
			? [
					`  ${quantity(knownBefore, 'customer')} had an account before and ${knownBefore === 1 ? 'needs' : 'need'} only this address.`,
				]
			: []),
	];
}

/** What inviting tells, in lines of plain text. */
export function inviteEventText(event: InviteEvent): readonly string[] {
	switch (event.type) {
		case 'invitation-skipped': {
			return [
				`– ${neutralise(event.email)}: ${notInvitedReasons[event.reason]}.`,
			];
		}

		case 'customer-known': {
			return [
				`= ${neutralise(event.email)}: Jira knows this person and mailed nothing.`,
			];
		}

		case 'invitation-unknown': {
			return [
				`? ${neutralise(event.email)}: the answer was lost, so the mail may be out; it is not sent again.`,
			];
		}

		case 'invitation-failed': {
			const {problem, nextStep} = explainFailure(event.failure);
			return [
				`✗ ${neutralise(event.email)}: ${neutralise(`${problem} ${nextStep}`)}`,
			];
		}

		case 'invite-finished': {
			return [
				neutralise(event.verdict),
				...(event.helpCenter !== undefined && event.known + event.unknown > 0
					? [`Pass on to those without a mail: ${neutralise(event.helpCenter)}`]
					: []),
				`It took ${duration(event.seconds)}.`,
			];
		}

		case 'throttled': {
			return event.milliseconds < 2000
				? []
				: [
						`The destination asks to wait ${duration(event.milliseconds / 1000)} (${event.reason}); nothing is lost.`,
					];
		}

		default: {
			return [];
		}
	}
}
