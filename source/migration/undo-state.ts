import {type Person} from './step.ts';
import {sum} from './sum.ts';
import {type Made, type MadeEdits} from './undo-made.ts';
import {type UndoneEvent} from './undo-events.ts';
import {type UndoneKind} from './undo-kept.ts';
import {type UndoCounts} from './undo-plan.ts';

/** What an undo has taken back by now. It folds the events of its steps, those of an interrupted undo too. */
export class UndoState {
	readonly #undone = new Set<string>();

	fold(event: UndoneEvent): void {
		switch (event.type) {
			case 'request-restored': {
				for (const field of event.fields) {
					this.#finish('request-link', event.request, field);
				}

				break;
			}

			case 'project-access-removed': {
				for (const customer of event.customers) {
					this.#finish('project-access', event.project, customer);
				}

				break;
			}

			case 'organization-unlinked': {
				this.#finish('project-link', event.organization, event.project);
				break;
			}

			case 'members-removed': {
				for (const customer of event.customers) {
					this.#finish('membership', event.organization, customer);
				}

				break;
			}

			case 'customer-deleted': {
				this.#finish('customer', event.destinationId);
				break;
			}

			case 'organization-deleted': {
				this.#finish('organization', event.destinationId);
				break;
			}

			case 'group-left': {
				const {group, person} = event;
				this.#finish('group-membership', group.id, person.accountId);
				break;
			}

			case 'group-deleted': {
				this.#finish('group', event.group.id);
				break;
			}

			case 'item-kept':
			case 'undo-failed': {
				break;
			}
		}
	}

	/** What is left of what a run made. */
	leftOf(made: Made): Made {
		const isLeft = (...parts: readonly string[]) =>
			!this.#undone.has(parts.join(' '));
		// What belonged to an account or an organization went with it.
		const isThere = (accountId: string) => isLeft('customer', accountId);
		const isStanding = (organization: string) =>
			isLeft('organization', organization);
		return {
			requests: this.#requestsOf(made, false),
			access: made.access.filter(
				({project, person}) =>
					isThere(person.accountId) &&
					isLeft('project-access', project.key, person.customer),
			),
			links: made.links.filter(
				({organization, destinationId, project}) =>
					isStanding(destinationId) &&
					isLeft('project-link', organization, project.key),
			),
			memberships: made.memberships.filter(
				({organization, destinationId, person}) =>
					isThere(person.accountId) &&
					isStanding(destinationId) &&
					isLeft('membership', organization, person.customer),
			),
			customers: made.customers.filter(({accountId}) => isThere(accountId)),
			organizations: made.organizations.filter(({destinationId}) =>
				isStanding(destinationId),
			),
			groups: made.groups.filter(({id}) => isLeft('group', id)),
			groupMemberships: made.groupMemberships.filter(({group, person}) =>
				isLeft('group-membership', group.id, person.accountId),
			),
			collected: made.collected,
			revoked: made.revoked,
		};
	}

	/** Fields of requests that are as they were. */
	restoredOf(made: Made): readonly MadeEdits[] {
		return this.#requestsOf(made, true);
	}

	/** How much of it is gone, with what went along with its account. */
	countsOf(made: Made): UndoCounts {
		const gone = this.#goneOf(made);
		return {
			'request-link': sum(gone.requests.map(({edits}) => edits.length)),
			'project-access': gone.access.length,
			'project-link': gone.links.length,
			membership: gone.memberships.length,
			customer: gone.customers.length,
			organization: gone.organizations.length,
			group: gone.groups.length,
			'group-membership': gone.groupMemberships.length,
		};
	}

	/** What of it is undone, and can be looked for: an account that is gone may stay on lists as a former user. */
	undoneOf(made: Made): Made {
		const gone = this.#goneOf(made);
		const isThere = ({person}: {readonly person: Person}) =>
			!this.#undone.has(`customer ${person.accountId}`);
		return {
			...gone,
			access: gone.access.filter((one) => isThere(one)),
			memberships: gone.memberships.filter((one) => isThere(one)),
		};
	}

	#goneOf(made: Made): Made {
		const left = this.leftOf(made);
		const without = <Item>(all: readonly Item[], some: readonly Item[]) => {
			const others = new Set(some);
			return all.filter((item) => !others.has(item));
		};

		return {
			requests: this.restoredOf(made),
			access: without(made.access, left.access),
			links: without(made.links, left.links),
			memberships: without(made.memberships, left.memberships),
			customers: without(made.customers, left.customers),
			organizations: without(made.organizations, left.organizations),
			groups: without(made.groups, left.groups),
			groupMemberships: without(made.groupMemberships, left.groupMemberships),
			collected: [],
			revoked: [],
		};
	}

	/** Requests with those of their fields that are undone, or with the others. */
	#requestsOf({requests}: Made, isUndone: boolean): readonly MadeEdits[] {
		return requests
			.map(({request, edits}) => ({
				request,
				edits: edits.filter(
					({field}) =>
						this.#undone.has(`request-link ${request} ${field}`) === isUndone,
				),
			}))
			.filter(({edits}) => edits.length > 0);
	}

	#finish(what: UndoneKind, ...parts: readonly string[]): void {
		this.#undone.add([what, ...parts].join(' '));
	}
}
