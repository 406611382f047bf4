import {isExactly} from '../activity/request-links.ts';
import {type RecordedEvent} from '../events.ts';
import {type StepOf} from '../step.ts';
import {type StepHandler} from '../step-handler.ts';

/** Sets customers and organizations in fields of a request, all in one call. */
export const requestEditing: StepHandler<'edit-request'> = {
	async send(step, {destination, signal}) {
		if (step.edits.length === 0) {
			return requestEditing.failed(step, {code: 'changed-meanwhile'});
		}

		const {requestId} = await destination.editRequest(
			step.request,
			step.edits,
			signal,
		);
		return [linked(step, requestId)];
	},

	async lookUp(step, {destination, signal}) {
		const [request] = await destination.requestsByKey([step.request], signal);
		return request !== undefined &&
			step.edits.length > 0 &&
			step.edits.every(({field, after}) =>
				isExactly(request.values[field], after),
			)
			? [linked(step)]
			: undefined;
	},

	failed: ({request, from}, failure) => [
		{type: 'request-link-failed', request, from, failure},
	],
};

function linked(
	{request, from, edits, changed}: StepOf<'edit-request'>,
	requestId?: string,
): RecordedEvent {
	return {
		type: 'request-linked',
		request,
		from,
		edits: edits.map(({field, after}) => ({field, after})),
		...(changed > 0 && {changed}),
		requestId,
	};
}
