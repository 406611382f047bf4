import {countBy} from '../count-by.ts';
import {type RunState} from '../run-state.ts';
import {type ActivityTotals} from './activity-totals.ts';
import {fieldsById} from './edit-jobs.ts';
import {type PlannedActivity} from './planned-activity.ts';
import {linkKinds} from './request-links.ts';

/** Counts what became of requests that were to be edited. */
export function tallyActivity(
	activity: PlannedActivity,
	state: RunState,
): ActivityTotals {
	const fields = fieldsById(activity);
	const {requests, present, left} = activity;
	const edits = requests.flatMap(({to}) => state.requestEdits(to) ?? []);
	const linked = requests.filter(
		({to}) => state.requestEdits(to) !== undefined,
	).length;
	const failed = requests.filter(
		({to}) => state.requestFailure(to) !== undefined,
	).length;
	return {
		planned: requests.length,
		linked,
		failed,
		waiting: requests.length - linked - failed,
		fields: countBy(
			linkKinds,
			edits.flatMap(({field}) => fields.get(field)?.kind ?? []),
			(kind) => kind,
		),
		present,
		left: left.length,
	};
}
