import {type AccountIndex} from './match.ts';
import {
	type Account,
	type OrganizationDetails,
	type ProjectPair,
} from './model.ts';
import {type Conflict, type Sides} from './plan.ts';
import {type Locate} from './plan-members.ts';

/** What both sides need to be compared with each other. */
export type Comparison = {
	readonly locate: Locate;
	readonly projects: readonly ProjectPair[];
	/** The source's account of an id. */
	readonly sourceAccount: (id: string) => Account | undefined;
	readonly destination: AccountIndex;
};

/** Whether two organizations of one name have the same customers and the same projects (R9). */
export function isSameOrganization({customers, projects}: Conflict): boolean {
	return [customers, projects].every(
		({onlySource, onlyDestination}) =>
			onlySource.length === 0 && onlyDestination.length === 0,
	);
}

/** Whether an organization under a new name can be what an earlier copy made of the source's (R13): it shares customers with it, and has nobody and no project that the source's has not. */
export function isEarlierCopy(
	source: OrganizationDetails,
	destination: OrganizationDetails,
	comparison: Comparison,
): boolean {
	const customers = compareCustomers(source, destination, comparison);
	const projects = compareProjects(source, destination, comparison.projects);
	const hasOthers =
		customers.onlyDestination.length + projects.onlyDestination.length > 0;
	const isAlike =
		customers.both.length > 0 || customers.onlySource.length === 0;
	return !hasOthers && isAlike;
}

/** Both sides of two organizations that collide, in words an admin can compare. */
export function describeConflict(
	source: OrganizationDetails,
	destination: OrganizationDetails,
	certainty: Conflict['certainty'],
	comparison: Comparison,
): Conflict {
	return {
		kind: 'duplicate-organization',
		certainty,
		other: {id: destination.id, name: destination.name},
		customers: compareCustomers(source, destination, comparison),
		projects: compareProjects(source, destination, comparison.projects),
	};
}

/** Two source organizations that may count as one name on the destination. */
export function describeAlike(
	source: OrganizationDetails,
	earlier: OrganizationDetails,
	comparison: Comparison,
): Conflict {
	const label = (id: string) => labelOf(comparison.sourceAccount(id), id);
	return {
		kind: 'alike-organizations',
		certainty: 'possible',
		other: {id: earlier.id, name: earlier.name},
		customers: toSides(source.members, earlier.members, label),
		projects: toSides(
			counterparts(source, comparison.projects),
			counterparts(earlier, comparison.projects),
			String,
		),
	};
}

/** People are compared by who they are on the destination; apps and former users belong to nobody. */
function compareCustomers(
	source: OrganizationDetails,
	destination: OrganizationDetails,
	{locate, sourceAccount, destination: index}: Comparison,
): Sides {
	/** Source ids by who they are on the destination. */
	const here = new Map<string, string>();

	for (const id of source.members) {
		const whereabouts = locate(id);

		if (
			whereabouts.type === 'barred' &&
			(whereabouts.why === 'app' || whereabouts.why === 'deleted')
		) {
			continue;
		}

		// Someone without an account there is nobody there, whatever his id.
		const known =
			whereabouts.type === 'coming' ? undefined : whereabouts.destinationId;
		here.set(known ?? `source ${id}`, id);
	}

	// The index holds neither apps nor former users. It is large, and whoever was found here already need not be looked for in it.
	const there = destination.members.filter(
		(id) => here.has(id) || index.byId.has(id),
	);
	return toSides(here.keys(), there, (key) => {
		const id = here.get(key);
		return id === undefined
			? labelOf(index.byId.get(key), key)
			: labelOf(sourceAccount(id), id);
	});
}

/** Projects are named by their keys on the destination; those without a counterpart can't collide. */
function compareProjects(
	source: OrganizationDetails,
	destination: OrganizationDetails,
	projects: readonly ProjectPair[],
): Sides {
	return toSides(counterparts(source, projects), destination.projects, String);
}

function counterparts(
	{projects}: OrganizationDetails,
	pairs: readonly ProjectPair[],
): readonly string[] {
	return pairs
		.filter(({from}) => projects.includes(from.key))
		.flatMap(({to}) => to?.key ?? []);
}

function toSides(
	source: Iterable<string>,
	destination: Iterable<string>,
	label: (id: string) => string,
): Sides {
	const here = new Set(source);
	const there = new Set(destination);
	const labelled = (ids: ReadonlySet<string>) =>
		[...ids].map((id) => label(id));
	return {
		onlySource: labelled(here.difference(there)),
		both: labelled(here.intersection(there)),
		onlyDestination: labelled(there.difference(here)),
	};
}

function labelOf(account: Account | undefined, id: string): string {
	return account?.email ?? account?.name ?? id;
}
