import {
	type Plan,
	type PlannedAccess,
	type PlannedCustomer,
	type PlannedOrganization,
} from './plan.ts';

/** A row that is not as it was when the plan was reviewed: `-` is gone, `+` is new, `!` has changed (R14). */
export type PlanChange = {
	readonly sign: '-' | '+' | '!';
	readonly what: 'project' | 'customer' | 'organization' | 'access' | 'request';
	/** Email, name or key, untrusted. */
	readonly subject: string;
	/** What has changed in the row; empty where the whole row is new or gone. */
	readonly aspects: readonly AspectChange[];
};

/** What is new and what is gone in one aspect of a row, in untrusted words. */
export type AspectChange = {
	readonly aspect: string;
	readonly before: readonly string[];
	readonly now: readonly string[];
};

/**
Compares a plan with what planning comes to now (R14). Left out is what changes nothing that a run does: examples of why someone is related, the sites' own names, and how much else there is on the destination.
*/
export function comparePlans(before: Plan, now: Plan): readonly PlanChange[] {
	const rows = rowsOf(before);
	const others = rowsOf(now);
	const gone = rows
		.entries()
		.flatMap(([key, {what, subject}]): readonly PlanChange[] =>
			others.has(key) ? [] : [{sign: '-', what, subject, aspects: []}],
		);
	const changed = others
		.entries()
		.flatMap(([key, row]): readonly PlanChange[] => {
			const {what, subject} = row;
			const earlier = rows.get(key);

			if (earlier === undefined) {
				return [{sign: '+', what, subject, aspects: []}];
			}

			const aspects = compareAspects(earlier.aspects, row.aspects);
			return aspects.length === 0 ? [] : [{sign: '!', what, subject, aspects}];
		});
	return [...gone, ...changed];
}

/** What is compared of a row: values by aspect, in no order. */
type Row = Pick<PlanChange, 'what' | 'subject'> & {
	readonly aspects: Aspects;
};

type Aspects = Readonly<Record<string, readonly string[]>>;

function rowsOf(plan: Plan): ReadonlyMap<string, Row> {
	const label = labelWith(plan);
	const rows = new Map<string, Row>();
	const add = (id: string, row: Row) => {
		rows.set(`${row.what} ${id}`, row);
	};

	for (const {from, to} of plan.projects) {
		const aspects = {counterpart: given(to?.key)};
		add(from.id, {what: 'project', subject: from.key, aspects});
	}

	for (const customer of plan.customers) {
		const {id, name, email: subject = name} = customer;
		const aspects = customerAspects(customer);
		add(id, {what: 'customer', subject, aspects});
	}

	for (const organization of plan.organizations) {
		const {id, name: subject} = organization;
		const aspects = organizationAspects(organization, label);
		add(id, {what: 'organization', subject, aspects});
	}

	for (const access of plan.access) {
		const {id, key: subject} = access.from;
		add(id, {what: 'access', subject, aspects: accessAspects(access, label)});
	}

	for (const {to: subject, from, edits} of plan.activity?.requests ?? []) {
		const fields = edits.map(
			({field, before, add: named, placeholder}) =>
				`${field}: ${before.join(', ')} → ${[...named, ...given(placeholder)].join(', ')}`,
		);
		add(subject, {
			what: 'request',
			subject,
			aspects: {'request on the source': [from], fields},
		});
	}

	return rows;
}

function customerAspects(customer: PlannedCustomer): Aspects {
	const {fate, type, status, name, email, problem} = customer;
	return {
		fate: [fate],
		type: [type],
		status: [status],
		// The name of someone who is there already is not written.
		name: fate === 'create' ? [name] : [],
		email: given(email),
		account: given(customer.destinationId),
		'account type': given(customer.destinationType),
		'same as': given(customer.sameAs),
		revoked: customer.revoke === true ? ['yes'] : [],
		problem: given(problem),
	};
}

function organizationAspects(
	organization: PlannedOrganization,
	label: (customer: string) => string,
): Aspects {
	const {destination, conflict, decision, members, links} = organization;
	return {
		name: [organization.name],
		fate: [organization.fate],
		'name there': given(organization.newName ?? destination?.name),
		'id there': given(destination?.id),
		'same as': given(organization.sameAs),
		decision: given(decision?.type),
		problem: given(organization.problem),
		'collides with': given(conflict?.other.name),
		'customers only there': conflict?.customers.onlyDestination ?? [],
		'projects only there': conflict?.projects.onlyDestination ?? [],
		'members to add': members.add.map((id) => label(id)),
		'members there': members.present.map((id) => label(id)),
		'members not possible': members.notPossible.map(
			({customer, why}) => `${label(customer)} (${why})`,
		),
		'projects to link': links.add.map(({key}) => key),
		'projects linked': links.present.map(({key}) => key),
		'projects not possible': links.notPossible,
	};
}

function accessAspects(
	{to, add, present, notPossible}: PlannedAccess,
	label: (customer: string) => string,
): Aspects {
	return {
		counterpart: given(to?.key),
		'customers to add': add.map((id) => label(id)),
		'customers there': present.map((id) => label(id)),
		'customers not possible': notPossible.map((id) => label(id)),
	};
}

/** Calls a customer by what people know him by, and by the id where that could be someone else too. */
function labelWith({customers}: Plan): (customer: string) => string {
	const label = ({email, name}: PlannedCustomer) => email ?? name;
	const namesakes = Map.groupBy(customers, (customer) => label(customer));
	const labels = new Map(
		customers
			.filter((customer) => namesakes.get(label(customer))?.length === 1)
			.map((customer) => [customer.id, label(customer)]),
	);
	return (id) => labels.get(id) ?? id;
}

function given(value: string | undefined): readonly string[] {
	return value === undefined ? [] : [value];
}

function compareAspects(
	before: Aspects,
	now: Aspects,
): readonly AspectChange[] {
	return Object.entries(now).flatMap(([aspect, values]) => {
		const here = new Set(before[aspect]);
		const there = new Set(values);
		const gone = here.difference(there);
		const added = there.difference(here);
		return gone.size + added.size === 0
			? []
			: [{aspect, before: [...gone], now: [...added]}];
	});
}
