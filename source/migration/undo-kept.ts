/** What an undo takes back. */
export type UndoneKind =
	/** A field of a request. */
	| 'request-link'
	| 'project-access'
	| 'project-link'
	| 'membership'
	| 'customer'
	| 'organization'
	| 'group'
	| 'group-membership';

/** Why something a run made stays. */
export type KeptReason =
	/** Named on a request by now, such as `IT-204`. */
	| {readonly code: 'on-request'; readonly example: string}
	/** Someone has set the field of a request to another value. */
	| {readonly code: 'changed-since'}
	/** Requests are shared with the organization by now. */
	| {readonly code: 'shared-request'; readonly example: string}
	/** Others have become members of the organization or group. */
	| {
			readonly code: 'joined';
			readonly count: number;
			readonly example: string;
	  }
	/** Others have linked the organization to a service project. */
	| {readonly code: 'linked'; readonly example: string}
	/** A customer who stays is a member. */
	| {readonly code: 'member-stays'; readonly example: string}
	/** The organization that has it stays. */
	| {readonly code: 'organization-stays'}
	/** The person has made a full account of it. */
	| {readonly code: 'account-upgraded'}
	/** Deleting accounts needs a site administrator. */
	| {readonly code: 'no-right'}
	/** Jira keeps the customers of a project that is open to everyone. */
	| {readonly code: 'open-project'; readonly detail?: string}
	/** What a run revoked can't be granted again through the API. */
	| {readonly code: 'revoked'}
	/** Mail that is out. */
	| {readonly code: 'mailed'};

/** One thing that stays, and why. */
export type Kept = {
	readonly what: UndoneKind | 'revocation' | 'invitation';
	/** Email or name, untrusted. */
	readonly subject: string;
	/** The organization or project it belongs to, untrusted. */
	readonly place?: string;
	readonly reason: KeptReason;
};

/** One thing that was taken back, as the destination said, and yet is there. */
export type StillThere = Pick<Kept, 'subject' | 'place'> & {
	readonly what: UndoneKind;
};
