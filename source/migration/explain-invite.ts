import {type NotInvitedReason} from './invite-events.ts';

/** Words for why somebody is not invited. */
export const notInvitedReasons: Readonly<Record<NotInvitedReason, string>> = {
	'account-gone': 'the account is gone or deactivated by now',
	'no-project':
		'the run gave no access to a service project; name one to invite to',
};
