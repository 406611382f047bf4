import {type BaseMembers, PeopleSet} from './people-set.ts';
import {type People} from './people.ts';

export type BaseGroup = {
	readonly groupId: string;
	readonly name: string;
	readonly members: BaseMembers;
};

export type Group = {
	readonly groupId: string;
	readonly name: string;
	readonly members: PeopleSet;
};

/** The groups of one site. */
export class Groups {
	readonly #people: People;
	readonly #byId = new Map<string, Group>();

	constructor(people: People, base: readonly BaseGroup[]) {
		this.#people = people;
		for (const {groupId, name, members} of base) {
			this.#byId.set(groupId, {
				groupId,
				name,
				members: new PeopleSet(people, members),
			});
		}
	}

	get all(): Group[] {
		return this.#byId.values().toArray();
	}

	find(groupId: string): Group | undefined {
		return this.#byId.get(groupId);
	}

	/** Group names are unique without regard to case. */
	named(name: string): Group | undefined {
		return this.all.find(
			(group) => group.name.toLowerCase() === name.toLowerCase(),
		);
	}

	of(accountId: string): Group[] {
		return this.all.filter((group) => group.members.has(accountId));
	}

	add(groupId: string, name: string): void {
		this.#byId.set(groupId, {
			groupId,
			name,
			members: new PeopleSet(this.#people),
		});
	}

	delete(groupId: string): void {
		this.#byId.delete(groupId);
	}
}
