import {type ReasonType} from '../model.ts';
import {type LinkField} from './request-links.ts';

/** How sure it is that two requests are one. *Confirmed*: key, created time and summary are the same. Of the others, which are only proposed, each has two of the three. */
export const pairings = [
	'confirmed',
	/** Another key; the only one of the projects with this created time and summary. */
	'renumbered',
	/** Another summary. */
	'reworded',
	/** Another created time. */
	'recreated',
] as const;

export type Pairing = (typeof pairings)[number];

/** A field of the source and what it is on the destination. */
export type FieldPair = {
	readonly from: LinkField;
	readonly to: LinkField;
	/** *Certain*: of the same name, or the only one of its type on both sites. *Possible*: there are as many of its type, and it stands at the same place among them. */
	readonly certainty: 'certain' | 'possible';
};

/** Why a field of a request is left as it is. */
export type ActivityObstacle =
	/** Someone set another value there. */
	| 'other-value'
	/** The customer or organization is not on the destination. */
	| 'not-there'
	/** Jira takes no inactive account into a field. */
	| 'inactive'
	| 'not-linked-to-project'
	/** The reporter was deleted, and no placeholder was named. */
	| 'deleted'
	/** Editing without mail needs an administrator who may edit requests of the project. */
	| 'no-right';

export type PlannedEdit = {
	/** Id of the field on the destination. */
	readonly field: string;
	/** What it holds, as ids of the destination. */
	readonly before: readonly string[];
	/** Those of them that are former users. */
	readonly former?: readonly string[];
	/** What of it stays. */
	readonly keep: readonly string[];
	/** Source ids of customers or organizations to set. */
	readonly add: readonly string[];
	/** The account that takes the place of a deleted reporter. */
	readonly placeholder?: string;
};

export type PlannedRequest = {
	/** Key on the source. */
	readonly from: string;
	/** Key on the destination. */
	readonly to: string;
	/** Key of the destination project. */
	readonly project: string;
	readonly pairing: Pairing;
	readonly edits: readonly PlannedEdit[];
};

/** A field that is left as it is although the source names someone in it. */
export type LeftField = Pick<PlannedRequest, 'from' | 'to'> & {
	/** Id of the field on the destination. */
	readonly field: string;
	readonly why: ActivityObstacle;
	/** Source ids of customers or organizations. */
	readonly named: readonly string[];
	/** What it holds, as in an edit; plans that were saved before this was kept lack it. */
	readonly before?: readonly string[];
	readonly former?: readonly string[];
};

export type ProposedPair = Pick<PlannedRequest, 'from' | 'to' | 'pairing'>;

/** An account or organization of the destination. */
export type NamedThere = {
	readonly id: string;
	/** Its email, or its name where that is hidden; untrusted. */
	readonly label: string;
};

/** What one customer or deleted account wrote in requests that are on both sites; no API gives it another author. */
export type AuthoredContent = {
	/** Source account id. */
	readonly account: string;
	/** Its name on the source, untrusted. */
	readonly name: string;
	readonly comments: number;
	readonly mentions: number;
	readonly worklogs: number;
	/** A request on the destination that has some of it. */
	readonly example: string;
};

export type ContentType = Extract<
	ReasonType,
	'comment-author' | 'mention' | 'worklog-author'
>;

/** What becomes of requests that are on the destination already. */
export type PlannedActivity = {
	readonly fields: readonly FieldPair[];
	/** Fields of the source with no counterpart, by name. */
	readonly fieldsWithout: readonly string[];
	/** Requests of the chosen projects on each site. */
	readonly read: {readonly source: number; readonly destination: number};
	/** How many pairs there are of each kind. */
	readonly pairs: Readonly<Record<Pairing, number>>;
	/** Fields that name everyone they should. */
	readonly present: number;
	readonly requests: readonly PlannedRequest[];
	readonly left: readonly LeftField[];
	/** Whom these fields name on the destination; plans that were saved before this was kept lack it. */
	readonly there?: readonly NamedThere[];
	/** Pairs that are only proposed, unless the admin took them. */
	readonly proposed: readonly ProposedPair[];
	readonly content: readonly AuthoredContent[];
};
