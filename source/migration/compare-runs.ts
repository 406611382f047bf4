import {indexById} from './index-by-id.ts';
import {membershipsOf} from './membership-index.ts';
import {type PlannedCustomer, type PlannedOrganization} from './plan.ts';
import {type Report} from './report.ts';
import {sum} from './sum.ts';

/** What is different between two runs of a pair: *gone* is what only the earlier one had. */
export type RunChange = {
	readonly change: 'new' | 'changed' | 'gone';
	readonly subject: 'customer' | 'organization' | 'membership';
	/** Source id; for a membership that of the customer. */
	readonly id: string;
	/** Email or name, untrusted. */
	readonly label: string;
	/** Source id of the organization, of organizations and memberships. */
	readonly organization?: string;
	/** What became of it in the earlier run; missing where it is new. */
	readonly before?: string;
	/** The same in the later run; missing where it is gone. */
	readonly after?: string;
};

/** Rows that are looked at between two pauses. */
const rowsInPart = 500;

/**
Compares what became of everything in two runs. Runs of different pairs have nothing in common, so everything of theirs is new or gone. Both may have a million rows, which are looked at even where they are alike, so it comes in parts.

@yields How far it has come, between 0 and 1, after each part.
@returns What differs: customers, then organizations, then memberships; of each first what is new or changed.
*/
export function* compareRuns(
	earlier: Report,
	later: Report,
): Generator<number, readonly RunChange[], void> {
	const changes: RunChange[] = [];
	const total = looksAt(earlier) + looksAt(later);
	let seen = 0;

	for (const change of compareAll(earlier, later)) {
		if (change !== undefined) {
			changes.push(change);
		}

		seen++;

		if (seen % rowsInPart === 0) {
			yield seen / total;
		}
	}

	return changes;
}

/** How often a row is looked at in all: memberships are found first, then compared. */
function looksAt({plan: {customers, organizations}}: Report): number {
	const memberships = organizations.map(({members}) => membershipsOf(members));
	return customers.length + organizations.length + 2 * sum(memberships);
}

/** A change, or nothing where a row was only looked at. */
type Looks<Result = void> = Generator<RunChange | undefined, Result, void>;

function* compareAll(earlier: Report, later: Report): Looks {
	yield* compareThings(
		customersOf(earlier),
		customersOf(later),
		({id, name, email = ''}) => ({
			subject: 'customer',
			id,
			label: email === '' ? name : email,
		}),
	);
	yield* compareThings(
		organizationsOf(earlier),
		organizationsOf(later),
		({id, name}) => ({
			subject: 'organization',
			id,
			label: name,
			organization: id,
		}),
	);
	yield* compareMemberships(earlier, later);
}

/** Organization by organization, so that only the members of one are held at a time. */
function* compareMemberships(earlier: Report, later: Report): Looks {
	const before = indexById(earlier.plan.organizations);
	const after = indexById(later.plan.organizations);

	for (const organization of new Set([...after.keys(), ...before.keys()])) {
		yield* compareThings(
			yield* membersOf(earlier, before.get(organization)),
			yield* membersOf(later, after.get(organization)),
			({id, label}) => ({subject: 'membership', id, label, organization}),
		);
	}
}

/** What one of the two runs has of a kind. */
type Things<Thing> = {
	readonly all: readonly Thing[];
	readonly find: (id: string) => Thing | undefined;
	readonly outcomeOf: (thing: Thing) => string;
};

function customersOf(report: Report): Things<PlannedCustomer> {
	return {
		all: report.plan.customers,
		find: (id) => report.planned(id),
		outcomeOf: (customer) => report.customerOutcome(customer),
	};
}

function organizationsOf(report: Report): Things<PlannedOrganization> {
	const index = indexById(report.plan.organizations);
	return {
		all: report.plan.organizations,
		find: (id) => index.get(id),
		outcomeOf: (organization) => report.organizationOutcome(organization),
	};
}

type Member = {
	readonly id: string;
	readonly label: string;
	readonly outcome: string;
};

function* membersOf(
	report: Report,
	organization: PlannedOrganization | undefined,
): Looks<Things<Member>> {
	const members = new Map<string, Member>();
	const rows =
		organization === undefined ? [] : report.membershipsOf(organization);

	for (const {customer: id, email, organization: name, outcome} of rows) {
		const label = `${email === '' ? id : email} in ${name}`;
		members.set(id, {id, label, outcome});
		yield undefined;
	}

	return {
		all: members.values().toArray(),
		find: (id) => members.get(id),
		outcomeOf: ({outcome}) => outcome,
	};
}

type Subject = Omit<RunChange, 'change' | 'before' | 'after'>;

function* compareThings<Thing extends {readonly id: string}>(
	earlier: Things<Thing>,
	later: Things<Thing>,
	subjectOf: (thing: Thing) => Subject,
): Looks {
	for (const thing of later.all) {
		const known = earlier.find(thing.id);
		const before = known && earlier.outcomeOf(known);
		const after = later.outcomeOf(thing);
		yield before === after
			? undefined
			: before === undefined
				? {change: 'new', ...subjectOf(thing), after}
				: {change: 'changed', ...subjectOf(thing), before, after};
	}

	for (const thing of earlier.all) {
		yield later.find(thing.id) === undefined
			? {
					change: 'gone',
					...subjectOf(thing),
					before: earlier.outcomeOf(thing),
				}
			: undefined;
	}
}
