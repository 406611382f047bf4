import {
	type Conflict,
	type Plan,
	type PlannedOrganization,
} from '../migration/plan.ts';
import {summarizePlan} from '../migration/plan-summary.ts';

/** The plan as scripts read it: the event `planned`, whose shape is fixed. */
export function plannedEvent(plan: Plan): Readonly<Record<string, unknown>> {
	const {source, destination, projects, organizations, remembered, leftSource} =
		plan;
	return {
		type: 'planned',
		source,
		destination,
		projects: projects.map(({from, to}) => ({
			from: from.key,
			to: to?.key ?? null,
		})),
		...summarizePlan(plan),
		problems: countProblems(plan),
		leftOut: {
			agents: plan.leftOut.agents.length,
			apps: plan.leftOut.apps.length,
			deleted: plan.leftOut.deleted.length,
		},
		remembered,
		leftSource,
		conflicts: organizations.flatMap((organization) =>
			organization.conflict === undefined
				? []
				: [describeConflict(organization, organization.conflict)],
		),
	};
}

/** How many customers have which problem; each counts once. */
function countProblems({customers}: Plan): Readonly<Record<string, number>> {
	const counts = new Map<string, number>();

	for (const {problem} of customers) {
		if (problem !== undefined) {
			counts.set(problem, (counts.get(problem) ?? 0) + 1);
		}
	}

	return Object.fromEntries(counts);
}

function describeConflict(
	{id, name, decision}: PlannedOrganization,
	{kind, certainty, other, customers, projects}: Conflict,
): Readonly<Record<string, unknown>> {
	return {
		kind,
		certainty,
		organization: {id, name},
		// Of organizations that are alike on the source, neither is on the destination yet.
		...(kind === 'duplicate-organization'
			? {destination: other}
			: {alike: other}),
		customers,
		projects,
		...(decision && {decision}),
	};
}
