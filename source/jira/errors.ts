import {RequestError} from 'got';
import {SiteError, type SiteErrorCode} from '../migration/site-error.ts';
import {type ErrorBody, errorBody} from './wire.ts';

/** Errors from which it is certain that the call never reached a server. */
const neverLeft: ReadonlySet<string> = new Set([
	'ECONNREFUSED',
	'ENOTFOUND',
	'EAI_AGAIN',
	'EHOSTUNREACH',
	'ENETUNREACH',
	'ERR_INVALID_URL',
	'CERT_HAS_EXPIRED',
	'DEPTH_ZERO_SELF_SIGNED_CERT',
	'SELF_SIGNED_CERT_IN_CHAIN',
	'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
	'ERR_TLS_CERT_ALTNAME_INVALID',
]);

/** Longest part of a site's own words that is kept. */
const longestDetail = 300;

/** What is known of a call that failed. */
export type FailedCall = {
	readonly site: string;
	readonly operation: string;
	readonly isRead: boolean;
};

/** An error for a call that brought no answer. */
export function unanswered(call: FailedCall, error: unknown): SiteError {
	const code = error instanceof RequestError ? error.code : '';
	return new SiteError(
		{
			code: 'unreachable',
			mayHaveHappened: !call.isRead && !neverLeft.has(code),
			operation: call.operation,
			site: call.site,
			...(code !== '' && {detail: code}),
		},
		{cause: withoutRequest(error)},
	);
}

/** Whether nobody was found at the address, or somebody who can't prove to be the one asked for. */
export function isNobodyThere({facts}: SiteError): boolean {
	return facts.code === 'unreachable' && neverLeft.has(facts.detail ?? '');
}

/** An error for an answer that is none of those expected. What the site says is kept without the secrets in it. */
export function refusal(
	call: FailedCall,
	answer: {
		readonly status: number;
		readonly text: string;
		readonly requestId?: string;
	},
	scrub: (words: string) => string,
): SiteError {
	const {status, text, requestId} = answer;
	const words = wordsOf(text);
	return new SiteError({
		code: codeOf(status),
		mayHaveHappened: !call.isRead && status >= 500,
		operation: call.operation,
		site: call.site,
		status,
		requestId,
		// Hidden before it is cut, or half a secret would be left at the end.
		detail: words === '' ? undefined : scrub(words).slice(0, longestDetail),
	});
}

/** An error for an answer of a good status that makes no sense: a login page, a body cut off. The status is left out, since it says nothing. */
export function nonsense(
	call: FailedCall,
	requestId: string | undefined,
	code: 'not-jira' | 'broken',
): SiteError {
	return new SiteError({
		code,
		mayHaveHappened: !call.isRead && code === 'broken',
		operation: call.operation,
		site: call.site,
		requestId,
	});
}

/** An error for a call that the admin stopped before it left. */
export function stopped(call: FailedCall): SiteError {
	return new SiteError({
		code: 'stopped',
		mayHaveHappened: false,
		operation: call.operation,
		site: call.site,
	});
}

/** The error as it is for a call that was sent before and whose answer was lost then: whatever became of this repetition, the call may have happened. */
export function inDoubt(error: SiteError): SiteError {
	const {facts, cause} = error;
	return new SiteError({...facts, mayHaveHappened: true}, {cause});
}

function codeOf(status: number): SiteErrorCode {
	switch (status) {
		case 401: {
			return 'unauthorized';
		}

		case 403: {
			return 'forbidden';
		}

		case 404: {
			return 'not-found';
		}

		case 429: {
			return 'throttled';
		}

		default: {
			if (status >= 500) {
				return 'broken';
			}

			// A redirect or another odd status comes from no Jira API.
			return status >= 400 ? 'refused' : 'not-jira';
		}
	}
}

/** Jira has two shapes of error bodies; anything else, such as HTML, says nothing worth keeping. */
function wordsOf(text: string): string {
	const {
		errorMessage = '',
		errorMessages = [],
		errors = {},
	} = parseErrorBody(text);
	return [errorMessage, ...errorMessages, ...Object.values(errors)]
		.filter((word) => word !== '')
		.join(' ');
}

function parseErrorBody(text: string): ErrorBody {
	try {
		return errorBody.parse(JSON.parse(text));
	} catch {
		return {};
	}
}

/** Got's errors carry the request with its headers, and with them the token. */
function withoutRequest(error: unknown): unknown {
	return error instanceof RequestError
		? new Error(`${error.code}: ${error.message}`)
		: error;
}
