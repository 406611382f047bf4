import {type BasePeople} from './base-people.ts';
import {formerUser, type Person} from './person.ts';

/** What can change about an account. */
export type PersonChange = Partial<
	Pick<
		Person,
		'accountType' | 'displayName' | 'email' | 'isActive' | 'isEmailHidden'
	>
>;

export type PeopleOrder = 'oldest-first' | 'new-accounts-first';

/**
All accounts of one site: those it started with, and what happened since. Each has a position that never changes;
new accounts get the next one.
*/
export class People {
	readonly #base: BasePeople;
	readonly #created: Person[] = [];
	readonly #changed = new Map<number, Person>();
	readonly #createdPositions = new Map<string, number>();
	readonly #positionsByNewEmail = new Map<string, number[]>();

	constructor(base: BasePeople) {
		this.#base = base;
	}

	get size(): number {
		return this.#base.size + this.#created.length;
	}

	/** How many accounts the site started with. */
	get baseSize(): number {
		return this.#base.size;
	}

	at(position: number): Person {
		const changed = this.#changed.get(position);
		if (changed) {
			return changed;
		}

		return position < this.#base.size
			? this.#base.at(position)
			: this.#created[position - this.#base.size]!;
	}

	accountIdAt(position: number): string {
		// A change leaves an account its id.
		return position < this.#base.size
			? this.#base.accountIdAt(position)
			: this.#created[position - this.#base.size]!.accountId;
	}

	positionOf(accountId: string): number | undefined {
		return (
			this.#createdPositions.get(accountId) ??
			this.#base.positionOfId(accountId)
		);
	}

	find(accountId: string): Person | undefined {
		const position = this.positionOf(accountId);
		return position === undefined ? undefined : this.at(position);
	}

	/** Every account with this email, without regard to case; deleted accounts have none. */
	withEmail(email: string): Person[] {
		const sought = email.toLowerCase();
		const candidates = new Set([
			...this.#base.positionsOfEmail(sought),
			...(this.#positionsByNewEmail.get(sought) ?? []),
		]);
		return [...candidates]
			.map((position) => this.at(position))
			.filter(
				(person) => !person.isDeleted && person.email.toLowerCase() === sought,
			);
	}

	/** Accounts `start` to `start + limit`, either in the order they came or with the newest ones first. */
	page(start: number, limit: number, order: PeopleOrder): Person[] {
		return [...this.each(start, limit, order)];
	}

	/** The accounts of `page`, each made when its turn comes, so that a long list need not be held. */
	*each(
		start: number,
		limit: number,
		order: PeopleOrder,
	): Generator<Person, void> {
		const inFront = order === 'new-accounts-first' ? this.#created.length : 0;
		const end = Math.min(start + limit, this.size);
		for (let index = start; index < end; index++) {
			yield this.at(index < inFront ? this.size - 1 - index : index - inFront);
		}
	}

	add(person: Person): void {
		this.#createdPositions.set(person.accountId, this.size);
		this.#noteEmail(person.email, this.size);
		this.#created.push(person);
	}

	change(accountId: string, change: PersonChange): void {
		this.#replace(accountId, (person) => ({...person, ...change}));
	}

	delete(accountId: string): void {
		this.#replace(accountId, formerUser);
	}

	#replace(accountId: string, changed: (person: Person) => Person): void {
		const position = this.positionOf(accountId);
		if (position === undefined) {
			return;
		}

		const person = changed(this.at(position));
		this.#changed.set(position, person);
		this.#noteEmail(person.email, position);
	}

	#noteEmail(email: string, position: number): void {
		const key = email.toLowerCase();
		this.#positionsByNewEmail.set(key, [
			...(this.#positionsByNewEmail.get(key) ?? []),
			position,
		]);
	}
}
