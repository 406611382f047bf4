import {Buffer} from 'node:buffer';
import {
	type ObservedExchange,
	type PracticeSite,
} from '../../source/practice/practice-sites.ts';

/**
Counts, for each email and each name of an organization, how many calls made one. A call that is answered with an
organization that was there before made none.

@returns How to ask for the counts.
*/
export function countCreations({
	world,
	onExchange,
}: PracticeSite): () => Readonly<Record<string, number>> {
	const counts = new Map<string, number>();
	const known = new Set(
		world.organizations.list('by-id').map(({facts}) => String(facts.id)),
	);
	onExchange((exchange) => {
		const made = creationOf(exchange, known);

		if (made !== undefined) {
			counts.set(made, (counts.get(made) ?? 0) + 1);
		}
	});
	return () =>
		Object.fromEntries(
			[...counts].toSorted(([one], [other]) => one.localeCompare(other)),
		);
}

function creationOf(
	{operation, requestBody, answer}: ObservedExchange,
	known: Set<string>,
): string | undefined {
	if (answer?.status !== 201) {
		return undefined;
	}

	switch (operation) {
		case 'POST /rest/servicedeskapi/customer': {
			const {email} = JSON.parse(requestBody) as {readonly email: string};
			return `customer ${email}`;
		}

		case 'POST /rest/servicedeskapi/organization': {
			const text = Buffer.from(answer.body).toString();
			const {id, name} = JSON.parse(text) as Readonly<
				Record<'id' | 'name', string>
			>;

			if (known.has(id)) {
				return undefined;
			}

			known.add(id);
			return `organization ${name}`;
		}

		default: {
			return undefined;
		}
	}
}
