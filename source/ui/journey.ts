import {isActing, leaveAct} from './act-state.ts';
import {beginAct, changeAct, forgetAct} from './acting.ts';
import {type JourneyAction} from './actions.ts';
import {
	beginChoosing,
	openLogin,
	pickNamed,
	pickSite,
} from './choosing-sites.ts';
import {reduceComparison} from './comparison-state.ts';
import {isRunning, reduceCopy, runOf} from './copy-state.ts';
import {endingOf} from './ending-of.ts';
import {type HomeChoice} from './home-state.ts';
import {leaveInner} from './leaving.ts';
import {manageSites} from './managing-sites.ts';
import {openTab} from './opening-tables.ts';
import {noProjects} from './projects-state.ts';
import {reduceReport} from './report-state.ts';
import {reduceScan} from './scan-state.ts';
import {type SessionState} from './session-state.ts';
import {
	chosenProjects,
	copyRequest,
	openConflicts,
	routeOf,
	scanKey,
	siteOf,
} from './state-facts.ts';
import {replan} from './settling.ts';
import {emptyField} from './text-field.ts';
import {type Route, type WizardAction, walk} from './wizard.ts';

/** What moving through the journey does, besides changing the screen. */
export function reduceJourney(
	state: SessionState,
	action: JourneyAction,
): SessionState {
	switch (action.type) {
		case 'home-chosen': {
			return beginTask(state, action.choice);
		}

		case 'went-on': {
			return goOn(state);
		}

		case 'went-to': {
			return enter(state, action.route);
		}

		case 'went-back': {
			return leaveInner(state) ?? goBack(state);
		}

		case 'went-home': {
			return visitHome(step(state, action));
		}

		case 'run-opened': {
			const report = reduceReport(state.report, {
				type: 'report-asked',
				run: action.run,
			});
			return enter({...state, report}, 'report');
		}

		case 'site-picked': {
			const {side, saved} = action;
			return saved === undefined
				? openLogin(state, side, 'address')
				: pickSite(state, side, saved);
		}

		case 'login-edited': {
			const {stage} = state.sites[action.side];
			const entry = 'entry' in stage ? stage.entry : undefined;
			return openLogin(state, action.side, 'address', entry);
		}

		case 'scope-chosen': {
			const {customers} = action;
			return goOn({...state, choices: {...state.choices, customers}});
		}

		case 'report-export-opened': {
			const report = reduceReport(state.report, {type: 'export-opened'});
			return {...step(state, {type: 'went-back'}), report};
		}

		case 'repeated': {
			return repeat(state);
		}

		case 'copy-confirmed': {
			const {plan} = state;
			return plan === undefined
				? state
				: beginCopy(state, {type: 'plan', plan});
		}

		case 'copy-resumed': {
			return resumeCopy(state);
		}

		case 'interrupted': {
			return interrupt(state);
		}

		case 'quit-asked': {
			return isAtWork(state)
				? {...state, overlay: 'quit'}
				: {...state, ending: endingOf(state)};
		}

		case 'quit-confirmed': {
			return quit({...state, overlay: undefined});
		}

		case 'failures-retried': {
			return retryFailures(state);
		}
	}
}

/** Whether leaving now would break something off. */
export function isAtWork({copy, scan, act}: SessionState): boolean {
	return isRunning(copy) || scan.stage.type === 'scanning' || isActing(act);
}

function step(state: SessionState, action: WizardAction): SessionState {
	return {...state, isFiltering: false, wizard: walk(state.wizard, action)};
}

function beginTask(state: SessionState, choice: HomeChoice): SessionState {
	const {runs, last} = state.home;

	switch (choice) {
		case 'return': {
			return step(state, {type: 'run-begun'});
		}

		case 'resume': {
			const [run] = runs;
			return run === undefined
				? state
				: pickNamed(
						step(state, {
							type: 'task-begun',
							task: {type: 'resume', run: run.id},
							first: 'destination',
						}),
						'destination',
						run.destination,
					);
		}

		case 'again':
		case 'new': {
			const isAgain = choice === 'again';
			const begun = step(withLastChoices(state), {
				type: 'task-begun',
				task: {type: 'copy', isAgain},
				first: 'source',
			});
			return isAgain
				? pickNamed(begun, 'source', last.source)
				: beginChoosing(begun, 'source');
		}

		case 'runs': {
			const task = {type: 'browse'} as const;
			return step(state, {type: 'task-begun', task, first: 'runs'});
		}

		case 'sites': {
			const task = {type: 'browse'} as const;
			return manageSites(
				step(state, {type: 'task-begun', task, first: 'sites'}),
				{type: 'sites-listed'},
			);
		}

		case 'quit': {
			return reduceJourney(state, {type: 'quit-asked'});
		}
	}
}

/** The answers of the last time to begin with, but no rule for duplicates and no pilot: here each is asked. */
function withLastChoices(state: SessionState): SessionState {
	const {choices, projects, map} = state.home.last;
	const isFirst = state.projects === noProjects;
	return {
		...state,
		choices:
			isFirst && choices !== undefined
				? {...choices, duplicates: 'stop', limit: undefined}
				: state.choices,
		projects:
			isFirst && projects !== undefined
				? {ticked: projects, chosen: map ?? {}}
				: state.projects,
	};
}

/** Straight to the scan where the sites are still connected; otherwise from the beginning. */
function repeat(state: SessionState): SessionState {
	const canScan =
		siteOf(state, 'source') !== undefined &&
		siteOf(state, 'destination') !== undefined &&
		chosenProjects(state).length > 0;
	return canScan
		? enter(step(state, {type: 'repeated'}), 'scan')
		: beginTask(state, 'again');
}

function goOn(state: SessionState): SessionState {
	const {task} = state.wizard;
	const route = routeOf(state);

	if (route === 'destination' && task.type === 'resume') {
		return resumeCopy(state);
	}

	if (route === 'destination' && task.type === 'act') {
		return beginAct(state, task.request);
	}

	const next = nextRoute(state, route);

	if (next === 'report') {
		const run = runOf(state.copy);
		return run === undefined
			? state
			: reduceJourney(state, {type: 'run-opened', run});
	}

	return next === undefined ? state : enter(state, next);
}

/** The journey's order. Conflicts are passed by where none is open. */
function nextRoute(state: SessionState, route: Route): Route | undefined {
	const order: Readonly<Partial<Record<Route, Route>>> = {
		source: 'destination',
		destination: 'projects',
		projects: 'scope',
		scope: 'scan',
		scan: 'plan',
		plan: openConflicts(state).length > 0 ? 'conflicts' : 'confirm',
		conflicts: 'confirm',
		progress: 'report',
		report: 'next',
	};
	return order[route];
}

/** Goes forward to a screen and readies what it needs. */
function enter(before: SessionState, route: Route): SessionState {
	const state = step(before, {type: 'went-to', route});

	switch (route) {
		case 'home': {
			return visitHome(state);
		}

		case 'destination': {
			const {task} = state.wizard;
			const isNew = siteOf(state, 'destination') === undefined;
			return isNew && task.type === 'copy' && task.isAgain
				? pickNamed(state, 'destination', state.home.last.destination)
				: isNew ||
					  siteOf(state, 'destination')?.url === siteOf(state, 'source')?.url
					? beginChoosing(state, 'destination')
					: state;
		}

		case 'scan': {
			return scanIfNeeded(state);
		}

		case 'plan':
		case 'report': {
			return openTab(state, route, 0);
		}

		case 'conflicts': {
			return {
				...state,
				conflicts: {...state.conflicts, stage: {type: 'list'}},
			};
		}

		case 'confirm': {
			return {
				...state,
				fields: {...state.fields, 'destination-name': emptyField},
				cursors: {...state.cursors, confirm: 0},
			};
		}

		default: {
			return state;
		}
	}
}

/** What was read for the same sites and choices is still good. */
function scanIfNeeded(state: SessionState): SessionState {
	const key = scanKey(state);
	const {stage, key: earlier} = state.scan;

	return stage.type === 'finished' && earlier === key
		? withChoices(state)
		: {
				...state,
				scan: reduceScan(
					state.scan,
					{type: 'scan-begun', request: copyRequest(state), key},
					state.now,
				),
			};
}

/** Choices that only the plan depends on may have changed on the way. */
function withChoices(state: SessionState): SessionState {
	return state.plan?.choices === state.choices ? state : replan(state);
}

function goBack(before: SessionState): SessionState {
	const state = {
		...before,
		report:
			routeOf(before) === 'report'
				? reduceReport(before.report, {type: 'report-left'})
				: before.report,
		comparison:
			routeOf(before) === 'comparison'
				? reduceComparison(before.comparison, {type: 'comparison-left'})
				: before.comparison,
		scan: reduceScan(before.scan, {type: 'scan-left'}, before.now),
	};
	const after = step(routeOf(state) === 'act' ? forgetAct(state) : state, {
		type: 'went-back',
	});
	return routeOf(after) === 'home' ? visitHome(after) : after;
}

function visitHome(state: SessionState): SessionState {
	const {home} = state;
	return {...state, home: {...home, visit: home.visit + 1, isRead: false}};
}

function beginCopy(
	state: SessionState,
	task: NonNullable<SessionState['copy']['task']>,
): SessionState {
	const run = state.home.runs.find(
		({id}) => task.type === 'run' && id === task.run,
	);
	const begun = step(state, {type: 'run-begun'});
	return {
		...begun,
		copy: reduceCopy(
			state.copy,
			{
				type: 'copy-begun',
				task,
				source: run?.source ?? siteOf(state, 'source')?.name ?? '',
				destination:
					run?.destination ?? siteOf(state, 'destination')?.name ?? '',
			},
			state.now,
		),
		scan: reduceScan(state.scan, {type: 'scan-outdated'}, state.now),
		act: leaveAct({...state.act, stage: {type: 'none'}}),
	};
}

/** Goes on with the run that was interrupted or, where it had not even begun, tries the same again. */
function resumeCopy(state: SessionState): SessionState {
	const {wizard, copy} = state;
	const chosen =
		routeOf(state) === 'destination' && wizard.task.type === 'resume'
			? wizard.task.run
			: runOf(copy);

	if (chosen !== undefined) {
		return beginCopy(state, {type: 'run', run: chosen});
	}

	return copy.task === undefined ? state : beginCopy(state, copy.task);
}

/** A run that is resumed tries its failed steps again; first the destination is reached. */
function retryFailures(state: SessionState): SessionState {
	const {run, finished} = state.report;
	return run === undefined || finished === undefined
		? state
		: pickNamed(
				step(state, {
					type: 'task-begun',
					task: {type: 'resume', run},
					first: 'destination',
				}),
				'destination',
				finished.report.plan.destination.name,
			);
}

/** The first Ctrl-C during a copy stops it in good order; the second ends at once. */
function interrupt(state: SessionState): SessionState {
	const {stage} = state.copy;
	const {stage: acting} = state.act;

	if (acting.type === 'working' && !acting.isStopping) {
		return changeAct(state, {type: 'act-stop-asked'});
	}

	return stage.type === 'running' && !stage.isStopping
		? stopCopy(state)
		: {...state, ending: endingOf(state)};
}

function quit(state: SessionState): SessionState {
	return isRunning(state.copy)
		? {...stopCopy(state), isLeaving: true}
		: {...state, ending: endingOf(state)};
}

function stopCopy(state: SessionState): SessionState {
	const copy = reduceCopy(state.copy, {type: 'copy-stop-asked'}, state.now);
	return {...state, copy};
}
