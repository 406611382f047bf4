import {type PlannedCustomer} from './plan.ts';

/**
The account on the destination that stands for a customer already. Someone deactivated there has none: whether he may come back is for the destination's admins to say.
*/
export function plannedAccount({
	fate,
	problem,
	destinationId,
}: PlannedCustomer): string | undefined {
	const isDeactivated = fate === 'attention' && problem === 'deactivated-there';
	return isDeactivated ? undefined : destinationId;
}
