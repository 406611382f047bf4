import {type CallCounts} from './calls.ts';
import {type Failure, type Side, type SiteNotice} from './events.ts';
import {type ServiceProject} from './model.ts';
import {type Group} from './ports.ts';
import {type Ending} from './run-summary.ts';
import {type SiteErrorFacts} from './site-error.ts';
import {type Person} from './step.ts';

/** One write of a follow-up. */
export type FollowUpStep =
	| {readonly kind: 'create-group'; readonly name: string}
	| {
			readonly kind: 'join-group';
			readonly group: Group;
			readonly person: Person;
	  }
	| {
			readonly kind: 'give-project-access';
			readonly project: ServiceProject;
			readonly customers: readonly Person[];
	  };

/** What the steps of a follow-up tell. The ledger keeps these. */
export type FollowedUpEvent =
	| {
			readonly type: 'group-created';
			readonly group: Group;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'group-joined';
			readonly group: Group;
			readonly person: Person;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'project-access-given';
			readonly project: ServiceProject;
			readonly customers: readonly Person[];
			readonly requestId?: string;
	  }
	| {
			readonly type: 'follow-up-failed';
			readonly what: FollowUpStep['kind'];
			/** Email or name, untrusted. */
			readonly subject: string;
			readonly place?: string;
			readonly failure: Failure;
	  };

/** How a follow-up ended, in numbers and one sentence. The numbers are those of the run, also of earlier follow-ups. */
export type FollowUpSummary = {
	readonly run: string;
	readonly ending: Ending;
	readonly verdict: string;
	readonly exitCode: 0 | 4 | 6 | 130;
	/** The group that was made for them. */
	readonly group?: Group;
	readonly collected: number;
	readonly givenRole: number;
	readonly givenAccess: number;
	readonly failed: number;
	readonly error?: SiteErrorFacts;
	readonly calls: CallCounts;
	readonly seconds: number;
};

/** The whole outward speech of a follow-up. */
export type FollowUpEvent =
	| FollowedUpEvent
	| (SiteNotice & {readonly side: Side})
	| {readonly type: 'follow-up-started'; readonly run: string}
	| ({readonly type: 'follow-up-finished'} & FollowUpSummary);
