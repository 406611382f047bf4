import {type SourceSnapshot} from './model.ts';
import {type Plan, type PlannedCustomer, type PlannedMembers} from './plan.ts';

/** What a pilot shows most with comes first. */
const order: ReadonlyArray<PlannedCustomer['fate']> = [
	'create',
	'link',
	'attention',
	'skip',
	'unchanged',
];

/** Chooses at most so many customers for a pilot, and returns their source ids. */
export function choosePilot(
	customers: readonly PlannedCustomer[],
	limit: number,
): ReadonlySet<string> {
	// Whoever is the same as another would bring that one along.
	const alone = customers.filter(({sameAs}) => sameAs === undefined);
	const chosen = order
		.flatMap((fate) => alone.filter((customer) => customer.fate === fate))
		.slice(0, limit);
	return new Set(chosen.map(({id}) => id));
}

/** Keeps the organizations that the pilot's customers need, with all their members, since conflicts are about all of them. */
export function organizationsOfPilot(
	source: SourceSnapshot,
	chosen: ReadonlySet<string>,
): SourceSnapshot {
	const organizations = source.organizations.filter(({members}) =>
		members.some((member) => chosen.has(member)),
	);
	return {...source, organizations};
}

/** Cuts what would be written down to the pilot's customers. */
export function cutToPilot(plan: Plan, chosen: ReadonlySet<string>): Plan {
	return {
		...plan,
		customers: plan.customers.filter(({id}) => chosen.has(id)),
		organizations: plan.organizations.map((organization) => ({
			...organization,
			members: cutMembers(organization.members, chosen),
		})),
		access: plan.access.map((access) => ({
			...access,
			add: access.add.filter((id) => chosen.has(id)),
			present: access.present.filter((id) => chosen.has(id)),
			notPossible: access.notPossible.filter((id) => chosen.has(id)),
		})),
	};
}

function cutMembers(
	{add, present, notPossible}: PlannedMembers,
	chosen: ReadonlySet<string>,
): PlannedMembers {
	return {
		add: add.filter((id) => chosen.has(id)),
		present: present.filter((id) => chosen.has(id)),
		notPossible: notPossible.filter(({customer}) => chosen.has(customer)),
	};
}
