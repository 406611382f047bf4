import {
	type LinkField,
	type LinkedRequest,
	type RequestEdit,
} from './activity/request-links.ts';
import {type CallCounts} from './calls.ts';
import {type Decisions} from './choices.ts';
import {type RecordedEvent, type SiteNotice} from './events.ts';
import {type Memory} from './memory.ts';
import {
	type Account,
	type NamedAccount,
	type Organization,
	type Request,
	type ServiceProject,
	type Site,
} from './model.ts';
import {type Plan} from './plan.ts';
import {type RunSummary} from './run-summary.ts';
import {type Step} from './step.ts';

/*
What the engine needs from outside. Reads come a page at a time and may repeat an item when data shifts between pages. Every call may throw a SiteError. A signal ends waiting and reading at once; a write that has left is always answered for.
*/

/** A site as the engine reads it. */
export type SiteReader = {
	readonly site: Site;
	/** Everyone with an account: active, inactive, deleted, apps. */
	accounts(signal?: AbortSignal): Pages<Account>;
	/** Those asked for that exist, in any order. */
	accountsById(
		ids: readonly string[],
		signal?: AbortSignal,
	): Promise<readonly Account[]>;
	/** Accounts with an agent licence. */
	agents(signal?: AbortSignal): Pages<Account>;
	serviceProjects(signal?: AbortSignal): Pages<ServiceProject>;
	organizations(signal?: AbortSignal): Pages<Organization>;
	organizationMembers(
		organizationId: string,
		signal?: AbortSignal,
	): Pages<Account>;
	projectOrganizations(
		project: ServiceProject,
		signal?: AbortSignal,
	): Pages<Organization>;
	/** The project's customer list; sites differ in whether members of organizations are on it. */
	projectCustomers(
		project: ServiceProject,
		signal?: AbortSignal,
	): Pages<Account>;
	/**
	Ids of the customers who have access by themselves: the actors of the project's customer role.

	@returns Undefined where no such role can be found or read.
	*/
	individualCustomers(
		project: ServiceProject,
		signal?: AbortSignal,
	): Promise<readonly string[] | undefined>;
	/** Every request of a project, with everyone named in its fields, comments and worklogs. */
	requests(project: ServiceProject, signal?: AbortSignal): Pages<Request>;
	/** Fields that name customers and organizations and that an edit may set. */
	linkFields(signal?: AbortSignal): Promise<readonly LinkField[]>;
	/** The same requests, with what tells them from others and with whom each field names. */
	requestsWithLinks(
		project: ServiceProject,
		signal?: AbortSignal,
	): Pages<Request>;
	/** Accounts that the project's roles, permissions and workflow rules name, as far as the login may see them; some may be no accounts at all. */
	namedInProject(
		project: ServiceProject,
		signal?: AbortSignal,
	): Promise<readonly NamedAccount[]>;
	calls(): CallCounts;
	/** Calls the listener for every wait and retry; returns how to stop that. */
	observe(listener: (notice: SiteNotice) => void): () => void;
};

export type Pages<Item> = AsyncIterable<readonly Item[]>;

/** The source is only ever read. */
export type SourceSite = SiteReader;

/** What every write tells: the id that Atlassian's support asks for. */
export type Receipt = {readonly requestId?: string};

/** What the login may do there, as far as the site tells beforehand. */
export type DestinationRights = {
	/** Creating customers needs a Jira administrator. */
	readonly createCustomers: boolean;
	/** Revoking portal access needs a site administrator. */
	readonly revokeAccess: boolean;
};

/** Requests as they are now, not as the search index last saw them. */
export type RequestReader = {
	/** Those of the keys that exist, in any order; at most 100 keys. */
	requestsByKey(
		keys: readonly string[],
		signal?: AbortSignal,
	): Promise<readonly LinkedRequest[]>;
};

/** Requests as whoever links activity edits them. */
export type RequestEditor = RequestReader & {
	/** From now on requests may be edited; before, the client refuses to. */
	permitEdits(): void;
	/** Sets fields of a request in one call; nobody is mailed. Setting them again is harmless. */
	editRequest(
		key: string,
		edits: readonly RequestEdit[],
		signal?: AbortSignal,
	): Promise<Receipt>;
};

/** How fast a site is called, for the admin to change while a run goes on. */
export type Pace = {
	/** The part of what the site allows that is made use of, up to 1. */
	readonly share: number;
	readonly isPaused: boolean;
	/** Writes that have left and are not answered yet. */
	readonly inFlight: number;
	/** Steps down; the slowest still goes on. */
	slower(): void;
	/** Steps up again, to all that the site and the admin's own rate allow. */
	faster(): void;
	/** Holds writes back until they are resumed. Reads go on, and what has left is waited for. */
	pause(): void;
	resume(): void;
};

/** The destination, with the writes the engine may make. None of them mails anyone (R7). */
export type DestinationSite = SiteReader &
	RequestEditor & {
		pace(): Pace;
		rights(signal?: AbortSignal): Promise<DestinationRights>;
		/** Whether the login may edit the requests of a project, reporters too, without a mail to anyone. */
		canEditRequests(
			project: ServiceProject,
			signal?: AbortSignal,
		): Promise<boolean>;
		/** Finds accounts with exactly this email, also those created a moment ago. */
		findAccounts(
			email: string,
			signal?: AbortSignal,
		): Promise<readonly Account[]>;
		/** The organizations an account is in. */
		organizationsOf(
			accountId: string,
			signal?: AbortSignal,
		): Pages<Organization>;
		/** Creates a portal-only account. An email that is known there is an answer, not an error. */
		createCustomer(
			customer: {readonly email: string; readonly name: string},
			signal?: AbortSignal,
		): Promise<
			Receipt &
				(
					| {readonly outcome: 'created'; readonly id: string}
					| {readonly outcome: 'email-known'}
				)
		>;
		/** Revokes a portal-only account's access; only a site admin may. */
		revokeAccess(accountId: string, signal?: AbortSignal): Promise<Receipt>;
		/** Gets or creates: the answer may be an organization that was there before (R11). */
		createOrganization(
			name: string,
			signal?: AbortSignal,
		): Promise<Receipt & {readonly organization: Organization}>;
		/** Adding a member again is harmless. Throws *refused* when any account is unknown; the others may have been added. */
		addMembers(
			organizationId: string,
			accountIds: readonly string[],
			signal?: AbortSignal,
		): Promise<Receipt>;
		/** Linking again is harmless. */
		linkOrganization(
			project: ServiceProject,
			organizationId: string,
			signal?: AbortSignal,
		): Promise<Receipt>;
		/** Adding again is harmless. Throws *refused* when any account is unknown; the others were added. */
		addProjectCustomers(
			project: ServiceProject,
			accountIds: readonly string[],
			signal?: AbortSignal,
		): Promise<Receipt>;
		/**
		How many requests of a project are shared with an organization, about.

		@returns Undefined where the login may not see that, or the site has no such field.
		*/
		countRequestsSharedWith(
			organizationId: string,
			project: ServiceProject,
			signal?: AbortSignal,
		): Promise<number | undefined>;
	};

/** What asking the destination about a lost answer needs of it. */
export type DestinationReader = SiteReader &
	RequestReader &
	Pick<DestinationSite, 'findAccounts'>;

/** The destination as an undo sees it: things can be taken away there, and nothing can be made. */
export type UndoSite = DestinationReader &
	RequestEditor & {
		/** Deleting accounts needs a site administrator. */
		canDeleteAccounts(signal?: AbortSignal): Promise<boolean>;
		/** Requests that name any of the accounts as reporter or participant. Only accounts that exist may be asked for. */
		requestsNaming(
			accountIds: readonly string[],
			signal?: AbortSignal,
		): Pages<Request>;
		/** Undefined where it is gone. */
		organizationById(
			id: string,
			signal?: AbortSignal,
		): Promise<Organization | undefined>;
		requestsSharedWith(
			organization: Organization,
			signal?: AbortSignal,
		): Pages<Request>;
		/** Throws *refused* where the project is open to everyone, since Jira keeps its customers. */
		removeProjectCustomers(
			project: ServiceProject,
			accountIds: readonly string[],
			signal?: AbortSignal,
		): Promise<Receipt>;
		/** Unlinking again is harmless, as is each of these. */
		unlinkOrganization(
			project: ServiceProject,
			organizationId: string,
			signal?: AbortSignal,
		): Promise<Receipt>;
		removeMembers(
			organizationId: string,
			accountIds: readonly string[],
			signal?: AbortSignal,
		): Promise<Receipt>;
		deleteAccount(accountId: string, signal?: AbortSignal): Promise<Receipt>;
		/** Nobody where the group is gone. */
		groupMembers(
			groupId: string,
			signal?: AbortSignal,
		): Promise<readonly Account[]>;
		hasGroup(groupId: string, signal?: AbortSignal): Promise<boolean>;
		removeFromGroup(groupId: string, accountId: string): Promise<Receipt>;
		deleteGroup(groupId: string): Promise<Receipt>;
		deleteOrganization(
			organizationId: string,
			signal?: AbortSignal,
		): Promise<Receipt>;
	};

/** The destination as inviting sees it: the one place where mail is sent, on request. */
export type InviteSite = SiteReader & {
	/** Address of the help center; undefined where the site does not tell. */
	helpCenter(signal?: AbortSignal): Promise<string | undefined>;
	/** Mails an invitation. *Known*: Jira refuses since he has been invited or needs no invitation, and no mail goes out. */
	invite(
		customer: {readonly email: string; readonly name: string},
		project: ServiceProject,
	): Promise<Receipt & {readonly outcome: 'invited' | 'known'}>;
};

/** The destination as a follow-up sees it. Changing groups needs a site administrator. */
export type FollowUpSite = SiteReader &
	Pick<DestinationSite, 'addProjectCustomers'> & {
		canChangeGroups(signal?: AbortSignal): Promise<boolean>;
		/** Groups with this in their names, without regard to case. */
		groupsLike(name: string, signal?: AbortSignal): Promise<readonly Group[]>;
		groupMembers(groupId: string, signal?: AbortSignal): Pages<Account>;
		createGroup(name: string): Promise<Receipt & {readonly group: Group}>;
		/** Throws *refused* where the account is a member already. */
		addToGroup(groupId: string, accountId: string): Promise<Receipt>;
	};

/** A user group. */
export type Group = {readonly id: string; readonly name: string};

/** A step of an act that follows a run, as the ledger holds it. */
export type ActRecord<ActStep, ActEvent> = {
	readonly number: number;
	readonly step: ActStep;
	/** Missing while the answer is outstanding, or was lost. */
	readonly events?: readonly ActEvent[];
};

/**
What the ledger keeps of one act that follows a run, such as its undo. The act may be broken off, gone on with and repeated; its steps add up. Every method has hit the disk when it returns.
*/
export type ActBook<ActStep, ActEvent, ActSummary> = {
	/** Notes that the act has begun; harmless when it has already. */
	begin(): void;
	/** Records a step before it is sent. Returns its number. */
	stepSent(step: ActStep): number;
	/** Records what became of it, and forgets the links of what is gone by it. */
	stepAnswered(number: number, events: readonly ActEvent[]): void;
	/** The steps of the act, oldest first. */
	steps(): Iterable<ActRecord<ActStep, ActEvent>>;
	/** Closes the act for now. */
	finish(summary: ActSummary): void;
};

/** A step as the ledger holds it. */
export type StepRecord = {
	readonly number: number;
	readonly step: Step;
	/** Missing while the answer is outstanding, or was lost. */
	readonly events?: readonly RecordedEvent[];
};

/**
The durable memory of one pair (R15). Every method has hit the disk when it returns.
*/
export type Ledger = {
	/** What earlier runs of the pair left. */
	memory(): Memory;
	remember(links: {
		readonly customers?: Iterable<readonly [string, string]>;
		readonly organizations?: Iterable<readonly [string, string]>;
	}): void;
	decide(decisions: Decisions): void;
	/** Forgets decisions that were taken back, by the ids of source organizations. */
	withdraw(organizations: readonly string[]): void;
	/** Opens a run and keeps its plan. Returns the run's id. */
	startRun(plan: Plan): string;
	/** Records a step before it is sent. Returns its number. */
	stepSent(run: string, step: Step): number;
	/** Records what became of it. */
	stepAnswered(
		run: string,
		number: number,
		events: readonly RecordedEvent[],
	): void;
	/** The steps of a run, oldest first. */
	steps(run: string): Iterable<StepRecord>;
	/** Closes a run for now; a run that was stopped or broken off may be resumed and closed again. */
	finishRun(run: string, summary: RunSummary): void;
};

/** Time as a collaborator, so that tests need not wait. */
export type Clock = {
	now(): Date;
	/** Milliseconds since some moment; unlike the time of day it never goes back. */
	elapsed(): number;
	/** Ends early, without an error, when the signal is aborted. */
	wait(milliseconds: number, signal?: AbortSignal): Promise<void>;
};
