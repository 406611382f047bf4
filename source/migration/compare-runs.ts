import {indexById} from './index-by-id.ts';
import {type Report} from './report.ts';

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

/**
Compares what became of everything in two runs. Runs of different pairs have nothing in common, so everything of theirs is new or gone.

@yields What differs: customers, then organizations, then memberships; of each first what is new or changed.
*/
export function* compareRuns(
	earlier: Report,
	later: Report,
): Generator<RunChange> {
	yield* compareCustomers(earlier, later);
	yield* compareOrganizations(earlier, later);
	yield* compareMemberships(earlier, later);
}

function* compareCustomers(
	earlier: Report,
	later: Report,
): Generator<RunChange> {
	yield* differences(
		'customer',
		outcomes(earlier.customers(), ({email, name}) =>
			email === '' ? name : email,
		),
		outcomes(later.customers(), ({email, name}) =>
			email === '' ? name : email,
		),
	);
}

function* compareOrganizations(
	earlier: Report,
	later: Report,
): Generator<RunChange> {
	const all = differences(
		'organization',
		outcomes(earlier.organizations(), ({name}) => name),
		outcomes(later.organizations(), ({name}) => name),
	);

	for (const change of all) {
		yield {...change, organization: change.id};
	}
}

/** Organization by organization, so that only the members of one are held at a time. */
function* compareMemberships(
	earlier: Report,
	later: Report,
): Generator<RunChange> {
	const before = indexById(earlier.plan.organizations);
	const after = indexById(later.plan.organizations);

	for (const id of new Set([...after.keys(), ...before.keys()])) {
		const all = differences(
			'membership',
			memberships(earlier, before.get(id)),
			memberships(later, after.get(id)),
		);

		for (const change of all) {
			yield {...change, organization: id};
		}
	}
}

type Outcomes = ReadonlyMap<
	string,
	{readonly label: string; readonly outcome: string}
>;

function outcomes<Row extends {readonly id: string; readonly outcome: string}>(
	rows: Iterable<Row>,
	labelOf: (row: Row) => string,
): Outcomes {
	const found = new Map<string, {label: string; outcome: string}>();

	for (const row of rows) {
		found.set(row.id, {label: labelOf(row), outcome: row.outcome});
	}

	return found;
}

function memberships(
	report: Report,
	organization: Parameters<Report['organization']>[0] | undefined,
): Outcomes {
	const found = new Map<string, {label: string; outcome: string}>();

	if (organization === undefined) {
		return found;
	}

	for (const row of report.membershipsOf(organization)) {
		const who = row.email === '' ? row.customer : row.email;
		const label = `${who} in ${row.organization}`;
		found.set(row.customer, {label, outcome: row.outcome});
	}

	return found;
}

function* differences(
	subject: RunChange['subject'],
	before: Outcomes,
	after: Outcomes,
): Generator<RunChange> {
	for (const [id, {label, outcome}] of after) {
		const earlier = before.get(id);

		if (earlier === undefined) {
			yield {change: 'new', subject, id, label, after: outcome};
		} else if (earlier.outcome !== outcome) {
			yield {
				change: 'changed',
				subject,
				id,
				label,
				before: earlier.outcome,
				after: outcome,
			};
		}
	}

	for (const [id, {label, outcome}] of before) {
		if (!after.has(id)) {
			yield {change: 'gone', subject, id, label, before: outcome};
		}
	}
}
