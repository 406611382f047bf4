import {addAll} from '../add-all.ts';
import {indexById} from '../index-by-id.ts';
import {type RelatedAccount} from '../model.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from '../plan.ts';
import {fieldsById} from './edit-jobs.ts';
import {type PlannedActivity, type PlannedEdit} from './planned-activity.ts';
import {type LinkField} from './request-links.ts';

/** What the fields of planned activity, and those whom they name, are called. All of it is untrusted. */
export class ActivityNames {
	readonly #fields: ReadonlyMap<string, LinkField>;
	readonly #accounts: ReadonlyMap<string, PlannedCustomer | RelatedAccount>;
	readonly #organizations: ReadonlyMap<string, PlannedOrganization>;
	/** Labels of the destination by id. */
	readonly #there: ReadonlyMap<string, string>;

	constructor(
		{customers, organizations, leftOut}: Plan,
		activity: PlannedActivity,
	) {
		// Requests may name a few of a million.
		const named = idsNamed(activity);
		const isNamed = ({id}: {readonly id: string}) => named.has(id);
		this.#fields = fieldsById(activity);
		this.#accounts = indexById([
			...customers.filter((one) => isNamed(one)),
			...leftOut.deleted.filter((one) => isNamed(one)),
		]);
		this.#organizations = indexById(
			organizations.filter((one) => isNamed(one)),
		);
		this.#there = new Map(
			activity.there?.map(({id, label}) => [id, label] as const),
		);
	}

	/** A field of the destination; undefined where the plan has none with this id. */
	field(id: string): LinkField | undefined {
		return this.#fields.get(id);
	}

	/** Customers or organizations of the source by their ids: emails, names of customers who hide theirs, names of organizations. */
	here(field: string, ids: readonly string[]): readonly string[] {
		const isOfOrganizations = this.field(field)?.kind === 'organizations';
		return ids.map((id) => {
			const account = this.#accounts.get(id);
			const label = isOfOrganizations
				? this.#organizations.get(id)?.name
				: (account?.email ?? account?.name);
			return label ?? id;
		});
	}

	/** Whom an edit sets. */
	setBy({field, add, placeholder}: PlannedEdit): readonly string[] {
		return [
			...this.here(field, add),
			...this.there(placeholder === undefined ? [] : [placeholder]),
		];
	}

	/** Accounts or organizations of the destination by their ids. */
	there(ids: readonly string[]): readonly string[] {
		return ids.map((id) => this.#there.get(id) ?? id);
	}
}

/** Source ids of all whom edits set and left fields name. */
function idsNamed({requests, left}: PlannedActivity): ReadonlySet<string> {
	const ids = new Set<string>();

	for (const {edits} of requests) {
		for (const {add} of edits) {
			addAll(ids, add);
		}
	}

	for (const {named} of left) {
		addAll(ids, named);
	}

	return ids;
}
