import {type BaseMembers, PeopleSet} from './people-set.ts';
import {type People} from './people.ts';

/** What is known of a customer organization besides its members. */
export type OrganizationFacts = {
	readonly id: number;
	readonly name: string;
	readonly uuid: string;
	/** Milliseconds of the epoch; unknown for organizations from before Jira kept it. */
	readonly createdAt?: number | undefined;
	/** True where an identity provider manages the members. */
	readonly isManaged: boolean;
	/** New customers with an email of these domains join by themselves. Not readable through the API. */
	readonly domains: readonly string[];
};

export type BaseOrganization = OrganizationFacts & {
	readonly members: BaseMembers;
};

export type Organization = {
	readonly facts: OrganizationFacts;
	readonly members: PeopleSet;
	readonly properties: Map<string, unknown>;
};

/** All organizations of one site. */
export class Organizations {
	readonly #people: People;
	readonly #byId = new Map<number, Organization>();
	readonly #idsByName = new Map<string, Set<number>>();
	readonly #idsByDomain = new Map<string, number[]>();
	#byName: readonly Organization[] | undefined;
	#lastId = 0;

	constructor(people: People, base: readonly BaseOrganization[]) {
		this.#people = people;
		for (const {members, ...facts} of base) {
			this.#put({
				facts,
				members: new PeopleSet(people, members),
				properties: new Map(),
			});
		}
	}

	get size(): number {
		return this.#byId.size;
	}

	get nextId(): number {
		return this.#lastId + 1;
	}

	find(id: number): Organization | undefined {
		return this.#byId.get(id);
	}

	/** Those of exactly this name, or, if asked, of a name that differs in case and blanks only. */
	named(name: string, comparison: 'exact' | 'folded'): Organization[] {
		const ids = this.#idsByName.get(folded(name)) ?? [];
		return Array.from(ids, (id) => this.#byId.get(id)!).filter(
			(organization) =>
				comparison === 'folded' || organization.facts.name === name,
		);
	}

	/** All organizations, by name or in the order of their ids. */
	list(order: 'by-name' | 'by-id'): readonly Organization[] {
		if (order === 'by-id') {
			return this.#byId.values().toArray();
		}

		this.#byName ??= this.#byId
			.values()
			.toArray()
			.toSorted((one, other) => compareNames(one.facts, other.facts));
		return this.#byName;
	}

	/** The organizations this account is a member of. */
	of(accountId: string): Organization[] {
		const position = this.#people.positionOf(accountId);
		return position === undefined
			? []
			: this.#byId
					.values()
					.filter((organization) => organization.members.hasPosition(position))
					.toArray();
	}

	/** The ids of the organizations that new customers with this email domain join. */
	owning(domain: string): readonly number[] {
		return this.#idsByDomain.get(domain) ?? [];
	}

	add(facts: OrganizationFacts): void {
		this.#put({
			facts,
			members: new PeopleSet(this.#people),
			properties: new Map(),
		});
	}

	rename(id: number, name: string): void {
		const organization = this.#byId.get(id);
		if (!organization) {
			return;
		}

		this.#forgetName(organization);
		this.#put({...organization, facts: {...organization.facts, name}});
	}

	delete(id: number): void {
		const organization = this.#byId.get(id);
		if (!organization) {
			return;
		}

		this.#forgetName(organization);
		this.#byId.delete(id);
		for (const [domain, ids] of this.#idsByDomain) {
			this.#idsByDomain.set(
				domain,
				ids.filter((each) => each !== id),
			);
		}
	}

	#put(organization: Organization): void {
		const {id, name, domains} = organization.facts;
		this.#byId.set(id, organization);
		this.#idsByName.set(
			folded(name),
			new Set([...(this.#idsByName.get(folded(name)) ?? []), id]),
		);
		for (const domain of domains) {
			this.#idsByDomain.set(domain, [
				...new Set([...(this.#idsByDomain.get(domain) ?? []), id]),
			]);
		}

		this.#lastId = Math.max(this.#lastId, id);
		this.#byName = undefined;
	}

	#forgetName({facts}: Organization): void {
		this.#idsByName.get(folded(facts.name))?.delete(facts.id);
		this.#byName = undefined;
	}
}

function folded(name: string): string {
	return name.normalize('NFC').trim().replaceAll(/\s+/gv, ' ').toLowerCase();
}

function compareNames(
	one: OrganizationFacts,
	other: OrganizationFacts,
): number {
	const [first, second] = [one.name.toLowerCase(), other.name.toLowerCase()];
	return first === second ? one.id - other.id : first < second ? -1 : 1;
}
