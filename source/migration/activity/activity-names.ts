import {addAll} from '../add-all.ts';
import {indexById} from '../index-by-id.ts';
import {type RelatedAccount} from '../model.ts';
import {
	type Plan,
	type PlannedCustomer,
	type PlannedOrganization,
} from '../plan.ts';
import {type ReadonlyTextMap} from '../text-map.ts';
import {fieldsById} from './edit-jobs.ts';
import {type PlannedActivity, type PlannedEdit} from './planned-activity.ts';
import {type LinkField} from './request-links.ts';

/** What the fields of planned activity, and those whom they name, are called. All of it is untrusted. */
export class ActivityNames {
	readonly #plan: Plan;
	#index: Index | undefined;

	constructor(plan: Plan) {
		this.#plan = plan;
	}

	/** A field of the destination; undefined where the plan has none with this id. */
	field(id: string): LinkField | undefined {
		return this.#indexed().fields.get(id);
	}

	/** What the field is called; its id where the plan has none with this id. */
	fieldName(id: string): string {
		return this.field(id)?.name ?? id;
	}

	/** Customers or organizations of the source by their ids: emails, names of customers who hide theirs, names of organizations. */
	here(field: string, ids: readonly string[]): readonly string[] {
		const {accounts, organizations} = this.#indexed();
		const isOfOrganizations = this.field(field)?.kind === 'organizations';
		return ids.map((id) => {
			const account = accounts.get(id);
			const label = isOfOrganizations
				? organizations.get(id)?.name
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
		const {there} = this.#indexed();
		return ids.map((id) => there.get(id) ?? id);
	}

	/** Made when a name is first asked for, since it passes all customers. */
	#indexed(): Index {
		this.#index ??= indexNames(this.#plan);
		return this.#index;
	}
}

/** Whom and what fields may name, by id. */
type Index = {
	readonly fields: ReadonlyMap<string, LinkField>;
	readonly accounts: ReadonlyTextMap<PlannedCustomer | RelatedAccount>;
	readonly organizations: ReadonlyTextMap<PlannedOrganization>;
	/** Labels of the destination. */
	readonly there: ReadonlyMap<string, string>;
};

function indexNames({
	customers,
	organizations,
	leftOut,
	activity,
}: Plan): Index {
	const {fields = [], requests = [], left = [], there = []} = activity ?? {};
	// Requests may name a few of a million.
	const named = idsNamed({requests, left});
	const isNamed = ({id}: {readonly id: string}) => named.has(id);
	return {
		fields: fieldsById({fields}),
		accounts: indexById([
			...customers.filter((one) => isNamed(one)),
			...leftOut.deleted.filter((one) => isNamed(one)),
		]),
		organizations: indexById(organizations.filter((one) => isNamed(one))),
		there: new Map(there.map(({id, label}) => [id, label] as const)),
	};
}

/** Source ids of all whom edits set and left fields name. */
function idsNamed({
	requests,
	left,
}: Pick<PlannedActivity, 'requests' | 'left'>): ReadonlySet<string> {
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
