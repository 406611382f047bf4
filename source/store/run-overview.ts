import {type Plan} from '../migration/plan.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {type Pair} from './pair.ts';

/** A run as a list shows it. */
export type RunOverview = Pair &
	Partial<
		Pick<
			RunSummary,
			'ending' | 'verdict' | 'exitCode' | 'customers' | 'organizations'
		>
	> & {
		readonly id: string;
		/** ISO 8601, in UTC. */
		readonly startedAt: string;
		/** When it was last closed. Missing while it is under way, or when it was killed before it could be closed. */
		readonly finishedAt?: string;
		readonly steps: number;
		/** Steps whose outcome is unknown. */
		readonly openSteps: number;
		/** How far an undo of it has come; missing where there was none. */
		readonly undo?: 'begun' | 'finished';
		/** How that undo ended, in one sentence; missing where it was killed before it could say so. */
		readonly undoVerdict?: string;
		/** How many things the undo left, because they stay or failed. */
		readonly undoLeft?: number;
	};

/** A run with everything it went by. */
export type StoredRun = RunOverview & {
	readonly plan: Plan;
	readonly summary?: RunSummary;
};
