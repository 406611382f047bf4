import {addAll} from '../add-all.ts';
import {indexById} from '../index-by-id.ts';
import {type Account, type DestinationSnapshot} from '../model.ts';
import {type ReadonlyTextMap} from '../text-map.ts';
import {type NamedThere, type PlannedActivity} from './planned-activity.ts';

type PlannedFields = Pick<PlannedActivity, 'requests' | 'left'>;

type Destination = Pick<DestinationSnapshot, 'accounts' | 'organizations'> & {
	readonly byId: ReadonlyTextMap<Account>;
};

/** Tells who stands in fields of the destination, so that a plan can be read without the site. */
export function namedThere(
	fields: PlannedFields,
	{accounts, byId, organizations}: Destination,
): readonly NamedThere[] {
	const organizationsById = indexById(organizations);
	const ids = idsThere(fields);
	const unmatched = ids.difference(byId).difference(organizationsById);
	// Imports often set an app, which nobody is matched to.
	const others = indexById(
		unmatched.size === 0 ? [] : accounts.filter(({id}) => unmatched.has(id)),
	);
	return [...ids].flatMap((id) => {
		const account = byId.get(id) ?? others.get(id);
		const label =
			account === undefined
				? organizationsById.get(id)?.name
				: (account.email ?? account.name);
		return label === undefined ? [] : [{id, label}];
	});
}

function idsThere({requests, left}: PlannedFields): ReadonlySet<string> {
	const ids = new Set<string>();

	for (const {edits} of requests) {
		for (const {before, placeholder} of edits) {
			addAll(ids, before);
			addAll(ids, placeholder === undefined ? [] : [placeholder]);
		}
	}

	for (const {before = []} of left) {
		addAll(ids, before);
	}

	return ids;
}
