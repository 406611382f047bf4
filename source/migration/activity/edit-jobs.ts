import {chunks} from '../chunks.ts';
import {type Plan} from '../plan.ts';
import {type RequestReader} from '../ports.ts';
import {type RunState} from '../run-state.ts';
import {type Step} from '../step.ts';
import {
	type PlannedActivity,
	type PlannedEdit,
	type PlannedRequest,
} from './planned-activity.ts';
import {
	type LinkField,
	type LinkedRequest,
	type RequestEdit,
	isExactly,
} from './request-links.ts';

/** Requests that are looked at once more in one call, right before they are edited. So few that the look is not old when the last is. */
export const requestsPerLook = 20;

/**
The edits that are still to be made, in jobs that begin with a look at their requests: what someone set there since the plan is not overwritten.

@yields What to send for a batch of requests.
*/
export function* editJobs(
	{activity}: Plan,
	state: RunState,
	destination: RequestReader,
	signal: AbortSignal,
): Generator<AsyncIterable<Step>> {
	if (activity === undefined) {
		return;
	}

	const open = activity.requests.filter(
		({to}) =>
			state.requestEdits(to) === undefined &&
			state.requestFailure(to)?.code !== 'outcome-unknown',
	);
	const fields = fieldsById(activity);

	for (const requests of chunks(open, requestsPerLook)) {
		yield lookAndEdit(requests, {fields, state, destination, signal});
	}
}

async function* lookAndEdit(
	requests: readonly PlannedRequest[],
	{
		fields,
		state,
		destination,
		signal,
	}: {
		readonly fields: ReadonlyMap<string, LinkField>;
		readonly state: RunState;
		readonly destination: RequestReader;
		readonly signal: AbortSignal;
	},
): AsyncGenerator<Step> {
	const found = await destination.requestsByKey(
		requests.map(({to}) => to),
		signal,
	);
	const now = new Map(found.map((request) => [request.key, request]));

	for (const request of requests) {
		const {from, to, project, edits} = request;
		const resolved = edits.flatMap(
			(edit) => resolveEdit(edit, fields, project, state) ?? [],
		);
		const before = new Map(edits.map((edit) => [edit.field, edit.before]));
		const untouched = resolved.filter((edit) =>
			isUntouched(edit, before.get(edit.field) ?? [], now.get(to)),
		);

		if (resolved.length > 0) {
			yield {
				kind: 'edit-request',
				request: to,
				from,
				edits: untouched,
				changed: resolved.length - untouched.length,
			};
		}
	}
}

/** Nobody has set the field since the plan, unless it was us. A request that is gone is refused when it is sent. */
function isUntouched(
	{field, after}: RequestEdit,
	before: readonly string[],
	now: LinkedRequest | undefined,
): boolean {
	return (
		now === undefined ||
		isExactly(now.values[field], before) ||
		isExactly(now.values[field], after)
	);
}

/** The edit with ids of the destination; undefined where nobody is left to set, since making them failed. */
function resolveEdit(
	{field: id, before, former = [], keep, add, placeholder}: PlannedEdit,
	fields: ReadonlyMap<string, LinkField>,
	project: string,
	state: RunState,
): RequestEdit | undefined {
	const field = fields.get(id);

	if (field === undefined) {
		return undefined;
	}

	const {kind, many} = field;
	const added = add.flatMap(
		(one) =>
			(kind === 'organizations'
				? state.organizationOn(one, project)
				: state.customerId(one)) ?? [],
	);
	const set = [...added, ...(placeholder === undefined ? [] : [placeholder])];
	return set.length === 0
		? undefined
		: {
				field: id,
				kind,
				many,
				before: before.filter((one) => !former.includes(one)),
				...(former.length > 0 && {hadFormer: true}),
				after: [...new Set([...keep, ...set])],
			};
}

/** Fields of the destination. */
export function fieldsById({
	fields,
}: Pick<PlannedActivity, 'fields'>): ReadonlyMap<string, LinkField> {
	return new Map(fields.map(({to}) => [to.id, to]));
}
