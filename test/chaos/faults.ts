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

/** These alone, such as `slow,quota`; without a text the others. */
export function faultsNamed(
	text: string | undefined,
	others: readonly ChaosFault[],
): readonly ChaosFault[] {
	const names = text?.split(',') ?? [];
	const unknown = names.filter(
		(name) => !chaosFaults.includes(name as ChaosFault),
	);

	if (unknown.length > 0) {
		throw new Error(`No such fault: ${unknown.join(', ')}`);
	}

	return text === undefined ? others : (names as ChaosFault[]);
}

const addingMembers =
	'POST /rest/servicedeskapi/organization/{organizationId}/user';
const takingMembers =
	'DELETE /rest/servicedeskapi/organization/{organizationId}/user';

const copying: readonly string[] = [
	'POST /rest/servicedeskapi/organization',
	'POST /rest/servicedeskapi/customer',
	'PUT /rest/servicedeskapi/customer/user/{accountId}/revoke-portal-only-access',
	addingMembers,
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	'POST /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
];

const undoing: readonly string[] = [
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/customer',
	'DELETE /rest/servicedeskapi/servicedesk/{serviceDeskId}/organization',
	takingMembers,
	'DELETE /rest/servicedeskapi/organization/{organizationId}',
	'DELETE /rest/api/3/user',
];

/** Every write of a copy and of its undo. */
export const writes: readonly string[] = [...copying, ...undoing];

/**
Faults that hit any call at random. Somebody who takes a name just before it is created makes another destination, by
design (R11), so organizations are renamed only where the result can be compared.
*/
export function randomFaults(fault: ChaosFault): readonly FaultName[] {
	return fault === 'none' || fault === 'renamed-underfoot' ? [] : [fault];
}

/**
Lets a call of the next process meet the fault, every second time or, where it does not end a process, each time: chance alone hits more reads than writes, and takes
no credentials away from a program that makes few calls.
*/
export function aim(
	fault: ChaosFault,
	{
		source,
		destination,
	}: Readonly<Record<'source' | 'destination', PracticeSite>>,
	seed: number,
	{command, number}: {readonly command: string; readonly number: number},
): void {
	const drawn = (salt: number, most: number) => hash(seed, number, salt) % most;

	const isRename = fault === 'renamed-underfoot';

	if (fault === 'none' || (!isRename && drawn(20, 2) === 0)) {
		return;
	}

	if (fault === 'stale-page' || (fault === 'auth-lost' && drawn(23, 2) === 0)) {
		const site = pick([source, destination], drawn(24, 2));
		site.scriptFault({fault, call: 1 + drawn(22, 30)});
		return;
	}

	const isUndo = command === 'undo';
	const operation = isRename
		? isUndo
			? takingMembers
			: addingMembers
		: pick(isUndo ? undoing : copying, drawn(21, 30));
	destination.scriptFault({fault, operation, call: 1 + drawn(22, 2)});
}

/** The name that somebody else gives an organization does not count. */
export function withoutRenames<Value>(value: Value): Value {
	return JSON.parse(
		JSON.stringify(value).replaceAll(' (renamed)', ''),
	) as Value;
}

/**
Whether a run is done but for organizations that somebody else renamed after they were planned. It has to tell of each
of them (R16), so it ends with 4; the next copy follows them by their id (R8).
*/
export function isDoneButRenamed(
	fault: ChaosFault,
	{exitCode, stdout}: {readonly exitCode?: number; readonly stdout: string},
): boolean {
	const differences = stdout.match(/^ {2}[!+\-] .*$/gmv) ?? [];
	const unexplained = /; (?<count>\d+) unexplained\.$/mv.exec(stdout);
	return (
		fault === 'renamed-underfoot' &&
		exitCode === 4 &&
		differences.every((line) => line.endsWith(' (renamed)” now.')) &&
		unexplained?.groups?.['count'] === String(differences.length)
	);
}
