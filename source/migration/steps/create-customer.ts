import {type Failure, type RecordedEvent} from '../events.ts';
import {type Account} from '../model.ts';
import {type StepOf} from '../step.ts';
import {type StepHandler} from '../step-handler.ts';

type CreateCustomer = StepOf<'create-customer'>;

/** Creates a portal-only account. An email that came to be known since the scan is linked instead, if that is safe. */
export const customerCreation: StepHandler<'create-customer'> = {
	async send(step, {destination, signal}, {isRepeated}) {
		const answer = await destination.createCustomer(step, signal);

		if (answer.outcome === 'email-known') {
			const accounts = await destination.findAccounts(step.email, signal);
			// The lost call had arrived after all when its repetition meets the email.
			return [existing(step, accounts, isRepeated)];
		}

		return [created(step, answer.id, answer.requestId)];
	},

	/** The plan knew nobody with this email, so an active account that has it now was made by the call whose answer was lost. A deactivated one was not: what we make is active. */
	async lookUp(step, {destination, signal}) {
		const accounts = await destination.findAccounts(step.email, signal);
		const [account] = accounts;
		return accounts.length === 1 && account?.status === 'active'
			? [created(step, account.id)]
			: undefined;
	},

	failed: (step, failure) => [failed(step, failure)],
};

function existing(
	step: CreateCustomer,
	accounts: readonly Account[],
	isOurs: boolean,
): RecordedEvent {
	const [account] = accounts;

	if (account === undefined || accounts.length > 1) {
		return failed(step, {code: 'account-hidden'});
	}

	if (account.status !== 'active') {
		return failed(step, {code: 'account-deactivated'});
	}

	return isOurs ? created(step, account.id) : linked(step, account.id);
}

function created(
	{customer, email, isRevokedNext}: CreateCustomer,
	destinationId: string,
	requestId?: string,
): RecordedEvent {
	return {
		type: 'customer-created',
		customer,
		email,
		destinationId,
		...(isRevokedNext === true && {isRevokedNext}),
		requestId,
	};
}

function linked(
	{customer, email}: CreateCustomer,
	destinationId: string,
): RecordedEvent {
	return {type: 'customer-linked', customer, email, destinationId};
}

function failed(step: CreateCustomer, failure: Failure): RecordedEvent {
	const {customer, email} = step;
	return {type: 'customer-failed', customer, email, failure};
}
