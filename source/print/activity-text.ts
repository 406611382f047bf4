import {type ActivityCounts} from '../migration/activity/count-activity.ts';
import {
	explainObstacle,
	explainPairing,
} from '../migration/activity/explain-activity.ts';
import {
	type ActivityObstacle,
	type FieldPair,
	type Pairing,
	type PlannedActivity,
} from '../migration/activity/planned-activity.ts';
import {linkKinds} from '../migration/activity/request-links.ts';
import {type ActivityTotals} from '../migration/activity/activity-totals.ts';
import {number, quantity} from '../migration/quantity.ts';
import {type Plan} from '../migration/plan.ts';
import {neutralise} from '../text/neutralise.ts';

/** What a plan does with requests that are on the destination already, in lines of plain text. */
export function activityPlanText(
	{source, destination}: Plan,
	activity: PlannedActivity,
	counts: ActivityCounts,
): readonly string[] {
	const names = {source: source.name, destination: destination.name};
	const {read, pairs, requests, present, left} = counts;
	const proposed = requestsProposed(activity);
	return [
		`  Requests       ${number(read.source)} on the source, ${number(read.destination)} on the destination; ${number(pairs.confirmed)} are the same for certain`,
		`    ${quantity(requests, 'request')} to edit: ${fieldCounts(counts.fields)}; ${quantity(present, 'field')} as they should be`,
		...activity.fields.map((field) => `    ${fieldText(field)}`),
		...activity.fieldsWithout.map(
			(name) => `    ${neutralise(name)}: no such field on the destination`,
		),
		...Object.entries(left)
			.filter(([, count]) => count > 0)
			.map(
				([why, count]) =>
					`    ${quantity(count, 'field')} left: ${neutralise(explainObstacle(why as ActivityObstacle, names).problem)}`,
			),
		...(proposed === ''
			? []
			: [
					`    Only proposed, not linked: ${proposed}`,
					'      → Look at some of them; --proposed link takes them all.',
				]),
		...contentLines(counts),
	];
}

/** Numbers of fields by kind: *12 reporter, 3 people*. */
export function fieldCounts(fields: ActivityCounts['fields']): string {
	const parts = linkKinds
		.filter((kind) => fields[kind] > 0)
		.map((kind) => `${number(fields[kind])} ${kind}`);
	return parts.length === 0 ? 'nothing to set' : parts.join(', ');
}

/** One line for the numbers of a run. */
export function activityTotalsText({
	planned,
	linked,
	failed,
	waiting,
	fields,
	left,
}: ActivityTotals): string {
	return [
		`${number(linked)} of ${number(planned)} edited (${fieldCounts(fields)})`,
		...(failed > 0 ? [`${number(failed)} failed`] : []),
		...(waiting > 0 ? [`${number(waiting)} waiting`] : []),
		...(left > 0 ? [`${quantity(left, 'field')} left as they are`] : []),
	].join(', ');
}

function fieldText({from, to, certainty}: FieldPair): string {
	const sure =
		certainty === 'certain'
			? ''
			: ' (only proposed: of the same type, at the same place among them)';
	return `Field ${neutralise(from.name)} → ${neutralise(to.name)}${sure}`;
}

function requestsProposed({proposed}: PlannedActivity): string {
	return [...Map.groupBy(proposed, ({pairing}) => pairing)]
		.map(
			([pairing, found]: readonly [Pairing, PlannedActivity['proposed']]) =>
				`${quantity(found.length, 'request')} with ${explainPairing(pairing)} (such as ${found[0]?.from ?? ''} → ${found[0]?.to ?? ''})`,
		)
		.join('; ');
}

/** No API gives what people wrote another author. */
function contentLines({content}: ActivityCounts): readonly string[] {
	const {people, comments, mentions, worklogs} = content;
	return people === 0
		? []
		: [
				`    ${quantity(comments, 'comment')}, ${quantity(mentions, 'mention')} and ${quantity(worklogs, 'worklog')} of ${number(people)} people keep the author they have there; the report lists them.`,
			];
}
