import {type RequestLinks} from './activity/request-links.ts';

/** A Jira Cloud site as the engine sees it. */
export type Site = {
	/** What the ledger knows the site by: its cloud id, else its host. */
	readonly id: string;
	/** Origin without a path, such as `https://acme.atlassian.net`. */
	readonly url: string;
	/** The saved name, else the server title, else the host. */
	readonly name: string;
};

/** Jira's `accountType`; `customer` there is a portal-only account here. */
export type AccountType = 'portal-only' | 'atlassian' | 'app' | 'unknown';

/** Inactive: access revoked or deactivated. Deleted: shown as "Former user", its email gone. */
export type AccountStatus = 'active' | 'inactive' | 'deleted';

/** Anyone with an account on a site: customer, agent, app or former user. */
export type Account = {
	/** Opaque. Atlassian accounts have the same id on every site, portal-only accounts one per site. */
	readonly id: string;
	readonly type: AccountType;
	readonly name: string;
	/** Absent where the person hides it. */
	readonly email?: string;
	readonly status: AccountStatus;
};

/** Why a customer may be related to a service project (R1), in the order in which reasons are told. */
export const reasonTypes = [
	'project-list',
	'reporter',
	'creator',
	'assignee',
	'participant',
	/** Any other field that holds people: pickers, approvers, people. */
	'user-field',
	'comment-author',
	'worklog-author',
	/** In a description, a rich-text field, a comment or a worklog. */
	'mention',
	'workflow-rule',
	'permission',
	'project-role',
	'organization-member',
] as const;

export type ReasonType = (typeof reasonTypes)[number];

/** A reason with the first example met, such as the request `IT-204`. */
export type Reason = {
	readonly type: ReasonType;
	readonly example: string;
};

/** An account with what relates it to the chosen projects. */
export type RelatedAccount = Account & {
	/** At most one of each type; empty where nothing does, and only the scope has chosen it. */
	readonly reasons: readonly Reason[];
};

/** A person who uses help centers, chosen for the copy. */
export type Customer = RelatedAccount;

/** Accounts met among customers that are none (R3): listed, never created. */
export type LeftOut = {
	readonly agents: readonly RelatedAccount[];
	readonly apps: readonly RelatedAccount[];
	readonly deleted: readonly RelatedAccount[];
};

export type Organization = {
	readonly id: string;
	readonly name: string;
	/** Kept by an identity provider (`scimManaged`), so its members must not be written. */
	readonly managed: boolean;
};

/** An organization with everything a comparison needs. */
export type OrganizationDetails = Organization & {
	/** Account ids, as the site lists them. */
	readonly members: readonly string[];
	/** Keys of the service projects it is linked to. */
	readonly projects: readonly string[];
};

/** What the API calls a service desk. */
export type ServiceProject = {
	/** The service desk's id. */
	readonly id: string;
	readonly key: string;
	readonly name: string;
};

/** A service project of the source and its counterpart, where it has one. */
export type ProjectPair = {
	readonly from: ServiceProject;
	readonly to?: ServiceProject;
};

/** Someone whom a request names. */
export type RequestPerson = {
	readonly account: string;
	readonly as: ReasonType;
	/** The name of the field, as the site shows it, where the reason alone does not tell. Untrusted. */
	readonly field?: string;
	/** Whether the request shows a former user here. Mentions don't tell. */
	readonly isDeleted?: true;
};

/** The people and organizations one request names. */
export type Request = {
	readonly key: string;
	readonly people: readonly RequestPerson[];
	/** Ids of the organizations it is shared with. */
	readonly organizations: readonly string[];
	/** Only where they were asked for. */
	readonly links?: RequestLinks;
};

/** An account that the settings of a service project name: its roles, permissions and workflows. */
export type NamedAccount = {
	readonly account: string;
	readonly as: ReasonType;
	/** Where to look it up, such as `IT: Viewers`. */
	readonly example: string;
};

/** What a deleted account left in the requests of one project (R2). It stays what it is: nobody is made for it. */
export type DeletedContent = {
	readonly project: string;
	/** The account's id; there is nothing else left of it. */
	readonly account: string;
	/** How many requests have something of it. */
	readonly requests: number;
	/** The first of their keys. */
	readonly keys: readonly string[];
};

/** Customers who have access to a service project by themselves, not through an organization (R12). */
export type ProjectAccess = {
	/** The project's key. */
	readonly project: string;
	/** Account ids. */
	readonly customers: readonly string[];
};

/** What a scan of the source found, cut to the chosen projects and scope. */
export type SourceSnapshot = {
	readonly site: Site;
	/** The chosen service projects. */
	readonly projects: readonly ServiceProject[];
	readonly customers: readonly Customer[];
	readonly leftOut: LeftOut;
	readonly deletedContent: readonly DeletedContent[];
	/** Only those related to the chosen projects (R3). */
	readonly organizations: readonly OrganizationDetails[];
	/** Names of all organizations of the site, since a new name must differ from them too (R10). */
	readonly organizationNames: readonly string[];
	readonly access: readonly ProjectAccess[];
	/** Source ids of what earlier runs copied and the site has no more (R13). */
	readonly gone: {
		readonly customers: readonly string[];
		readonly organizations: readonly string[];
	};
};

/** What a scan of the destination found. */
export type DestinationSnapshot = {
	readonly site: Site;
	readonly projects: readonly ServiceProject[];
	readonly accounts: readonly Account[];
	readonly organizations: readonly Organization[];
	/** Members and projects of those organizations a comparison may need. */
	readonly details: readonly OrganizationDetails[];
	readonly access: readonly ProjectAccess[];
	/** Revoking needs a site admin; without that right inactive customers stay behind (R6). */
	readonly canRevoke: boolean;
};
