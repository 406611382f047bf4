import {type PlannedMembers, type PlannedOrganization} from './plan.ts';

/** One membership: a place among those of an organization. */
export type MembershipPlace = {
	readonly organization: PlannedOrganization;
	readonly position: number;
};

/** All memberships of a plan by their numbers, so that any of a million is found without passing the others. */
export class MembershipIndex {
	/** How many memberships there are. */
	readonly total: number;
	readonly #organizations: readonly PlannedOrganization[];
	/** The number of the first membership of each organization. */
	readonly #firsts: readonly number[];

	constructor(organizations: readonly PlannedOrganization[]) {
		const firsts: number[] = [];
		let total = 0;

		for (const {members} of organizations) {
			firsts.push(total);
			total += membershipsOf(members);
		}

		this.total = total;
		this.#organizations = organizations;
		this.#firsts = firsts;
	}

	/** Undefined where there is no such number. */
	at(number: number): MembershipPlace | undefined {
		if (number < 0 || number >= this.total) {
			return undefined;
		}

		let low = 0;
		let high = this.#firsts.length - 1;

		// The last organization that begins at or before the number; those without memberships begin where the next one does.
		while (low < high) {
			const middle = Math.ceil((low + high) / 2);

			if (this.#firsts[middle]! <= number) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}

		return {
			organization: this.#organizations[low]!,
			position: number - this.#firsts[low]!,
		};
	}
}

/** How many memberships of an organization the plan touches. */
export function membershipsOf({
	present,
	add,
	notPossible,
}: PlannedMembers): number {
	return present.length + add.length + notPossible.length;
}

/** The source id of the customer at a place: those present first, then those to add, then those who can't be members. */
export function memberAt(
	{present, add, notPossible}: PlannedMembers,
	position: number,
): string {
	const later = position - present.length;
	return (
		present[position] ??
		add[later] ??
		notPossible[later - add.length]?.customer ??
		''
	);
}
