import {type Failure, type RecordedEvent} from './events.ts';
import {indexById} from './index-by-id.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from './plan.ts';
import {plannedAccount} from './planned-account.ts';
import {type Person} from './step.ts';
import {type AutoJoined} from './verification.ts';

/**
What a run has done by now. It folds the events of steps, those of an interrupted run too; the run goes on from it and the report is made from it.
*/
export class RunState {
	/** The customers of the plan by their source ids. */
	readonly planned: ReadonlyMap<string, PlannedCustomer>;
	readonly #customers = new Map<string, string>();
	/** Customers whose email was known when they were to be created. */
	readonly #found = new Set<string>();
	readonly #organizations = new Map<string, string>();
	/** What else is done, such as `member 12 qm:…`. */
	readonly #done = new Set<string>();
	readonly #failures = new Map<string, Failure>();
	/** What was set in requests, by their keys on the destination. */
	readonly #requests = new Map<string, LinkedEvent['edits']>();
	/** By their source ids. */
	readonly #organizationsPlanned: ReadonlyMap<string, PlannedOrganization>;
	/** Names of organizations, by the customer who is in them unplanned. */
	readonly #autoJoined = new Map<string, string[]>();

	constructor(plan: Plan) {
		this.planned = indexById(plan.customers);
		this.#organizationsPlanned = indexById(plan.organizations);
	}

	/** Destination account of a source customer, once there is one. */
	customerId(customer: string): string | undefined {
		const planned = this.planned.get(customer);
		const made = this.#customers.get(planned?.sameAs ?? customer);
		return made ?? (planned && plannedAccount(planned));
	}

	/** Whether this run made the account, rather than found it. */
	isCreated(customer: string): boolean {
		return this.#customers.has(customer) && !this.#found.has(customer);
	}

	isRevoked(customer: string): boolean {
		return this.#isDone('revoked', customer);
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
		return this.#isDone('member', organization, customer);
	}

	/** The project is one of the destination, as everywhere here. */
	isLinked(organization: string, project: string): boolean {
		return this.#isDone('link', organization, project);
	}

	hasAccess(project: string, customer: string): boolean {
		return this.#isDone('access', project, customer);
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
		return this.#failures.get(keyOf('customer', customer));
	}

	organizationFailure(organization: string): Failure | undefined {
		return this.#failures.get(keyOf('organization', organization));
	}

	memberFailure(organization: string, customer: string): Failure | undefined {
		return this.#failures.get(keyOf('member', organization, customer));
	}

	linkFailure(organization: string, project: string): Failure | undefined {
		return this.#failures.get(keyOf('link', organization, project));
	}

	accessFailure(project: string, customer: string): Failure | undefined {
		return this.#failures.get(keyOf('access', project, customer));
	}

	requestFailure(request: string): Failure | undefined {
		return this.#failures.get(keyOf('request', request));
	}

	/** Source customers with an account by now; those whose creation failed are missing. */
	people(customers: readonly string[]): readonly Person[] {
		return customers.flatMap((customer) => {
			const planned = this.planned.get(customer);
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
				this.#customers.set(event.customer, event.destinationId);
				this.#failures.delete(keyOf('customer', event.customer));

				if (event.type === 'customer-linked') {
					this.#found.add(event.customer);
				}

				break;
			}

			case 'customer-revoked': {
				this.#finish('revoked', event.customer);
				this.#failures.delete(keyOf('customer', event.customer));
				break;
			}

			case 'organization-created':
			case 'organization-renamed': {
				this.#organizations.set(event.organization, event.destinationId);
				this.#failures.delete(keyOf('organization', event.organization));
				break;
			}

			case 'members-added': {
				for (const customer of event.customers) {
					this.#finish('member', event.organization, customer);
				}

				break;
			}

			case 'project-linked': {
				this.#finish('link', event.organization, event.project);
				break;
			}

			case 'project-access-added': {
				for (const customer of event.customers) {
					this.#finish('access', event.project, customer);
				}

				break;
			}

			case 'request-linked': {
				this.#requests.set(event.request, event.edits);
				this.#failures.delete(keyOf('request', event.request));
				break;
			}

			case 'customer-failed':
			case 'revocation-failed':
			case 'organization-failed':
			case 'member-failed':
			case 'project-link-failed':
			case 'project-access-failed':
			case 'request-link-failed': {
				this.#failures.set(failureKey(event), event.failure);
			}
		}
	}

	#isDone(...parts: readonly string[]): boolean {
		return this.#done.has(keyOf(...parts));
	}

	#finish(...parts: readonly string[]): void {
		const key = keyOf(...parts);
		this.#done.add(key);
		this.#failures.delete(key);
	}
}

type LinkedEvent = Extract<RecordedEvent, {readonly type: 'request-linked'}>;

type FailedEvent = Extract<RecordedEvent, {readonly failure: Failure}>;

function failureKey(event: FailedEvent): string {
	switch (event.type) {
		case 'customer-failed':
		case 'revocation-failed': {
			return keyOf('customer', event.customer);
		}

		case 'organization-failed': {
			return keyOf('organization', event.organization);
		}

		case 'member-failed': {
			return keyOf('member', event.organization, event.customer);
		}

		case 'project-link-failed': {
			return keyOf('link', event.organization, event.project);
		}

		case 'project-access-failed': {
			return keyOf('access', event.project, event.customer);
		}

		case 'request-link-failed': {
			return keyOf('request', event.request);
		}
	}
}

/** Ids hold no blanks, so the parts can't run into each other. */
function keyOf(...parts: readonly string[]): string {
	return parts.join(' ');
}
