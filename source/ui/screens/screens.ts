import {type Screen} from '../screen.ts';
import {type Route} from '../wizard.ts';
import {actScreen} from './act.tsx';
import {conflictsScreen} from './conflicts.tsx';
import {comparisonScreen} from './comparison.tsx';
import {confirmScreen} from './confirm.tsx';
import {homeScreen} from './home.tsx';
import {nextScreen} from './next.tsx';
import {planScreen} from './plan.tsx';
import {progressScreen} from './progress.tsx';
import {projectsScreen} from './projects.tsx';
import {reportScreen} from './report.tsx';
import {runsScreen} from './runs.tsx';
import {scanScreen} from './scan.tsx';
import {scopeScreen} from './scope.tsx';
import {destinationScreen, sourceScreen} from './site.tsx';
import {sitesScreen} from './sites.tsx';

/** The screen of each route. */
export const screens: Readonly<Record<Route, Screen>> = {
	home: homeScreen,
	runs: runsScreen,
	source: sourceScreen,
	destination: destinationScreen,
	projects: projectsScreen,
	scope: scopeScreen,
	scan: scanScreen,
	plan: planScreen,
	conflicts: conflictsScreen,
	confirm: confirmScreen,
	progress: progressScreen,
	report: reportScreen,
	next: nextScreen,
	comparison: comparisonScreen,
	act: actScreen,
	sites: sitesScreen,
};
