import {type Failure, type RecordedEvent} from './events.ts';
import {allParts} from './all-parts.ts';
import {indexById} from './index-by-id.ts';
import {Failures} from './failures.ts';
import {Pairs} from './pairs.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from './plan.ts';
import {plannedAccount} from './planned-account.ts';
import {type RunCustomer, runCustomers} from './run-customers.ts';
import {type Person} from './step.ts';
import {type AutoJoined} from './verification.ts';
import {type ReadonlyTextMap, type TextMap} from './text-map.ts';

/**
What a run has done by now. It folds the events of steps, those of an interrupted run too; the run goes on from it and the report is made from it.
*/
export class RunState {
	/** Of the plan, and whoever else the run met, by their source ids. */
	readonly #customers: TextMap<RunCustomer>;
	readonly #organizations = new Map<string, string>();
	readonly #revoked = new Set<string>();
	/** Customers by their organizations, projects by theirs, customers by projects. */
	readonly #members = new Pairs();
	readonly #links = new Pairs();
	readonly #access = new Pairs();
	readonly #failures = new Failures();
	/** What was set in requests, by their keys on the destination. */
	readonly #requests = new Map<string, LinkedEvent['edits']>();
	/** By their source ids. */
	readonly #organizationsPlanned: ReadonlyTextMap<PlannedOrganization>;
	/** Names of organizations, by the customer who is in them unplanned. */
	readonly #autoJoined = new Map<string, string[]>();

	/** Who makes a state in parts brings the customers of the plan. */
	constructor(
		plan: Plan,
		customers: TextMap<RunCustomer> = allParts(runCustomers(plan.customers)),
	) {
		this.#customers = customers;
		this.#organizationsPlanned = indexById(plan.organizations);
	}

	/** A customer of the plan by his source id. */
	planned(customer: string): PlannedCustomer | undefined {
		return this.#customers.get(customer)?.planned;
	}

	/** Destination account of a source customer, once there is one. */
	customerId(customer: string): string | undefined {
		const {planned, account} = this.#customers.get(customer) ?? {};
		const made =
			planned?.sameAs === undefined
				? account
				: this.#customers.get(planned.sameAs)?.account;
		return made ?? (planned && plannedAccount(planned));
	}

	/** The source customer who is created for this one: himself, unless he shares his email with another. */
	makerOf(customer: string): string {
		return this.planned(customer)?.sameAs ?? customer;
	}

	/** Whether this run made the account, rather than found it. */
	isCreated(customer: string): boolean {
		const known = this.#customers.get(customer);
		return known?.account !== undefined && !known.isFound;
	}

	isRevoked(customer: string): boolean {
		return this.#revoked.has(customer);
	}

	/** The destination organization that the plan writes to, once there is one: a new one is known by its creation, a joined one by the plan. */
	organizationId(organization: PlannedOrganization): string | undefined {
		const {id, fate, sameAs, destination} = organization;

		if (sameAs !== undefined) {
			return this.#organizations.get(sameAs);
		}

		return fate === 'link' || fate === 'unchanged'
			? destination?.id
			: this.#organizations.get(id);
	}

	/** The same, as far as it is linked to a destination project by the plan or was before. */
	organizationOn(organization: string, project: string): string | undefined {
		const planned = this.#organizationsPlanned.get(organization);
		const isToLink = planned?.links.add.some(({key}) => key === project);
		return planned === undefined ||
			(isToLink === true && !this.isLinked(organization, project))
			? undefined
			: this.organizationId(planned);
	}

	isMember(organization: string, customer: string): boolean {
		return this.#members.has(organization, customer);
	}

	/** The project is one of the destination, as everywhere here. */
	isLinked(organization: string, project: string): boolean {
		return this.#links.has(organization, project);
	}

	hasAccess(project: string, customer: string): boolean {
		return this.#access.has(project, customer);
	}

	/** What this run set in a request, by its key on the destination. */
	requestEdits(request: string): LinkedEvent['edits'] | undefined {
		return this.#requests.get(request);
	}

	/** Names of organizations that took the customer in by themselves, as far as a verification found any. */
	autoJoined(customer: string): readonly string[] {
		return this.#autoJoined.get(customer) ?? [];
	}

	/** Takes in what a verification found. */
	noteAutoJoined(found: readonly AutoJoined[]): void {
		for (const {organization, customers} of found) {
			for (const customer of customers) {
				const known = this.#autoJoined.get(customer) ?? [];
				this.#autoJoined.set(customer, [...known, organization]);
			}
		}
	}

	/** How many things could not be done. */
	get failures(): number {
		return this.#failures.size;
	}

	customerFailure(customer: string): Failure | undefined {
		return this.#failures.get('customer', customer);
	}

	organizationFailure(organization: string): Failure | undefined {
		return this.#failures.get('organization', organization);
	}

	memberFailure(organization: string, customer: string): Failure | undefined {
		return this.#failures.get('member', organization, customer);
	}

	linkFailure(organization: string, project: string): Failure | undefined {
		return this.#failures.get('link', organization, project);
	}

	accessFailure(project: string, customer: string): Failure | undefined {
		return this.#failures.get('access', project, customer);
	}

	requestFailure(request: string): Failure | undefined {
		return this.#failures.get('request', request);
	}

	/** Source customers with an account by now; those whose creation failed are missing. */
	people(customers: readonly string[]): readonly Person[] {
		return customers.flatMap((customer) => {
			const planned = this.planned(customer);
			const accountId = this.customerId(customer);
			return planned === undefined || accountId === undefined
				? []
				: [{customer, accountId, label: planned.email ?? planned.name}];
		});
	}

	/** A later success takes back an earlier failure, since a resume tries again. */
	fold(event: RecordedEvent): void {
		switch (event.type) {
			case 'customer-created':
			case 'customer-linked': {
				this.#noteAccount(event);
				this.#failures.delete('customer', event.customer);
				break;
			}

			case 'customer-revoked': {
				this.#revoked.add(event.customer);
				this.#failures.delete('customer', event.customer);
				break;
			}

			case 'organization-created':
			case 'organization-renamed': {
				this.#organizations.set(event.organization, event.destinationId);
				this.#failures.delete('organization', event.organization);
				break;
			}

			case 'members-added': {
				for (const customer of event.customers) {
					this.#members.add(event.organization, this.#knownId(customer));
					this.#failures.delete('member', event.organization, customer);
				}

				break;
			}

			case 'project-linked': {
				this.#links.add(event.organization, event.project);
				this.#failures.delete('link', event.organization, event.project);
				break;
			}

			case 'project-access-added': {
				for (const customer of event.customers) {
					this.#access.add(event.project, this.#knownId(customer));
					this.#failures.delete('access', event.project, customer);
				}

				break;
			}

			case 'request-linked': {
				this.#requests.set(event.request, event.edits);
				this.#failures.delete('request', event.request);
				break;
			}

			case 'customer-failed':
			case 'revocation-failed':
			case 'organization-failed':
			case 'member-failed':
			case 'project-link-failed':
			case 'project-access-failed':
			case 'request-link-failed': {
				this.#failures.note(event);
			}
		}
	}

	/** A customer who was only found after all once, was not made. */
	#noteAccount({type, customer, destinationId}: AccountEvent): void {
		const known = this.#customers.get(customer) ?? {isFound: false};
		known.account = destinationId;
		known.isFound ||= type === 'customer-linked';
		this.#customers.set(customer, known);
	}

	/** The same id in the very text of the plan: of a million texts one copy is enough. */
	#knownId(customer: string): string {
		return this.planned(customer)?.id ?? customer;
	}
}

type AccountEvent = Extract<
	RecordedEvent,
	{readonly type: 'customer-created' | 'customer-linked'}
>;

type LinkedEvent = Extract<RecordedEvent, {readonly type: 'request-linked'}>;
