import {ActivityRows} from './activity/report-activity.ts';
import {
	type Advice,
	type Explanation,
	type LeftOutKind,
	type SiteNames,
	explainAutoJoined,
	explainCustomer,
	explainFailure,
	explainLeftOut,
	explainMembership,
	explainOrganization,
} from './explain.ts';
import {
	type MembershipPlace,
	memberAt,
	membershipsOf,
} from './membership-index.ts';
import {type AccountType, type Reason} from './model.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedLinks,
	type PlannedOrganization,
} from './plan.ts';
import {allParts} from './all-parts.ts';
import {type OpenThing, collectOpenThings} from './open-things.ts';
import {type AccessRow, accessRows} from './report-access.ts';
import {type RunState} from './run-state.ts';
import {customerOutcome, organizationOutcome} from './tally.ts';
import {type CustomerOutcome, type OrganizationOutcome} from './totals.ts';

/** What became of one customer, and what is to do about him. */
export type CustomerRow = Partial<Explanation> & {
	readonly id: string;
	readonly name: string;
	/** The one on the destination: after the admin's mapping. */
	readonly email: string;
	/** The one on the source, only where the mapping changed it. */
	readonly sourceEmail?: string;
	/** On the source. */
	readonly type: AccountType;
	readonly destinationType?: AccountType;
	readonly destinationId?: string;
	readonly outcome: CustomerOutcome;
	readonly reasons: readonly Reason[];
};

/** What became of one organization. */
export type OrganizationRow = Partial<Explanation> & {
	readonly id: string;
	readonly name: string;
	/** Its name on the destination, where it is there. */
	readonly nameThere?: string;
	readonly destinationId?: string;
	readonly outcome: OrganizationOutcome;
	readonly members: number;
	/** Keys of the destination projects it is linked to. */
	readonly projects: readonly string[];
};

/** What became of one customer in one organization. */
export type MembershipRow = Partial<Explanation> & {
	readonly organization: string;
	/** Empty for accounts that are no customers. */
	readonly email: string;
	readonly customer: string;
	readonly outcome: 'added' | 'present' | 'not-possible' | 'failed' | 'waiting';
};

/** An account that was met among customers and is none (R3). */
export type LeftOutRow = Explanation & {
	readonly id: string;
	readonly name: string;
	/** Empty where it is hidden or gone. */
	readonly email: string;
	readonly type: AccountType;
	readonly kind: LeftOutKind;
	readonly reasons: readonly Reason[];
};

/**
What became of everything, made from the plan and from what the run did. Rows are made when they are asked for, since there may be a million.
*/
export class Report {
	readonly plan: Plan;
	readonly #state: RunState;
	readonly #names: SiteNames;
	#openThings: readonly OpenThing[] | undefined;

	constructor(plan: Plan, state: RunState, advice?: Advice) {
		this.plan = plan;
		this.#state = state;
		this.#names = {
			source: plan.source.name,
			destination: plan.destination.name,
			advice,
		};
	}

	/** What is left to do; looked for once, since screens ask with every key. */
	get openThings(): readonly OpenThing[] {
		return allParts(this.collectOpenThings());
	}

	/**
	Looks for what is left to do, part by part, so that it is there when it is asked for.

	@yields How many rows were looked at, after each part.
	*/
	*collectOpenThings(): Generator<number, readonly OpenThing[], void> {
		this.#openThings ??= yield* collectOpenThings(this.#problems());
		return this.#openThings;
	}

	/** The same report with other words for some next steps. */
	withAdvice(advice: Advice): Report {
		return new Report(this.plan, this.#state, advice);
	}

	/** Yields a row for each chosen customer. */
	*customers(): Generator<CustomerRow> {
		for (const customer of this.plan.customers) {
			yield this.customer(customer);
		}
	}

	/** Yields a row for each chosen organization. */
	*organizations(): Generator<OrganizationRow> {
		for (const organization of this.plan.organizations) {
			yield this.organization(organization);
		}
	}

	/** Yields a row for each membership the plan touches. */
	*memberships(): Generator<MembershipRow> {
		for (const organization of this.plan.organizations) {
			yield* this.membershipsOf(organization);
		}
	}

	/** Yields a row for each membership of one organization that the plan touches. */
	*membershipsOf(organization: PlannedOrganization): Generator<MembershipRow> {
		const count = membershipsOf(organization.members);

		for (let position = 0; position < count; position++) {
			yield this.membership({organization, position});
		}
	}

	/** A row for each customer who had access to a project by himself. */
	access(): Generator<AccessRow> {
		return accessRows(this.plan, this.#state);
	}

	/** A row for each field of a request that was to be set or that was left alone. */
	activity(): ActivityRows {
		return new ActivityRows(this.plan, this.#state, this.#names.advice);
	}

	/** Yields a row for each account that was met among customers and is none. */
	*leftOut(): Generator<LeftOutRow> {
		const {agents, apps, deleted} = this.plan.leftOut;

		for (const [accounts, kind] of [
			[agents, 'agent'],
			[apps, 'app'],
			[deleted, 'deleted'],
		] as const) {
			const explanation = explainLeftOut(kind, this.#names);

			for (const {id, name, email = '', type, reasons} of accounts) {
				yield {id, name, email, type, kind, reasons, ...explanation};
			}
		}
	}

	/** A chosen customer by his source id. */
	planned(customer: string): PlannedCustomer | undefined {
		return this.#state.planned(customer);
	}

	/** The account of a customer on the destination, once there is one. */
	destinationId(customer: string): string | undefined {
		return this.#state.customerId(customer);
	}

	/** What became of one customer, without everything else of his row. */
	customerOutcome(planned: PlannedCustomer): CustomerOutcome {
		return customerOutcome(planned, this.#state);
	}

	organizationOutcome(planned: PlannedOrganization): OrganizationOutcome {
		return organizationOutcome(planned, this.#state);
	}

	customer(planned: PlannedCustomer): CustomerRow {
		const {id, name, email = '', sourceEmail} = planned;
		const {type, reasons} = planned;
		const destinationId = this.#state.customerId(id);
		return {
			id,
			name,
			email,
			...(sourceEmail !== undefined && {sourceEmail}),
			type,
			destinationType: destinationTypeOf(planned, destinationId),
			destinationId,
			outcome: customerOutcome(planned, this.#state),
			reasons,
			...this.#explainCustomer(planned),
		};
	}

	organization(planned: PlannedOrganization): OrganizationRow {
		const {id, name, members, links} = planned;
		const destinationId = this.#state.organizationId(planned);
		const added = members.add.filter((customer) =>
			this.#state.isMember(id, customer),
		);
		const linked = links.add.filter(({key}) => this.#state.isLinked(id, key));
		return {
			id,
			name,
			...(destinationId !== undefined && {
				destinationId,
				nameThere: this.#nameThere(planned),
			}),
			outcome: organizationOutcome(planned, this.#state),
			members: members.present.length + added.length,
			projects: [...links.present, ...linked].map(({key}) => key),
			...this.#explainOrganization(planned),
		};
	}

	/** What became of one membership. */
	membership({organization, position}: MembershipPlace): MembershipRow {
		const customer = memberAt(organization.members, position);
		return {
			organization: organization.name,
			customer,
			email: this.#state.planned(customer)?.email ?? '',
			...this.#membershipAt(organization, position),
		};
	}

	/** Yields customers whose accounts someone has to do something about, copied or not. An access that was refused is no matter of the account. */
	*attention(): Generator<CustomerRow> {
		for (const customer of this.plan.customers) {
			if (this.#explainAccount(customer) !== undefined) {
				yield this.customer(customer);
			}
		}
	}

	/** For each customer and organization what is to do about it, without the rest of the row. */
	*#problems(): Generator<
		(Explanation & {readonly name: string; readonly email?: string}) | undefined
	> {
		for (const customer of this.plan.customers) {
			const {name, email} = customer;
			const explanation = this.#explainCustomer(customer);
			yield explanation && {name, email, ...explanation};
		}

		for (const organization of this.plan.organizations) {
			const {name} = organization;
			const explanation = this.#explainOrganization(organization);
			yield explanation && {name, ...explanation};
		}
	}

	#explainCustomer(planned: PlannedCustomer): Explanation | undefined {
		return this.#explainAccount(planned) ?? this.#explainAccess(planned.id);
	}

	#nameThere({
		name,
		newName,
		sameAs,
		destination,
	}: PlannedOrganization): string {
		// Few are joined with another; to look for none among thousands takes long.
		const other =
			sameAs === undefined
				? undefined
				: this.plan.organizations.find(({id}) => id === sameAs);
		return other === undefined
			? (newName ?? destination?.name ?? name)
			: this.#nameThere(other);
	}

	#explainAccount({
		id,
		sameAs,
		problem,
	}: PlannedCustomer): Explanation | undefined {
		const failure = this.#state.customerFailure(sameAs ?? id);

		if (failure !== undefined) {
			return explainFailure(failure);
		}

		if (problem !== undefined) {
			return explainCustomer(problem, this.#names);
		}

		const joined = this.#state.autoJoined(sameAs ?? id);
		return joined.length === 0
			? undefined
			: explainAutoJoined(joined, this.#names);
	}

	/** Of several refusals the first is told; the next copy meets them all again. */
	#explainAccess(customer: string): Explanation | undefined {
		for (const {to} of this.plan.access) {
			const key = to?.key ?? '';
			const failure = this.#state.accessFailure(key, customer);

			if (failure !== undefined) {
				return explainFailure(failure, `Not on the customer list of ${key}`);
			}
		}

		return undefined;
	}

	#explainOrganization({
		id,
		sameAs,
		problem,
		links,
	}: PlannedOrganization): Explanation | undefined {
		const failure = this.#state.organizationFailure(sameAs ?? id);

		const explanation =
			failure === undefined
				? this.#explainLinks(id, links)
				: explainFailure(failure);
		return explanation === undefined && problem !== undefined
			? explainOrganization(problem, this.#names)
			: explanation;
	}

	#explainLinks(
		organization: string,
		{add}: PlannedLinks,
	): Explanation | undefined {
		for (const {key} of add) {
			const failure = this.#state.linkFailure(organization, key);

			if (failure !== undefined) {
				return explainFailure(failure, `Not linked to ${key}`);
			}
		}

		return undefined;
	}

	#membershipAt(
		organization: PlannedOrganization,
		position: number,
	): Partial<Explanation> & Pick<MembershipRow, 'outcome'> {
		const {present, add, notPossible} = organization.members;
		const later = position - present.length;

		if (later < 0) {
			return {outcome: 'present'};
		}

		const added = add[later];

		if (added !== undefined) {
			return this.#added(organization, added);
		}

		const impossible = notPossible[later - add.length];
		return {
			outcome: 'not-possible',
			...(impossible && explainMembership(impossible.why)),
		};
	}

	/** What became of a member who was to be added: the reason is that of whatever is missing. */
	#added(
		organization: PlannedOrganization,
		customer: string,
	): Partial<Explanation> & Pick<MembershipRow, 'outcome'> {
		if (this.#state.isMember(organization.id, customer)) {
			return {outcome: 'added'};
		}

		const failure = this.#state.memberFailure(organization.id, customer);

		if (failure !== undefined) {
			return {outcome: 'failed', ...explainFailure(failure)};
		}

		if (organizationOutcome(organization, this.#state) === 'failed') {
			const explanation = explainMembership('organization-failed');
			return {outcome: 'not-possible', ...explanation};
		}

		const planned = this.#state.planned(customer);
		const isFailed =
			planned !== undefined &&
			customerOutcome(planned, this.#state) === 'failed';
		return isFailed
			? {outcome: 'not-possible', ...explainMembership('not-copied')}
			: {outcome: 'waiting'};
	}
}

/** What we create is portal-only, unless the site takes in the Atlassian account itself: that keeps its id. */
function destinationTypeOf(
	{id, type, destinationType}: PlannedCustomer,
	destinationId: string | undefined,
): AccountType | undefined {
	if (destinationType !== undefined || destinationId === undefined) {
		return destinationType;
	}

	return destinationId === id ? type : 'portal-only';
}
