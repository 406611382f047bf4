import {type PlannedActivity} from './activity/planned-activity.ts';
import {type Choices, type Decision, type Decisions} from './choices.ts';
import {
	type AccountStatus,
	type AccountType,
	type DeletedContent,
	type LeftOut,
	type ProjectPair,
	type Reason,
	type ServiceProject,
	type Site,
} from './model.ts';

/**
What will become of everything chosen: a plain JSON value, so that it can be saved, shown and compared (R14). The thing run is the thing reviewed.
*/
export type Plan = {
	readonly version: 1;
	readonly source: Site;
	readonly destination: Site;
	readonly choices: Choices;
	/** The admin's own, of this session and before, by source organization; what a rule decides is in the rows alone. */
	readonly decisions: Decisions;
	readonly projects: readonly ProjectPair[];
	/** What the destination held when it was scanned, whether or not the plan touches it. */
	readonly destinationHolds: {
		readonly accounts: number;
		readonly organizations: number;
	};
	readonly customers: readonly PlannedCustomer[];
	readonly organizations: readonly PlannedOrganization[];
	readonly access: readonly PlannedAccess[];
	readonly leftOut: LeftOut;
	readonly deletedContent: readonly DeletedContent[];
	/** How much the ledger remembers of earlier copies; nothing where it is new or lost. */
	readonly remembered: {
		readonly customers: number;
		readonly organizations: number;
	};
	readonly leftSource: LeftSource;
	/** Only where activity is to be linked. */
	readonly activity?: PlannedActivity;
};

/** What earlier runs copied, is on the destination, and has left the source since: told, never removed (R13). Customers and organizations are source ids; names and emails are those on the destination. */
export type LeftSource = {
	readonly customers: ReadonlyArray<{
		readonly customer: string;
		/** The name where the email is hidden. */
		readonly email: string;
	}>;
	readonly organizations: ReadonlyArray<{
		readonly organization: string;
		readonly name: string;
	}>;
	/** Of customers and organizations that are still on the source. */
	readonly memberships: ReadonlyArray<{
		readonly organization: string;
		readonly name: string;
		readonly customer: string;
		readonly email: string;
	}>;
};

/** R5; *failed* only exists after the run. */
export type CustomerFate =
	'create' | 'link' | 'unchanged' | 'skip' | 'attention';

/** R9, and *skip* where a decision says so. */
export type OrganizationFate =
	'create' | 'link' | 'unchanged' | 'skip' | 'conflict' | 'attention';

/** Why a person has to do something about a customer, whether copied or not. */
export type CustomerProblem =
	| 'atlassian-account-there'
	| 'portal-only-account-there'
	| 'atlassian-account-absent'
	| 'deactivated-there'
	| 'several-accounts-there'
	| 'email-hidden'
	| 'email-malformed'
	/** Another customer of the source ends in the same account. */
	| 'shares-email'
	| 'cannot-revoke'
	/** An earlier run gave an inactive customer access and could not revoke it. */
	| 'not-revoked';

export type PlannedCustomer = {
	/** Source account id. */
	readonly id: string;
	readonly type: AccountType;
	readonly status: AccountStatus;
	readonly name: string;
	/** The email after the admin's mapping; absent where it is hidden. */
	readonly email?: string;
	/** The email on the source, only where the mapping changed it. */
	readonly sourceEmail?: string;
	readonly reasons: readonly Reason[];
	readonly fate: CustomerFate;
	/** The account on the destination, where there is one already. */
	readonly destinationId?: string;
	readonly destinationType?: AccountType;
	/** Source id of the customer with the same email who is created for both. */
	readonly sameAs?: string;
	/** Created and then revoked, so that nobody gains access (R6). */
	readonly revoke?: true;
	readonly problem?: CustomerProblem;
};

/** Why a membership can't be copied. */
export type MembershipObstacle =
	| 'not-copied'
	| 'agent'
	| 'app'
	| 'deleted'
	| 'organization-managed'
	/** Only known after the run: the organization could not be made. */
	| 'organization-failed';

export type PlannedMembers = {
	/** Source ids of customers to add. */
	readonly add: readonly string[];
	/** Source ids of customers who are members already. */
	readonly present: readonly string[];
	readonly notPossible: ReadonlyArray<{
		readonly customer: string;
		readonly why: MembershipObstacle;
	}>;
};

export type PlannedLinks = {
	/** Destination projects to link. */
	readonly add: readonly ServiceProject[];
	readonly present: readonly ServiceProject[];
	/** Keys of source projects without a counterpart. */
	readonly notPossible: readonly string[];
};

export type OrganizationProblem =
	| 'managed-there'
	/** Copied before, but deleted on the destination since. */
	| 'gone-there'
	/** The decision can't be carried out any more and is asked again. */
	| 'new-name-taken'
	| 'map-target-gone'
	/** The new name belongs to what may be an earlier copy, but for changes since (R13). */
	| 'earlier-copy-there';

export type PlannedOrganization = {
	/** Source organization id. */
	readonly id: string;
	readonly name: string;
	readonly fate: OrganizationFate;
	/** The organization on the destination that it is, or that it collides with. */
	readonly destination?: {readonly id: string; readonly name: string};
	/** The name to create it under; only where the fate is *create*. */
	readonly newName?: string;
	/** Source id of the organization it is merged with, where both come from the source. */
	readonly sameAs?: string;
	readonly decision?: Decision;
	readonly conflict?: Conflict;
	readonly problem?: OrganizationProblem;
	readonly members: PlannedMembers;
	readonly links: PlannedLinks;
};

/** Both sides of what collides, for the admin to compare. */
export type Conflict = {
	readonly kind: 'duplicate-organization' | 'alike-organizations';
	/** Certain: equal names. Possible: equal after case, blanks and Unicode forms are set aside (R8). */
	readonly certainty: 'certain' | 'possible';
	/** The other organization: on the destination, or, for alike ones, on the source. */
	readonly other: {readonly id: string; readonly name: string};
	/** Emails, or names where the email is hidden. */
	readonly customers: Sides;
	/** Keys of destination projects. */
	readonly projects: Sides;
};

export type Sides = {
	readonly onlySource: readonly string[];
	readonly both: readonly string[];
	readonly onlyDestination: readonly string[];
};

/** Customers to put on the customer list of a destination project (R12). */
export type PlannedAccess = {
	readonly from: ServiceProject;
	readonly to?: ServiceProject;
	/** Source ids of customers. */
	readonly add: readonly string[];
	readonly present: readonly string[];
	readonly notPossible: readonly string[];
};
