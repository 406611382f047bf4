import {type Failure} from '../events.ts';
import {SiteError} from '../site-error.ts';
import {type Person} from '../step.ts';
import {failureOf} from '../step-handler.ts';
import {lookAfterWrite} from './look-after-write.ts';

/** What became of a batch. */
export type Added = {
	readonly added: readonly Person[];
	readonly refused: ReadonlyArray<{
		readonly person: Person;
		readonly failure: Failure;
	}>;
	readonly requestId?: string;
};

/** How a batch is added, and how to see who is in. */
export type Batch = {
	add(accountIds: readonly string[]): Promise<{readonly requestId?: string}>;
	/** Account ids of everyone who is in now. */
	read(): Promise<ReadonlySet<string>>;
};

/**
Adds people in one call. A refusal of the batch tells not whom it meant, and the others may be in already; so it looks who is in, and halves the rest until the refused stand alone.
*/
export async function addPeople(
	people: readonly Person[],
	batch: Batch,
): Promise<Added> {
	if (people.length === 0) {
		return {added: [], refused: []};
	}

	try {
		const {requestId} = await batch.add(people.map(({accountId}) => accountId));
		return {added: people, refused: [], requestId};
	} catch (error) {
		if (!(error instanceof SiteError) || error.facts.code !== 'refused') {
			throw error;
		}

		const [person] = people;
		return people.length === 1 && person !== undefined
			? {added: [], refused: [{person, failure: failureOf(error)}]}
			: halve(people, batch);
	}
}

async function halve(people: readonly Person[], batch: Batch): Promise<Added> {
	const present = await lookAfterWrite(async () => batch.read());
	const isIn = ({accountId}: Person) => present.has(accountId);
	const missing = people.filter((person) => !isIn(person));
	const middle = Math.ceil(missing.length / 2);
	const left = await addPeople(missing.slice(0, middle), batch);
	const right = await addPeople(missing.slice(middle), batch);
	return {
		added: [
			...people.filter((person) => isIn(person)),
			...left.added,
			...right.added,
		],
		refused: [...left.refused, ...right.refused],
		requestId: right.requestId ?? left.requestId,
	};
}
