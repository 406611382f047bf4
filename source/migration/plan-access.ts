import {type ProjectAccess, type ProjectPair} from './model.ts';
import {type PlannedAccess} from './plan.ts';
import {type Locate, planMembers} from './plan-members.ts';

/** Whoever had access to a service project by himself gets it on the counterpart (R12). */
export function planAccess(
	projects: readonly ProjectPair[],
	source: readonly ProjectAccess[],
	destination: readonly ProjectAccess[],
	locate: Locate,
): readonly PlannedAccess[] {
	return projects.map(({from, to}) => {
		const customers = customersOf(source, from.key);

		if (to === undefined) {
			return {from, add: [], present: [], notPossible: customers};
		}

		const present = new Set(customersOf(destination, to.key));
		const {notPossible, ...plan} = planMembers(customers, present, locate);
		return {
			from,
			to,
			...plan,
			// Agents have access by their licence, apps and former users need none.
			notPossible: notPossible
				.filter(({why}) => why === 'not-copied')
				.map(({customer}) => customer),
		};
	});
}

function customersOf(
	access: readonly ProjectAccess[],
	key: string,
): readonly string[] {
	return access.find(({project}) => project === key)?.customers ?? [];
}
