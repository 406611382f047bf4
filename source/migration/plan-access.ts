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
		const present = new Set(to && customersOf(destination, to.key));
		const plan = planMembers(customers, present, locate);
		// Agents have access by their licence, apps and former users need none.
		const left = plan.notPossible
			.filter(({why}) => why === 'not-copied')
			.map(({customer}) => customer);
		return to === undefined
			? {from, add: [], present: [], notPossible: [...plan.add, ...left]}
			: {from, to, add: plan.add, present: plan.present, notPossible: left};
	});
}

function customersOf(
	access: readonly ProjectAccess[],
	key: string,
): readonly string[] {
	return access.find(({project}) => project === key)?.customers ?? [];
}
