import {type Choices} from '../migration/choices.ts';
import {type Side} from '../migration/events.ts';
import {type InviteChoice} from '../migration/plan-invite.ts';
import {type ComparisonAction} from './comparison-state.ts';
import {type ActAction} from './act-state.ts';
import {type ConflictsAction} from './conflicts-state.ts';
import {type CopyAction} from './copy-state.ts';
import {type ListId} from './cursors.ts';
import {type ErrandAction} from './errands.ts';
import {type FieldId} from './fields.ts';
import {type HomeChoice, type HomeState} from './home-state.ts';
import {type EmailEditAction} from './email-edits.ts';
import {type ManagedSitesAction} from './managed-sites-state.ts';
import {type ProjectsAction} from './projects-state.ts';
import {type ReportAction} from './report-state.ts';
import {type SavingAction} from './saving-state.ts';
import {type ScanAction} from './scan-state.ts';
import {type ActKind, type SavedSite} from './services.ts';
import {type SharedAction} from './shared-state.ts';
import {type SiteAction} from './sites-state.ts';
import {type TableAction} from './tables-state.ts';
import {type TextField} from './text-field.ts';
import {type Route} from './wizard.ts';

/** What lies over the screen until it is left. */
export type Overlay = 'help' | 'quit';

/** Everything that can happen: what the admin does, what the work tells, and time. */
export type Action =
	| JourneyAction
	| ConflictsAction
	| CopyAction
	| ProjectsAction
	| ReportAction
	| ScanAction
	| SiteAction
	| TableAction
	| InputAction
	| EmailEditAction
	| SharedAction
	| ActAction
	| ManagedSitesAction
	| SavingAction
	| OpeningAction
	| ComparisonAction
	| ErrandAction
	| {
			readonly type: 'home-read';
			readonly home: Omit<HomeState, 'visit' | 'isRead'>;
	  }
	| {
			readonly type: 'choices-made';
			readonly choices: Partial<Choices>;
	  }
	/** Emails and names of people are masked, or shown again. */
	| {readonly type: 'privacy-switched'};

/** To screens beside the journey. */
export type OpeningAction =
	/** An act on the run whose report is shown. */
	| {readonly type: 'act-opened'; readonly kind: ActKind}
	/** The same act once more, for what is left of it. */
	| {readonly type: 'act-repeated'; readonly choice?: InviteChoice}
	/** What comes next after a run, straight from the list of runs. */
	| {readonly type: 'run-followed'; readonly run: string}
	/** The rest of an earlier run, by way of its destination. */
	| {readonly type: 'run-resumed'; readonly run: string}
	| {readonly type: 'token-keeping'; readonly side: Side}
	| {
			readonly type: 'token-kept';
			readonly side: Side;
			readonly isKept: boolean;
	  }
	/** Another site or, with one, the login of that. */
	| {readonly type: 'site-adding'; readonly site?: SavedSite}
	| {readonly type: 'saved-site-checked'; readonly site: SavedSite}
	| {readonly type: 'pilot-asked'}
	/** A pilot of so many customers or, without a number, a copy of all. */
	| {readonly type: 'pilot-chosen'; readonly limit?: number}
	| {readonly type: 'placeholders-asked'}
	/** Ids or emails of accounts on the destination; none stand for nobody. */
	| {
			readonly type: 'placeholders-named';
			readonly placeholders: readonly string[];
	  };

export type JourneyAction =
	| {readonly type: 'home-chosen'; readonly choice: HomeChoice}
	/** To whatever comes next on the journey. */
	| {readonly type: 'went-on'}
	| {readonly type: 'went-to'; readonly route: Route}
	/** Out of what is open on the screen, else to the screen before. */
	| {readonly type: 'went-back'}
	| {readonly type: 'went-home'}
	| {readonly type: 'run-opened'; readonly run: string}
	/** A saved site was chosen or, without one, another is to be typed. */
	| {
			readonly type: 'site-picked';
			readonly side: Side;
			readonly saved?: SavedSite;
	  }
	/** Address, email or token are to be typed anew. */
	| {readonly type: 'login-edited'; readonly side: Side}
	/** Which customers; then on to the scan. */
	| {
			readonly type: 'scope-chosen';
			readonly customers: Choices['customers'];
	  }
	/** From what next back to the report, to write it to files. */
	| {readonly type: 'report-export-opened'}
	/** The same sites and choices again, for what is new since. */
	| {readonly type: 'repeated'}
	| {readonly type: 'copy-confirmed'}
	| {readonly type: 'copy-resumed'}
	/** Ctrl-C, or a signal from outside. */
	| {readonly type: 'interrupted'}
	| {readonly type: 'quit-asked'}
	| {readonly type: 'quit-confirmed'}
	/** What failed in the run on screen is tried again. */
	| {readonly type: 'failures-retried'};

export type InputAction =
	| {
			readonly type: 'typed';
			readonly field: FieldId;
			readonly value: TextField;
	  }
	| {readonly type: 'list-moved'; readonly list: ListId; readonly to: number}
	| {readonly type: 'filter-opened'}
	| {readonly type: 'filter-kept'}
	| {readonly type: 'overlay-opened'; readonly overlay: Overlay}
	| {readonly type: 'overlay-left'}
	/** A key that can't be used now, and why. */
	| {readonly type: 'key-refused'; readonly reason: string}
	/** Something the admin should know, for the line above the keys. */
	| {readonly type: 'noticed'; readonly notice: string}
	| {readonly type: 'time-passed'};

export type Dispatch = (action: Action) => void;
