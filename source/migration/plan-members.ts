import {type AccountIndex} from './match.ts';
import {
	type MembershipObstacle,
	type PlannedCustomer,
	type PlannedMembers,
} from './plan.ts';
import {type SourcePeople} from './source-people.ts';

/** Where a source account is, or will be, on the destination. */
export type Whereabouts =
	| {readonly type: 'there'; readonly destinationId: string}
	| {readonly type: 'coming'}
	| {
			readonly type: 'barred';
			readonly why: MembershipObstacle;
			/** Set where the same person is known there all the same. */
			readonly destinationId?: string;
	  };

/** Tells where a source account is, or will be, on the destination. */
export type Locate = (sourceId: string) => Whereabouts;

/** Answers for planned customers, and with a reason for everyone else. */
export function locateWith(
	people: SourcePeople,
	destination: AccountIndex,
): Locate {
	return (id) => {
		const customer = people.planned(id);

		if (customer !== undefined) {
			return locatePlanned(customer);
		}

		const destinationId = destination.byId.get(id)?.id;
		return {type: 'barred', why: people.obstacle(id), destinationId};
	};
}

function locatePlanned(customer: PlannedCustomer): Whereabouts {
	const {fate, destinationId, sameAs, problem} = customer;

	if (fate === 'create' || sameAs !== undefined) {
		return {type: 'coming'};
	}

	// Access of someone deactivated on the destination is a matter for its admins.
	return destinationId === undefined || problem === 'deactivated-there'
		? {type: 'barred', why: 'not-copied', destinationId}
		: {type: 'there', destinationId};
}

/** Splits source members into those to add, those there already and those who can't come. */
export function planMembers(
	sourceMembers: readonly string[],
	destinationMembers: ReadonlySet<string>,
	locate: Locate,
): PlannedMembers {
	const add: string[] = [];
	const present: string[] = [];
	const notPossible: Array<PlannedMembers['notPossible'][number]> = [];

	for (const customer of sourceMembers) {
		const whereabouts = locate(customer);

		if (
			whereabouts.type !== 'coming' &&
			destinationMembers.has(whereabouts.destinationId ?? '')
		) {
			present.push(customer);
		} else if (whereabouts.type === 'barred') {
			notPossible.push({customer, why: whereabouts.why});
		} else {
			add.push(customer);
		}
	}

	return {add, present, notPossible};
}
