import {type Explanation, explainAccess, explainFailure} from './explain.ts';
import {type Plan, type PlannedAccess, type PlannedCustomer} from './plan.ts';
import {type RunState} from './run-state.ts';
import {customerOutcome} from './tally.ts';

/** What became of the access one customer had to one service project by himself (R12). */
export type AccessRow = Partial<Explanation> & {
	/** Key on the source. */
	readonly project: string;
	/** Key of the counterpart, where there is one. */
	readonly counterpart?: string;
	readonly customer: string;
	/** Empty where it is hidden. */
	readonly email: string;
	readonly outcome: 'added' | 'present' | 'not-possible' | 'failed' | 'waiting';
};

/**
Makes a row for each customer who had access by himself, with why where it could not be given.

@yields The rows, project by project.
*/
export function* accessRows(plan: Plan, state: RunState): Generator<AccessRow> {
	for (const access of plan.access) {
		const {from, to, add, present, notPossible} = access;
		const row = (customer: string) => ({
			project: from.key,
			...(to !== undefined && {counterpart: to.key}),
			customer,
			email: state.planned(customer)?.email ?? '',
		});
		const whyNot = explainNot(access, plan);

		for (const customer of present) {
			yield {...row(customer), outcome: 'present'};
		}

		for (const customer of add) {
			const became = whatBecame(access, customer, state);
			const isMissing = became === undefined;
			yield isMissing && hasFailed(state.planned(customer), state)
				? {...row(customer), outcome: 'not-possible', ...whyNot}
				: {...row(customer), ...(became ?? {outcome: 'waiting'})};
		}

		for (const customer of notPossible) {
			yield {...row(customer), outcome: 'not-possible', ...whyNot};
		}
	}
}

function explainNot(
	{to}: PlannedAccess,
	{source, destination}: Plan,
): Explanation {
	const names = {source: source.name, destination: destination.name};
	return explainAccess(
		to === undefined ? 'no-counterpart' : 'not-copied',
		names,
	);
}

/** Undefined where nothing was tried. */
function whatBecame(
	{to}: PlannedAccess,
	customer: string,
	state: RunState,
): (Pick<AccessRow, 'outcome'> & Partial<Explanation>) | undefined {
	const project = to?.key ?? '';

	if (state.hasAccess(project, customer)) {
		return {outcome: 'added'};
	}

	const failure = state.accessFailure(project, customer);
	return failure && {outcome: 'failed', ...explainFailure(failure)};
}

function hasFailed(
	customer: PlannedCustomer | undefined,
	state: RunState,
): boolean {
	return (
		customer !== undefined && customerOutcome(customer, state) === 'failed'
	);
}
