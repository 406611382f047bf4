import {type Choices, type Decisions} from '../migration/choices.ts';
import {type EngineEvent, type Side} from '../migration/events.ts';
import {type Advise, type Explanation} from '../migration/explain.ts';
import {
	type OrganizationDetails,
	type ServiceProject,
} from '../migration/model.ts';
import {type Plan, type PlannedOrganization} from '../migration/plan.ts';
import {type Prepared} from '../migration/prepare.ts';
import {
	type CallSubject,
	type RecordedCall,
} from '../migration/recorded-calls.ts';
import {type Reading} from '../migration/reading.ts';
import {type Report} from '../migration/report.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {
	type FollowUpEvent,
	type FollowUpSummary,
} from '../migration/follow-up-events.ts';
import {
	type InviteEvent,
	type InviteSummary,
} from '../migration/invite-events.ts';
import {
	type FollowUpItem,
	type FollowUpPlan,
} from '../migration/plan-follow-up.ts';
import {type InviteChoice, type InvitePlan} from '../migration/plan-invite.ts';
import {type UndoEvent} from '../migration/undo-events.ts';
import {type UndoPlan} from '../migration/undo-plan.ts';
import {type UndoSummary} from '../migration/undo-summary.ts';
import {type Check} from '../migration/verification.ts';
import {type VerifySummary} from '../migration/verify-summary.ts';

/** A site the admin has saved, without its token. */
export type SavedSite = {
	readonly name: string;
	readonly url: string;
	readonly email: string;
	/** Where the token comes from; *asked* means it has to be typed each time. */
	readonly token: 'keychain' | 'environment' | 'practice' | 'asked';
};

/** What an admin types to reach a site. */
export type SiteEntry = {
	/** The name to save it under; left out, the site's own title. */
	readonly name?: string;
	/** `acme`, `acme.atlassian.net` or any URL of the site. */
	readonly address: string;
	readonly email: string;
	/** Left out where it is in the keychain, the environment, or the site is a practice site. */
	readonly token?: string;
};

/** One thing a copy needs of a site. */
export type SiteCheck = {
	readonly label: string;
	readonly state: 'ok' | 'missing' | 'advice';
	/** What was found, or what to do about it. */
	readonly detail: string;
	/** Without it nothing can be copied. */
	readonly isNeeded: boolean;
};

/** A site that answered and let us in. */
export type ConnectedSite = {
	readonly name: string;
	readonly url: string;
	readonly checks: readonly SiteCheck[];
	readonly projects: readonly ServiceProject[];
	/** The token was typed, and there is a keychain that could keep it. */
	readonly canKeepToken?: boolean;
};

/** One earlier run, as the home screen shows it. */
export type PastRun = {
	readonly id: string;
	readonly source: string;
	readonly destination: string;
	readonly startedAt: Date;
	/** How it ended, in one sentence; missing where it was killed before it could say so. */
	readonly verdict?: string;
	/** It was stopped, broken off or killed, so it can be resumed. */
	readonly isUnfinished: boolean;
	/** How many customers and organizations, and how many of them failed; missing where it was killed. */
	readonly counts?: string;
	/** How far it was undone; missing where it was not. */
	readonly undo?: 'begun' | 'finished';
	/** How the undo ended, in one sentence; missing where it was killed before it could say so. */
	readonly undoVerdict?: string;
	/** How many things the undo left, because they stay or failed. */
	readonly undoLeft?: number;
};

/** What was chosen the last time, to begin with. */
export type LastChoices = {
	readonly source?: string;
	readonly destination?: string;
	readonly projects?: readonly string[];
	readonly map?: Readonly<Record<string, string>>;
	readonly choices?: Choices;
};

/** What is to be planned, between the two connected sites. */
export type CopyRequest = {
	readonly projects: readonly string[];
	readonly map: Readonly<Record<string, string>>;
	readonly choices: Choices;
};

/** An error in words, with the exit code the command line has for it. */
export type ExplainedError = Explanation & {readonly exitCode: number};

/** A run's report with its numbers. */
export type FinishedRun = {
	readonly report: Report;
	readonly summary: RunSummary;
};

export type ExportFormat = 'csv' | 'json' | 'md' | 'html';

/** How fast the destination is called, as it is at one moment. */
export type CopyPace = {
	/** The part of what the site allows that is made use of, up to 1. */
	readonly share: number;
	readonly isPaused: boolean;
	/** Writes that have left and are not answered yet. */
	readonly inFlight: number;
};

export type PaceChange = 'slower' | 'faster' | 'pause' | 'resume';

/** Where the decisions of the pair can be edited outside. */
export type DecisionFile = {
	/** One fixed place for each pair; only the user may read it. */
	readonly place: string;
	/** When it was written or edited last; missing while there is none. */
	readonly changedAt?: Date;
	/** What `$VISUAL` or `$EDITOR` says, if anything. */
	readonly editor?: string;
};

/** What a file of decisions says. Nothing of it counts while a line is wrong. */
export type DecisionFileReading = {
	readonly decisions: Decisions;
	readonly wrong: ReadonlyArray<{
		readonly line: number;
		/** Without a full stop. */
		readonly problem: string;
	}>;
};

/** The file of decisions, in the format of `--decisions`. Only after `prepare`. */
export type DecisionFiles = {
	find(): DecisionFile;
	/** Writes these conflicts with their decisions, in place of what was there. */
	write(conflicts: readonly PlannedOrganization[]): Promise<void>;
	/** Opens it in the editor and waits until that has ended. The terminal is the editor's meanwhile. */
	edit(signal: AbortSignal): Promise<void>;
	/** Reads it and holds it against both sites, and against the decisions that stand. */
	read(standing: Decisions): DecisionFileReading;
};

/** Requests of one service project that are shared with an organization. */
export type SharedRequests = {
	/** Its key. */
	readonly project: string;
	readonly requests: number;
};

/** What is done with a run after the copy. A verification is one, too: it ends with what it found. */
export type ActKind = 'verify' | 'undo' | 'invite' | 'follow-up';

export type ActRequest = {
	readonly kind: ActKind;
	readonly run: string;
	/** Whom to invite; everyone where it is left out. */
	readonly choice?: InviteChoice;
};

/** A thing on the list of a run, and whether a person has ticked it off. */
export type ListedItem = FollowUpItem & {readonly isDone: boolean};

/** What an act would do, to be looked at first. */
export type PreparedAct = {
	readonly run: string;
	/** Name of the destination, untrusted. */
	readonly destination: string;
} & (
	| {
			readonly kind: 'verify';
			readonly checks: readonly Check[];
			readonly summary: VerifySummary;
	  }
	| {readonly kind: 'undo'; readonly plan: UndoPlan}
	| {
			readonly kind: 'invite';
			readonly plan: InvitePlan;
			readonly choice: InviteChoice;
			/** What the choice can be made from. */
			readonly options: Readonly<Record<keyof InviteChoice, readonly string[]>>;
	  }
	| {
			readonly kind: 'follow-up';
			readonly plan: FollowUpPlan;
			readonly items: readonly ListedItem[];
	  }
);

export type ActEvent =
	| EngineEvent
	| UndoEvent
	| InviteEvent
	| FollowUpEvent
	/** The destination answered a call. */
	| {readonly type: 'call-answered'};

export type ActSummary = UndoSummary | InviteSummary | FollowUpSummary;

/** A site that was checked for both sides of a copy. */
export type CheckedSite = {
	/** The name it is saved under. */
	readonly name: string;
	readonly url: string;
	readonly checks: Readonly<Record<Side, readonly SiteCheck[]>>;
	readonly token: SavedSite['token'];
	/** Whether this system has a keychain that can be used. */
	readonly hasKeychain: boolean;
};

/**
What the screens need from outside. Everything that takes time can be ended by its signal and throws errors that `explain` puts in words.
*/
export type AppServices = {
	/** Whether the sites are practice sites: nothing real is touched. */
	readonly isPractice: boolean;
	savedSites(): readonly SavedSite[];
	pastRuns(): readonly PastRun[];
	lastChoices(): LastChoices;
	/** Notices from opening settings and ledger, such as a damaged file set aside. */
	notices(): readonly string[];
	/** Reaches a site, checks what a copy needs of it, and saves it. */
	connect(
		side: Side,
		entry: SiteEntry,
		signal: AbortSignal,
	): Promise<ConnectedSite>;
	/** Keeps the token of the connected site in the keychain; tells whether that worked. */
	keepToken(side: Side): Promise<boolean>;
	/** Forgets a saved site, and its token. */
	removeSite(name: string): Promise<void>;
	/** Scans both connected sites; what comes back can be planned again and again. Remembers the choices. */
	prepare(
		request: CopyRequest,
		signal: AbortSignal,
	): AsyncGenerator<EngineEvent, Prepared, void>;
	/** Reads members of destination organizations, for mapping onto one of them. Only after `prepare`. */
	details(
		organizationIds: readonly string[],
		signal: AbortSignal,
	): Promise<readonly OrganizationDetails[]>;
	/** Keeps decisions as they are made. */
	decide(decisions: Decisions): void;
	/** Forgets decisions that were taken back, by the ids of source organizations. */
	withdraw(organizations: readonly string[]): void;
	/** Carries out a plan. On the signal it finishes what is in flight and stops. */
	copy(
		plan: Plan,
		signal: AbortSignal,
	): AsyncGenerator<EngineEvent, RunSummary, void>;
	/** Goes on with an unfinished run. */
	resume(
		run: string,
		signal: AbortSignal,
	): AsyncGenerator<EngineEvent, RunSummary, void>;
	/** Reads the report of a run, with what the screens advise. Keys are heard meanwhile, since a very long one takes seconds, and whoever listens hears how far it has come. */
	report(
		run: string,
		advise: Advise,
		signal: AbortSignal,
		onReading?: (reading: Reading) => void,
	): Promise<FinishedRun | undefined>;
	/** Writes a report to files and returns their folder or path. */
	exportReport(run: string, format: ExportFormat): Promise<string>;
	explain(error: unknown): ExplainedError;
	/** The pace of the copy under way, or of the last one. */
	pace(): CopyPace;
	/** Changes it, and tells what it is then. */
	changePace(change: PaceChange): CopyPace;

	readonly decisionFile: DecisionFiles;
	/** Counts the requests that are shared with a destination organization, by project; undefined where the login may not see that. */
	countShared(
		organization: string,
		projects: readonly string[],
		signal: AbortSignal,
	): Promise<readonly SharedRequests[] | undefined>;
	/** Remembers what was chosen, for the next time. */
	keepChoices(request: CopyRequest): void;

	/** The calls a run made for a customer, an organization or a request, as the ledger has them. */
	calls(
		run: string,
		subject: CallSubject,
		signal: AbortSignal,
	): Promise<readonly RecordedCall[]>;
	/** Puts text on the clipboard or, where the terminal has none, into a file, whose path it returns. */
	copyText(text: string): Promise<string | undefined>;
	/** Shows a page in the browser; false where there is none. */
	openPage(page: string): Promise<boolean>;

	/** Saves a plan to a file and returns its path. */
	savePlan(plan: Plan): Promise<string>;
	/** Finds out what an act would do, or what a verification finds. Nothing is written on the destination. */
	prepareAct(
		request: ActRequest,
		signal: AbortSignal,
	): AsyncGenerator<ActEvent, PreparedAct, void>;
	/** Carries out an act that was prepared. On the signal it finishes what is in flight and stops. */
	carryOutAct(
		act: PreparedAct,
		signal: AbortSignal,
	): AsyncGenerator<ActEvent, ActSummary, void>;
	/** Remembers with the run what was ticked off its list, or takes that back. */
	tickItem(run: string, item: string, isDone: boolean): void;
	/** Writes what a verification found to a file and returns its path. */
	saveChecks(run: string, checks: readonly Check[]): Promise<string>;
	/** Reaches a site, tells what a copy would need there on either side, and saves it. */
	checkSite(entry: SiteEntry, signal: AbortSignal): Promise<CheckedSite>;
	/** Keeps the token of the site checked last in the keychain; tells whether that worked. */
	keepCheckedToken(): Promise<boolean>;
	/** Saves a site under another name. */
	renameSite(name: string, newName: string): Promise<void>;
};
