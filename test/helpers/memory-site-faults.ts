import {
	SiteError,
	type SiteErrorCode,
	type SiteErrorFacts,
} from '../../source/migration/site-error.ts';
import {type DestinationSite} from '../../source/migration/ports.ts';

/** One call to a site in memory, seen just before or just after it has its effect. */
export type SiteCall = {
	readonly operation: keyof DestinationSite;
	readonly kind: 'read' | 'write';
	/** Counts calls of this kind, from 1. */
	readonly number: number;
	readonly moment: 'before' | 'after';
};

/** Whatever it throws, the caller gets instead of an answer. It may also change the world, as other people do. */
export type SiteListener = (call: SiteCall) => void;

export type Moment = SiteCall['moment'];

export const moments: readonly Moment[] = ['before', 'after'];

export function siteError(
	code: SiteErrorCode,
	facts: Partial<SiteErrorFacts> = {},
): SiteError {
	return new SiteError({
		code,
		mayHaveHappened: false,
		operation: 'any call',
		site: 'https://new.example',
		...facts,
	});
}

/** The answer to one write is lost, before or after the site has acted on it. */
export function loseAnswer(
	number: number,
	moment: Moment,
	code: 'broken' | 'unreachable' = 'broken',
): SiteListener {
	return (call) => {
		if (isCall(call, {kind: 'write', number, moment})) {
			throw siteError(code, {mayHaveHappened: true});
		}
	};
}

/**
The connection is lost for good in the middle of a write: its answer is lost, and no later call leaves.
*/
export function loseConnection(number: number, moment: Moment): SiteListener {
	let isLost = false;
	return (call) => {
		if (isLost && call.moment === 'before') {
			throw siteError('unreachable');
		}

		if (!isCall(call, {kind: 'write', number, moment})) {
			return;
		}

		isLost = true;
		throw siteError('unreachable', {mayHaveHappened: true});
	};
}

/** One write is refused before it has any effect. */
export function refuseWrite(number: number, error: SiteError): SiteListener {
	return (call) => {
		if (isCall(call, {kind: 'write', number, moment: 'before'})) {
			throw error;
		}
	};
}

/** One call fails the first time it is made. */
export function failOnce(
	operation: SiteCall['operation'],
	error: SiteError,
	moment: Moment = 'before',
): SiteListener {
	let hasFailed = false;
	return (call) => {
		if (!(
			!hasFailed &&
			call.operation === operation &&
			call.moment === moment
		)) {
			return;
		}

		hasFailed = true;
		throw error;
	};
}

/** Whether a call is the one wanted. */
export function isCall(
	call: SiteCall,
	wanted: Pick<SiteCall, 'kind' | 'number' | 'moment'>,
): boolean {
	return (
		call.kind === wanted.kind &&
		call.number === wanted.number &&
		call.moment === wanted.moment
	);
}
