import {type Failure, type Side, type SiteNotice} from './events.ts';
import {type Group} from './ports.ts';
import {type Person} from './step.ts';
import {type Kept, type StillThere, type UndoneKind} from './undo-kept.ts';
import {type UndoSummary} from './undo-summary.ts';
import {type UndoKind} from './undo-step.ts';

/** What the steps of an undo tell. The ledger keeps these. */
export type UndoneEvent =
	| {
			readonly type: 'request-restored';
			/** Key on the destination. */
			readonly request: string;
			/** Ids of the fields that are as they were. */
			readonly fields: readonly string[];
			readonly requestId?: string;
	  }
	| {
			readonly type: 'project-access-removed';
			/** Key of the destination project, as in every event. */
			readonly project: string;
			/** Source account ids, as in every event. */
			readonly customers: readonly string[];
			readonly requestId?: string;
	  }
	| {
			readonly type: 'organization-unlinked';
			/** Source organization id, as in every event. */
			readonly organization: string;
			readonly name: string;
			readonly project: string;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'members-removed';
			readonly organization: string;
			readonly name: string;
			readonly customers: readonly string[];
			readonly requestId?: string;
	  }
	| {
			readonly type: 'customer-deleted';
			readonly customers: readonly string[];
			readonly email: string;
			readonly destinationId: string;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'organization-deleted';
			readonly organizations: readonly string[];
			readonly name: string;
			readonly destinationId: string;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'group-left';
			readonly group: Group;
			readonly person: Person;
			readonly requestId?: string;
	  }
	| {
			readonly type: 'group-deleted';
			readonly group: Group;
			readonly requestId?: string;
	  }
	| ({readonly type: 'item-kept'} & Kept)
	| {
			readonly type: 'undo-failed';
			readonly what: UndoneKind;
			readonly subject: string;
			readonly place?: string;
			readonly failure: Failure;
	  };

/** The whole outward speech of an undo. */
export type UndoEvent =
	| UndoneEvent
	| (SiteNotice & {readonly side: Side})
	/** Steps left open by an interrupted run or undo, and how many of them had happened. */
	| {
			readonly type: 'unknown-outcomes-settled';
			readonly asked: number;
			readonly hadHappened: number;
	  }
	| {readonly type: 'undo-started'; readonly run: string}
	| {readonly type: 'undo-phase-started'; readonly phase: UndoKind}
	| {readonly type: 'undo-verified'; readonly stillThere: readonly StillThere[]}
	| ({readonly type: 'undo-finished'} & UndoSummary);
