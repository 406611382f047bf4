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

/** Why a customer is related to a service project (R1). */
export type ReasonType =
	'project-list' | 'organization-member' | 'reporter' | 'participant';

/** A reason with the first example met, such as the request `IT-204`. */
export type Reason = {
	readonly type: ReasonType;
	readonly example: string;
};

/** A person who uses help centers, chosen for the copy. */
export type Customer = Account & {
	/** At most one of each type; empty where the scope is every customer. */
	readonly reasons: readonly Reason[];
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

/** The people and organizations one request names. */
export type Request = {
	readonly key: string;
	readonly people: ReadonlyArray<{
		readonly account: string;
		readonly as: ReasonType;
	}>;
	/** Ids of the organizations it is shared with. */
	readonly organizations: readonly string[];
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
	/** Accounts met among customers that are none (R3): listed, never created. */
	readonly leftOut: {
		readonly agents: readonly Account[];
		readonly apps: readonly Account[];
		readonly deleted: readonly Account[];
	};
	/** Only those related to the chosen projects (R3). */
	readonly organizations: readonly OrganizationDetails[];
	/** Names of all organizations of the site, since a new name must differ from them too (R10). */
	readonly organizationNames: readonly string[];
	readonly access: readonly ProjectAccess[];
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
