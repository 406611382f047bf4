import {type Failure, type Side, type SiteNotice} from './events.ts';
import {type ServiceProject} from './model.ts';
import {type Ending} from './run-summary.ts';
import {type SiteErrorFacts} from './site-error.ts';
import {type CallCounts} from './calls.ts';

/** One invitation: one mail to one person. */
export type InviteStep = {
	readonly kind: 'invite-customer';
	/** Source account id. */
	readonly customer: string;
	readonly email: string;
	readonly name: string;
	/** The account that the run made. */
	readonly accountId: string;
	/** The destination project whose help center the mail leads to. */
	readonly project: ServiceProject;
};

/** Why somebody is not invited. */
export type NotInvitedReason =
	/** The account is gone or deactivated, and an invitation would bring it back. */
	| 'account-gone'
	/** The run gave him access to no service project, so there is no help center to lead to. */
	| 'no-project';

/** What became of one invitation. The ledger keeps these. */
export type InvitedEvent =
	/** *Known*: Jira refuses, since he was invited before or takes him for somebody who needs no invitation. No mail went out. */
	| {
			readonly type: 'customer-invited' | 'customer-known';
			/** Source account id, as in every event. */
			readonly customer: string;
			readonly email: string;
			readonly project: string;
			readonly requestId?: string;
	  }
	/** The answer was lost. The mail may be out, so it is never sent again. */
	| {
			readonly type: 'invitation-unknown';
			readonly customer: string;
			readonly email: string;
			readonly project: string;
	  }
	| {
			readonly type: 'invitation-failed';
			readonly customer: string;
			readonly email: string;
			readonly project: string;
			readonly failure: Failure;
	  };

/** How inviting ended, in numbers and one sentence. The numbers are those of the run, also of invitations sent earlier. */
export type InviteSummary = {
	readonly run: string;
	readonly ending: Ending;
	readonly verdict: string;
	/** 0: everyone chosen was sent one mail or needs none. 4: some failed, or it is unknown whether their mail is out. 6: the destination refused. 130: stopped. */
	readonly exitCode: 0 | 4 | 6 | 130;
	readonly invited: number;
	readonly known: number;
	readonly unknown: number;
	readonly failed: number;
	/** Chosen, but not come to. */
	readonly left: number;
	/** Address of the help center, for those who had an account before. */
	readonly helpCenter?: string;
	readonly error?: SiteErrorFacts;
	readonly calls: CallCounts;
	readonly seconds: number;
};

/** The whole outward speech of inviting. */
export type InviteEvent =
	| InvitedEvent
	| (SiteNotice & {readonly side: Side})
	| {
			readonly type: 'invite-started';
			readonly run: string;
			readonly chosen: number;
	  }
	| {
			readonly type: 'invitation-skipped';
			readonly customer: string;
			readonly email: string;
			readonly reason: NotInvitedReason;
	  }
	| ({readonly type: 'invite-finished'} & InviteSummary);
