import {type RecordedEvent} from '../events.ts';
import {type StepOf} from '../step.ts';
import {type StepHandler} from '../step-handler.ts';

/** Revokes portal access right after creation, so that an inactive customer gains none (R6). */
export const accessRevocation: StepHandler<'revoke-access'> = {
	async send(step, {destination, signal}) {
		const {requestId} = await destination.revokeAccess(step.accountId, signal);
		return [revoked(step, requestId)];
	},

	async lookUp(step, {destination, signal}) {
		const accounts = await destination.accountsById([step.accountId], signal);
		return accounts.some(({status}) => status === 'inactive')
			? [revoked(step)]
			: undefined;
	},

	failed: ({customer, email}, failure) => [
		{type: 'revocation-failed', customer, email, failure},
	],
};

function revoked(
	{customer, email}: StepOf<'revoke-access'>,
	requestId?: string,
): RecordedEvent {
	return {type: 'customer-revoked', customer, email, requestId};
}
