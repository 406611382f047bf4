/** What stood in the way, so that callers need not know HTTP. */
export type SiteErrorCode =
	/** No answer: wrong address, no network, connection lost. */
	| 'unreachable'
	/** Something answered that is no Jira Cloud site. */
	| 'not-jira'
	/** 401: wrong email or token, or the token has expired. */
	| 'unauthorized'
	/** 403: the account lacks a permission. */
	| 'forbidden'
	| 'not-found'
	/** 400, 409 and the like: the site understood and refuses this one thing. */
	| 'refused'
	/** 429 again and again, or a wait longer than anyone would sit through. */
	| 'throttled'
	/** 5xx, or a body that makes no sense. */
	| 'broken'
	/** The admin stopped the run before the call had left. */
	| 'stopped';

export type SiteErrorFacts = {
	readonly code: SiteErrorCode;
	/**
	Whether the site can have acted: false when nothing left or the site answered with a refusal; true when the answer was lost (R15).
	*/
	readonly mayHaveHappened: boolean;
	/** Such as `POST /rest/servicedeskapi/customer`, ids left out. */
	readonly operation: string;
	readonly site: string;
	readonly status?: number;
	/** What Atlassian's support asks for. */
	readonly requestId?: string;
	/** The site's own words, untrusted. */
	readonly detail?: string;
};

/** A call to a site that did not do what was asked. Thrown by every port. */
export class SiteError extends Error {
	override readonly name = 'SiteError';
	readonly facts: SiteErrorFacts;

	constructor(facts: SiteErrorFacts, options?: ErrorOptions) {
		const status = facts.status === undefined ? '' : ` (${facts.status})`;
		super(
			`${facts.operation} on ${facts.site}: ${facts.code}${status}`,
			options,
		);
		this.facts = facts;
	}
}

const fatalCodes: ReadonlySet<SiteErrorCode> = new Set([
	'unauthorized',
	'unreachable',
	'not-jira',
	'throttled',
	'stopped',
]);

/** Whether no further call to the site makes sense after this error. */
export function isFatal({facts}: SiteError): boolean {
	return fatalCodes.has(facts.code);
}
