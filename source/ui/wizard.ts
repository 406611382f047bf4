import {type ActRequest} from './services.ts';

/** Every screen has a route; the order is that of the journey. */
export const routes = [
	'home',
	'runs',
	'source',
	'destination',
	'projects',
	'scope',
	'scan',
	'plan',
	'conflicts',
	'confirm',
	'progress',
	'report',
	'next',
	'comparison',
	'act',
	'sites',
] as const;

export type Route = (typeof routes)[number];

/** What the admin is about to do. */
export type Task =
	| {
			readonly type: 'copy';
			/** With the sites and choices of the last time. */
			readonly isAgain: boolean;
	  }
	| {readonly type: 'resume'; readonly run: string}
	| {readonly type: 'browse'}
	| {readonly type: 'act'; readonly request: ActRequest};

/** The path through the journey. Answers live elsewhere, so that going back loses none. */
export type Wizard = {
	readonly task: Task;
	/** The routes on the way here; the last one is on screen. */
	readonly history: readonly [Route, ...Route[]];
};

export type WizardAction =
	| {readonly type: 'task-begun'; readonly task: Task; readonly first: Route}
	| {readonly type: 'went-to'; readonly route: Route}
	| {readonly type: 'went-back'}
	| {readonly type: 'went-home'}
	/** The same again: all answers stand, and each can be gone back to. */
	| {readonly type: 'repeated'}
	/** What led to a run can't be changed any more once it runs. */
	| {readonly type: 'run-begun'};

export const startOfJourney: Wizard = {
	task: {type: 'browse'},
	history: ['home'],
};

export function currentRoute({history}: Wizard): Route {
	return history.at(-1) ?? 'home';
}

/** The next step of the path. It never leaves home behind, so there is always a way back. */
export function walk(wizard: Wizard, action: WizardAction): Wizard {
	const {task, history} = wizard;

	switch (action.type) {
		case 'task-begun': {
			return {task: action.task, history: ['home', action.first]};
		}

		case 'went-to': {
			return {task, history: visit(history, action.route)};
		}

		case 'went-back': {
			const [home, ...rest] = history;
			return {task, history: [home, ...rest.slice(0, -1)]};
		}

		case 'went-home': {
			return startOfJourney;
		}

		case 'repeated': {
			return {
				task: {type: 'copy', isAgain: true},
				history: ['home', 'source', 'destination', 'projects', 'scope'],
			};
		}

		case 'run-begun': {
			return {task, history: ['home', 'progress']};
		}
	}
}

/** A route visited before is returned to, so that Back never goes round in circles. */
function visit(history: Wizard['history'], route: Route): Wizard['history'] {
	const [home, ...rest] = history;
	const seen = rest.indexOf(route);

	if (route === home) {
		return [home];
	}

	return seen === -1
		? [home, ...rest, route]
		: [home, ...rest.slice(0, seen + 1)];
}
