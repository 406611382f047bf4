import {hasFailed, reduceCopy} from './copy-state.ts';
import {type SessionState} from './session-state.ts';

/** A run that came to its end goes on at once with what failed, where that was asked for. Whatever is on screen stays there. */
export function retryIfWanted(state: SessionState): SessionState {
	const {copy, now} = state;
	const {stage, errors, source, destination} = copy;

	if (
		stage.type !== 'ended' ||
		stage.summary.ending !== 'finished' ||
		!errors.isRetryWanted ||
		!hasFailed(copy)
	) {
		return state;
	}

	const task = {type: 'run', run: stage.summary.run} as const;
	const begun = {type: 'copy-begun', task, source, destination} as const;
	return {...state, copy: reduceCopy(copy, begun, now)};
}
