import {type Failure} from './events.ts';
import {type Outstanding} from './outstanding.ts';
import {type Plan} from './plan.ts';
import {type RequestReader} from './ports.ts';
import {type RunState} from './run-state.ts';
import {type Step} from './step.ts';

/** Steps that follow each other, each made when the one before it is done, since it may need what that one made. */
export type Job = Iterable<Step> | AsyncIterable<Step>;

/** What the jobs of a run are made from. */
export type JobSetting = {
	readonly plan: Plan;
	readonly state: RunState;
	readonly destination: RequestReader;
	readonly signal: AbortSignal;
	/** Organizations that are still to be made, by their source ids. */
	readonly organizationsLeft: Outstanding;
	/** Customers whose jobs are not over, by their source ids. */
	readonly customersLeft: Outstanding;
	/** Organizations whose members are not all added, by what `placeOf` says. */
	readonly membersLeft: Outstanding;
};

/** A call about it is still open in the ledger, so that it must not be sent again before that is settled. */
export function isUnknown(failure: Failure | undefined): boolean {
	return failure?.code === 'outcome-unknown';
}
