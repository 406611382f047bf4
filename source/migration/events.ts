import {type RequestEdit} from './activity/request-links.ts';
import {type Failure} from './failure.ts';
import {type RunSummary} from './run-summary.ts';
import {type Verification} from './verification.ts';
import {type VerifySummary} from './verify-summary.ts';

export {type Failure, type FailureCode} from './failure.ts';

/** The phases of a run, in the order that one thing goes through them: project links after members, so that no half-filled organization is exposed (R12). */
export const phases = [
	'organizations',
	'customers',
	'memberships',
	'projectLinks',
	'projectAccess',
	/** Last, since a request takes only whom the others have put there. */
	'activity',
] as const;

export type Phase = (typeof phases)[number];

/** What steps tell. The ledger keeps these; report and resume are made from them. */
export type RecordedEvent =
	CustomerEvent | OrganizationEvent | MemberEvent | ProjectEvent | RequestEvent;

export type RequestEvent =
	| {
			readonly type: 'request-linked';
			/** Key on the destination. */
			readonly request: string;
			/** Key on the source. */
			readonly from: string;
			/** What was set, as ids of the destination. */
			readonly edits: ReadonlyArray<Pick<RequestEdit, 'field' | 'after'>>;
			/** Fields that someone set since the plan, so that they were left alone. */
			readonly changed?: number;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'request-link-failed';
			readonly request: string;
			readonly from: string;
			readonly failure: Failure;
	  };

export type CustomerEvent =
	| {
			readonly type: 'customer-created';
			/** Source account id, as in every event. */
			readonly customer: string;
			readonly email: string;
			readonly destinationId: string;
			/** The account has access until a `customer-revoked` follows (R6). */
			readonly isRevokedNext?: true;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'customer-linked';
			readonly customer: string;
			readonly email: string;
			readonly destinationId: string;
	  }
	| {
			readonly type: 'customer-revoked';
			readonly customer: string;
			/** The name where the email is hidden, as in the failures below. */
			readonly email: string;
			readonly requestId?: string;
	  }
	| {
			/** The account was made but still has access, in the second case (R6). */
			readonly type: 'customer-failed' | 'revocation-failed';
			readonly customer: string;
			readonly email: string;
			readonly failure: Failure;
	  };

export type OrganizationEvent =
	| {
			readonly type: 'organization-created' | 'organization-renamed';
			/** Source organization id, as in every event. */
			readonly organization: string;
			readonly name: string;
			/** The name on the destination. */
			readonly newName: string;
			readonly destinationId: string;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'organization-failed';
			readonly organization: string;
			readonly name: string;
			readonly failure: Failure;
	  };

export type MemberEvent =
	| {
			readonly type: 'members-added';
			readonly organization: string;
			readonly name: string;
			/** Source account ids. */
			readonly customers: readonly string[];
			readonly requestId?: string;
	  }
	| {
			readonly type: 'member-failed';
			readonly organization: string;
			readonly name: string;
			readonly customer: string;
			readonly email: string;
			readonly failure: Failure;
	  };

export type ProjectEvent =
	| {
			readonly type: 'project-linked';
			readonly organization: string;
			readonly name: string;
			/** Key of the destination project, as in every event. */
			readonly project: string;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'project-link-failed';
			readonly organization: string;
			readonly name: string;
			readonly project: string;
			readonly failure: Failure;
	  }
	| {
			readonly type: 'project-access-added';
			readonly project: string;
			/** Source account ids. */
			readonly customers: readonly string[];
			readonly requestId?: string;
	  }
	| {
			readonly type: 'project-access-failed';
			readonly project: string;
			readonly customer: string;
			readonly email: string;
			readonly failure: Failure;
	  };

export type Side = 'source' | 'destination';

/** What a site's client tells while it waits or tries again. */
export type SiteNotice =
	| {
			readonly type: 'throttled';
			readonly operation: string;
			readonly milliseconds: number;
			/** Burst slows one kind of call, quota stops all. */
			readonly reason: 'burst' | 'quota' | 'unknown';
	  }
	| {
			readonly type: 'retried';
			readonly operation: string;
			readonly attempt: number;
			readonly failure: Failure;
	  };

export type ScanSubject =
	| 'accounts'
	| 'agents'
	| 'organizations'
	| 'members'
	| 'project-lists'
	| 'requests';

export type ScanEvent =
	| {
			readonly type: 'scan-progressed';
			readonly side: Side;
			readonly subject: ScanSubject;
			/** How many were read so far. */
			readonly count: number;
	  }
	| {
			readonly type: 'scan-finished';
			readonly side: Side;
			readonly counts: Readonly<Partial<Record<ScanSubject, number>>>;
	  }
	/** Requests of one project hold content of deleted accounts (R2): counted, never copied. */
	| {
			readonly type: 'deleted-content-found';
			/** Key of the source project. */
			readonly project: string;
			readonly accounts: number;
			/** A request counts for each account that left something in it. */
			readonly requests: number;
			/** The first keys of each account. */
			readonly keys: readonly string[];
	  };

/** How much each phase has to do: customers, organizations, memberships and so on, not calls. */
export type PhaseTotals = Readonly<Record<Phase, number>>;

/** The engine's whole outward speech. Screen, printers, report and resume all listen to this one stream. */
export type EngineEvent =
	| ScanEvent
	| RecordedEvent
	| (SiteNotice & {readonly side: Side})
	| {
			readonly type: 'run-started' | 'run-resumed';
			readonly run: string;
			readonly totals: PhaseTotals;
	  }
	/** Phases may go side by side, each with what is there for it. */
	| {
			readonly type: 'phase-started' | 'phase-finished';
			readonly phase: Phase;
	  }
	/** About to be sent; the name of what it is about, untrusted. */
	| {
			readonly type: 'step-sent';
			readonly phase: Phase;
			readonly subject: string;
	  }
	/** Steps left open by an interrupted run, and how many of them had happened. */
	| {
			readonly type: 'unknown-outcomes-settled';
			readonly asked: number;
			readonly hadHappened: number;
	  }
	| {readonly type: 'verify-started'}
	| ({readonly type: 'verified'} & Verification)
	| ({readonly type: 'verify-finished'} & VerifySummary)
	| {readonly type: 'run-stopped'; readonly run: string}
	| ({readonly type: 'run-finished'} & RunSummary);
