import {
	type FaultName,
	type PracticeSite,
	practiceFaults,
} from '../../source/practice/practice-sites.ts';
import {hash, pick} from '../../source/practice/world/random.ts';

/** What goes wrong beside the kills. */
export type ChaosFault = FaultName | 'none';

export const chaosFaults: readonly ChaosFault[] = [
	'none',
	...(Object.keys(practiceFaults) as FaultName[]),
];

const membersCall =
	'POST /rest/servicedeskapi/organization/{organizationId}/user';

/** Every write of a copy and of its undo. */
export const writes: readonly string[] = [
	'POST /rest/servicedeskapi/organization',
	'POST /rest/servicedeskapi/customer',
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	membersCall,
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'DELETE /rest/servicedeskapi/organization/{organizationId}/user',
	'DELETE /rest/servicedeskapi/organization/{organizationId}',
	'DELETE /rest/api/3/user',
];

/**
Faults that hit any call at random. Somebody who takes a name just before it is created makes another destination, by
design (R11), so organizations are renamed only where the result can be compared.
*/
export function randomFaults(fault: ChaosFault): readonly FaultName[] {
	return fault === 'none' || fault === 'renamed-underfoot' ? [] : [fault];
}

/** Lets a write of the next process meet the fault, every second time: chance alone hits more reads than writes. */
export function aimAtWrite(
	fault: ChaosFault,
	{scriptFault}: PracticeSite,
	seed: number,
	process: number,
): void {
	const drawn = (salt: number) => hash(seed, process, salt);

	if (fault === 'none' || drawn(20) % 2 === 0) {
		return;
	}

	const operation =
		fault === 'renamed-underfoot' ? membersCall : pick(writes, drawn(21));
	const isList = fault === 'stale-page';
	scriptFault({
		fault,
		call: 1 + (drawn(22) % 2),
		...(!isList && {operation}),
	});
}

/** The name that somebody else gives an organization does not count. */
export function withoutRenames<Value>(value: Value): Value {
	return JSON.parse(
		JSON.stringify(value).replaceAll(' (renamed)', ''),
	) as Value;
}
