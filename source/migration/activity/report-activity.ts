import {type Advice, type Explanation, explainFailure} from '../explain.ts';
import {indexById} from '../index-by-id.ts';
import {type Plan} from '../plan.ts';
import {type RunState} from '../run-state.ts';
import {fieldsById} from './edit-jobs.ts';
import {explainObstacle} from './explain-activity.ts';
import {type PlannedActivity, type PlannedEdit} from './planned-activity.ts';
import {type LinkKind} from './request-links.ts';

/** What became of one field of a request that was on the destination already. */
export type ActivityRow = Partial<Explanation> & {
	/** Key on the destination. */
	readonly request: string;
	/** Key on the source. */
	readonly from: string;
	/** The name of the field on the destination, untrusted. */
	readonly field: string;
	readonly kind?: LinkKind;
	/** Emails, or names of customers who hide theirs, or names of organizations; untrusted. */
	readonly named: readonly string[];
	readonly outcome: 'linked' | 'left' | 'failed' | 'waiting';
};

/**
Makes a row for each field that was to be set, and for each that was left alone.

@yields The rows, those to be set first.
*/
export function* activityRows(
	plan: Plan,
	state: RunState,
	advice?: Advice,
): Generator<ActivityRow> {
	const {activity} = plan;

	if (activity === undefined) {
		return;
	}

	const about = describeWith(plan, activity);
	const names = {
		source: plan.source.name,
		destination: plan.destination.name,
		advice,
	};

	for (const {from, to, edits} of activity.requests) {
		for (const edit of edits) {
			yield {
				...about(edit.field, namedBy(edit)),
				request: to,
				from,
				...whatBecame(to, edit, state),
			};
		}
	}

	for (const {from, to, field, named, why} of activity.left) {
		yield {
			...about(field, named),
			request: to,
			from,
			outcome: 'left',
			...explainObstacle(why, names),
		};
	}
}

function namedBy({add, placeholder}: PlannedEdit): readonly string[] {
	return [...add, ...(placeholder === undefined ? [] : [placeholder])];
}

function describeWith(
	{customers, organizations, leftOut}: Plan,
	activity: PlannedActivity,
): (
	field: string,
	named: readonly string[],
) => Pick<ActivityRow, 'field' | 'kind' | 'named'> {
	const fields = fieldsById(activity);
	const accounts = indexById([...customers, ...leftOut.deleted]);
	const byId = indexById(organizations);
	return (id, named) => {
		const field = fields.get(id);
		const label = (one: string) => {
			const account = accounts.get(one);
			return field?.kind === 'organizations'
				? byId.get(one)?.name
				: (account?.email ?? account?.name);
		};

		return {
			field: field?.name ?? id,
			...(field && {kind: field.kind}),
			named: named.map((one) => label(one) ?? one),
		};
	};
}

/** A field whose customers could not be made, or that someone set meanwhile, is not among those set. */
function whatBecame(
	request: string,
	{field}: PlannedEdit,
	state: RunState,
): Pick<ActivityRow, 'outcome'> & Partial<Explanation> {
	const failure = state.requestFailure(request);

	if (failure !== undefined) {
		return {outcome: 'failed', ...explainFailure(failure)};
	}

	const edits = state.requestEdits(request);

	if (edits === undefined) {
		return {outcome: 'waiting'};
	}

	return edits.some((edit) => edit.field === field)
		? {outcome: 'linked'}
		: {
				outcome: 'left',
				...explainFailure({code: 'changed-meanwhile'}),
			};
}
