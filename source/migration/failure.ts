import {type SiteErrorCode} from './site-error.ts';

/** Why one thing could not be done. */
export type Failure = {
	readonly code: SiteErrorCode | FailureCode;
	/** The site's own words, untrusted. */
	readonly detail?: string;
	readonly status?: number;
	readonly requestId?: string;
};

export type FailureCode =
	/** The name belongs to an organization that was not there at the scan; nothing was added to it (R11). */
	| 'name-taken-meanwhile'
	/** The email is known there, but the account can't be seen. */
	| 'account-hidden'
	/** The account that has the email is deactivated. */
	| 'account-deactivated'
	/** The answer was lost and the destination could not be asked, so a resume asks again before anything is repeated (R15). */
	| 'outcome-unknown'
	/** Someone set the field of a request since the plan; it was left alone. */
	| 'changed-meanwhile';

/** What ended a run of the same failure. */
export type TooManyErrorsFacts = {
	/** Calls in a row that failed. */
	readonly count: number;
	/** The last of them. */
	readonly failure: Failure;
};
