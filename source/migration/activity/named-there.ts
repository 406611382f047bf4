import {indexById} from '../index-by-id.ts';
import {type Account, type DestinationSnapshot} from '../model.ts';
import {type NamedThere, type PlannedActivity} from './planned-activity.ts';

type PlannedFields = Pick<PlannedActivity, 'requests' | 'left'>;

/** Tells who stands in fields of the destination, so that a plan can be read without the site. Former users are not told apart. */
export function namedThere(
	fields: PlannedFields,
	{
		byId,
		organizations,
	}: Pick<DestinationSnapshot, 'organizations'> & {
		readonly byId: ReadonlyMap<string, Account>;
	},
): readonly NamedThere[] {
	const organizationsById = indexById(organizations);
	const labelOf = (id: string) => {
		const account = byId.get(id);
		return account === undefined
			? organizationsById.get(id)?.name
			: (account.email ?? account.name);
	};

	return [...new Set(idsThere(fields))].flatMap((id) => {
		const label = labelOf(id);
		return label === undefined ? [] : [{id, label}];
	});
}

function* idsThere({requests, left}: PlannedFields): Generator<string> {
	for (const {before, placeholder} of requests.flatMap(({edits}) => edits)) {
		yield* before;

		if (placeholder !== undefined) {
			yield placeholder;
		}
	}

	for (const {before = []} of left) {
		yield* before;
	}
}
