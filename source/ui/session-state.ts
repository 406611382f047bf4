import {type Choices, defaultChoices} from '../migration/choices.ts';
import {type Side} from '../migration/events.ts';
import {type Plan} from '../migration/plan.ts';
import {type ActState, noAct} from './act-state.ts';
import {type Overlay} from './actions.ts';
import {type ComparisonState, noComparison} from './comparison-state.ts';
import {type ConflictsState, noConflicts} from './conflicts-state.ts';
import {type CopyState, noCopy} from './copy-state.ts';
import {type Cursors} from './cursors.ts';
import {type Ending} from './ending.ts';
import {type Errands, noErrands} from './errands.ts';
import {type Fields} from './fields.ts';
import {type HomeState, emptyHome} from './home-state.ts';
import {type ManagedSitesState, noManagedSites} from './managed-sites-state.ts';
import {type ProjectsState, noProjects} from './projects-state.ts';
import {type ReportState, noReport} from './report-state.ts';
import {type SavingState, notSaving} from './saving-state.ts';
import {type ScanState, noScan} from './scan-state.ts';
import {type EmailEdit} from './email-edits.ts';
import {type SharedState} from './shared-state.ts';
import {type SiteState, noSite} from './sites-state.ts';
import {type TableId, type TableState, noTable} from './tables-state.ts';
import {type Wizard, startOfJourney} from './wizard.ts';

export type ScopeQuestion = 'pilot' | 'placeholders';

/** Everything the screens show. It lives outside React and changes only by actions. */
export type SessionState = {
	readonly isPractice: boolean;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly wizard: Wizard;
	readonly home: HomeState;
	readonly sites: Readonly<Record<Side, SiteState>>;
	readonly projects: ProjectsState;
	readonly choices: Choices;
	readonly scan: ScanState;
	readonly plan?: Plan;
	readonly conflicts: ConflictsState;
	readonly copy: CopyState;
	readonly report: ReportState;
	readonly tables: Readonly<Record<TableId, TableState>>;
	readonly fields: Fields;
	readonly cursors: Cursors;
	/** The filter of the screen is being typed. */
	readonly isFiltering: boolean;
	readonly overlay?: Overlay;
	/** Shown above the keys until the next one. */
	readonly notice?: string;
	/** Why the last key did nothing; shown like a notice, as long as the key is refused for it. */
	readonly refusal?: string;
	/** The app ends as soon as the copy has stopped. */
	readonly isLeaving: boolean;
	/** Emails and names of people are masked, for whoever shares the screen. */
	readonly isPrivate: boolean;
	/** Set once the app is to end. */
	readonly ending?: Ending;
	readonly comparison: ComparisonState;
	readonly errands: Errands;
	/** Requests shared with organizations of the destination. */
	readonly shared: SharedState;
	/** An email or an email domain of the plan that is being changed. */
	readonly emailEdit?: EmailEdit;
	readonly act: ActState;
	readonly managedSites: ManagedSitesState;
	readonly saving: SavingState;
	/** The side whose token is being put into the keychain. */
	readonly keepingToken?: Side;
	/** What is being typed on the scope screen: the number of customers of a pilot, or which accounts are placeholders. */
	readonly scopeQuestion?: ScopeQuestion;
};

export function initialState(isPractice: boolean, now: number): SessionState {
	return {
		isPractice,
		now,
		wizard: startOfJourney,
		home: emptyHome,
		sites: {source: noSite, destination: noSite},
		projects: noProjects,
		choices: defaultChoices,
		scan: noScan,
		conflicts: noConflicts,
		copy: noCopy,
		report: noReport,
		tables: {
			plan: noTable,
			report: noTable,
			comparison: noTable,
			act: noTable,
		},
		fields: {},
		cursors: {},
		isFiltering: false,
		isLeaving: false,
		isPrivate: false,
		comparison: noComparison,
		errands: noErrands,
		shared: {},
		act: noAct,
		managedSites: noManagedSites,
		saving: notSaving,
	};
}
