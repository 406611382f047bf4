import {countEach} from '../migration/count-by.ts';
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
		// How many customers have which.
		problems: Object.fromEntries(
			countEach(plan.customers, ({problem}) => problem),
		),
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
