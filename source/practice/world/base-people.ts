import {type Person} from './person.ts';

/** The people a site starts with. They have positions from 0; a million of them need no memory until they are asked for. */
export type BasePeople = {
	readonly size: number;
	at(position: number): Person;
	/** The id of the person there, which costs less than the person. */
	accountIdAt(position: number): string;
	positionOfId(accountId: string): number | undefined;
	/** Several accounts may share an email; it is compared without regard to case. */
	positionsOfEmail(email: string): readonly number[];
};

/** People who were written down one by one. */
export function listedPeople(people: readonly Person[]): BasePeople {
	const positions = new Map(
		people.map((person, position) => [person.accountId, position]),
	);
	const byEmail = Map.groupBy(people.keys(), (position) =>
		people[position]!.email.toLowerCase(),
	);
	return {
		size: people.length,
		at: (position) => people[position]!,
		accountIdAt: (position) => people[position]!.accountId,
		positionOfId: (accountId) => positions.get(accountId),
		positionsOfEmail: (email) => byEmail.get(email.toLowerCase()) ?? [],
	};
}

/** Two lots of people, one behind the other. */
export function joinPeople(first: BasePeople, second: BasePeople): BasePeople {
	const behindFirst = (position: number) => position + first.size;
	return {
		size: first.size + second.size,
		at: (position) =>
			position < first.size
				? first.at(position)
				: second.at(position - first.size),
		accountIdAt: (position) =>
			position < first.size
				? first.accountIdAt(position)
				: second.accountIdAt(position - first.size),
		positionOfId(accountId) {
			const positionInFirst = first.positionOfId(accountId);
			if (positionInFirst !== undefined) {
				return positionInFirst;
			}

			const position = second.positionOfId(accountId);
			return position === undefined ? undefined : behindFirst(position);
		},
		positionsOfEmail: (email) => [
			...first.positionsOfEmail(email),
			...second
				.positionsOfEmail(email)
				.map((position) => behindFirst(position)),
		],
	};
}
