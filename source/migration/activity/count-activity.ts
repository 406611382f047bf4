import {countBy} from '../count-by.ts';
import {sum} from '../sum.ts';
import {fieldsById} from './edit-jobs.ts';
import {
	type ActivityObstacle,
	type Pairing,
	type PlannedActivity,
} from './planned-activity.ts';
import {type LinkKind, linkKinds} from './request-links.ts';

export const activityObstacles: readonly ActivityObstacle[] = [
	'other-value',
	'not-there',
	'inactive',
	'not-linked-to-project',
	'deleted',
	'no-right',
];

/** What is planned for requests that are on the destination, in numbers. */
export type ActivityCounts = {
	readonly read: PlannedActivity['read'];
	readonly pairs: Readonly<Record<Pairing, number>>;
	/** Requests to edit. */
	readonly requests: number;
	/** Fields to set, by their kind. */
	readonly fields: Readonly<Record<LinkKind, number>>;
	/** Fields that are as they should be. */
	readonly present: number;
	/** Fields that are left as they are, by the reason. */
	readonly left: Readonly<Record<ActivityObstacle, number>>;
	/** Comments, mentions and worklogs, which keep the author they have on the destination. */
	readonly content: {
		readonly people: number;
		readonly comments: number;
		readonly mentions: number;
		readonly worklogs: number;
	};
};

export function countActivity(activity: PlannedActivity): ActivityCounts {
	const {read, pairs, requests, present, left, content} = activity;
	const fields = fieldsById(activity);
	return {
		read,
		pairs,
		requests: requests.length,
		fields: countBy(
			linkKinds,
			requests.flatMap(({edits}) =>
				edits.flatMap(({field}) => fields.get(field)?.kind ?? []),
			),
			(kind) => kind,
		),
		present,
		left: countBy(activityObstacles, left, ({why}) => why),
		content: {
			people: content.length,
			comments: sum(content.map(({comments}) => comments)),
			mentions: sum(content.map(({mentions}) => mentions)),
			worklogs: sum(content.map(({worklogs}) => worklogs)),
		},
	};
}
