import {Refusal} from '../http/refusal.ts';
import {type Call} from '../http/route.ts';

/**
Sorts account ids into those the site knows and those it doesn't; deleted accounts are unknown. With `adopts`, an
Atlassian account from elsewhere becomes known by being named.
*/
export function knownPeople(
	call: Call,
	accountIds: readonly string[],
	{adopts = false}: {readonly adopts?: boolean} = {},
): {readonly known: readonly string[]; readonly unknown: readonly string[]} {
	const {site} = call;
	if (accountIds.length === 0) {
		throw new Refusal(400, 'The account ids are missing.');
	}

	if (site.habits.fiftyIdsAtMost && accountIds.length > 50) {
		throw new Refusal(400, 'At most 50 account ids can be given at once.');
	}

	const unknown: string[] = [];
	const known = new Set<string>();
	for (const accountId of accountIds) {
		const person = site.world.people.find(accountId);
		const elsewhere = adopts ? site.findAtlassianAccount(accountId) : undefined;
		if (person && !person.isDeleted) {
			known.add(accountId);
		} else if (elsewhere) {
			const since = site.now().getTime();
			site.commit({type: 'person-added', person: {...elsewhere, since}});
			known.add(accountId);
		} else {
			unknown.push(accountId);
		}
	}

	return {known: [...known], unknown};
}
