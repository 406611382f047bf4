import {type Stage, operations} from './least-calls.ts';
import {type MeasuredCopy} from './measured-copy.ts';

/** A site's limits for one kind of call. */
type Limit = (operation: string) => number;

/** Jira Cloud's documented defaults. Source: Atlassian, "Rate limiting". */
const jiraLimits: Limit = (operation) => {
	if (operation === operations.projectCustomers) {
		return 5;
	}

	return /^(?:PUT|DELETE) /v.test(operation) ? 50 : 100;
};

/** Seconds a copy takes at the least. What depends on what: a plan on both scans, writing on the plan, verifying on all. Writing is one stage: each organization has its members and links while customers of others are created, so at the limits only the slowest kind of call counts. */
export function idealOf(
	{source, destination, writing, verifying}: MeasuredCopy['least'],
	latencyMs: number,
): number {
	return idealSeconds(
		[[source, destination], [writing], [verifying]],
		jiraLimits,
		latencyMs,
	);
}

/**
Seconds that nobody can be faster than: calls of one stage need nothing of each other and may all be sent at once, but the next stage needs what the one before made. Each operation has a second's worth of calls at once, and then its rate; each stage waits for one answer at least.
*/
function idealSeconds(
	stages: ReadonlyArray<readonly Stage[]>,
	limit: Limit,
	latencyMs: number,
): number {
	return stages.reduce(
		(sum, sites) => sum + slowest(sites, limit) + latencyMs / 1000,
		0,
	);
}

/** Sites have limits of their own, so each is reckoned by itself. */
function slowest(sites: readonly Stage[], limit: Limit): number {
	const seconds = sites.flatMap((stage) =>
		Object.entries(stage).map(([name, count]) => {
			const rate = limit(operations[name as keyof typeof operations]);
			return Math.max(0, (count - rate) / rate);
		}),
	);
	return Math.max(0, ...seconds);
}
