import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
	type Wizard,
	type WizardAction,
	currentRoute,
	routes,
	startOfJourney,
	walk,
} from '../../source/ui/wizard.ts';

function after(...actions: readonly WizardAction[]): Wizard {
	let wizard = startOfJourney;

	for (const action of actions) {
		wizard = walk(wizard, action);
	}

	return wizard;
}

const copy = {
	type: 'task-begun',
	task: {type: 'copy', isAgain: false},
	first: 'source',
} as const;

const to = (route: (typeof routes)[number]) =>
	({type: 'went-to', route}) as const;

const back = {type: 'went-back'} as const;

test.each([
	['a journey begins at home', [], ['home']],
	['a task begins at its first screen', [copy], ['home', 'source']],
	[
		'going on adds a screen',
		[copy, to('destination')],
		['home', 'source', 'destination'],
	],
	[
		'Back leaves the last screen',
		[copy, to('destination'), back],
		['home', 'source'],
	],
	['Back never leaves home', [back, back], ['home']],
	[
		'a screen visited before is returned to, so Back does not go in circles',
		[copy, to('destination'), to('projects'), to('destination')],
		['home', 'source', 'destination'],
	],
	[
		'going home forgets the way',
		[copy, to('destination'), to('home')],
		['home'],
	],
	[
		'what led to a run is left behind',
		[copy, to('plan'), {type: 'run-begun'}],
		['home', 'progress'],
	],
	[
		'repeating stands where all has been answered',
		[copy, {type: 'repeated'}],
		['home', 'source', 'destination', 'projects', 'scope'],
	],
] satisfies ReadonlyArray<
	readonly [string, readonly WizardAction[], readonly string[]]
>)('%s', (_title, actions, history) => {
	expect(after(...actions).history).toEqual(history);
});

test('whatever way is gone, it begins at home and visits no screen twice', () => {
	const action = fc.oneof(
		fc.constantFrom<WizardAction>(
			copy,
			back,
			{type: 'went-home'},
			{type: 'repeated'},
			{type: 'run-begun'},
		),
		fc.constantFrom(...routes).map((route) => to(route)),
	);
	fc.assert(
		fc.property(fc.array(action), (actions) => {
			const wizard = after(...actions);
			expect(wizard.history[0]).toBe('home');
			expect(new Set(wizard.history).size).toBe(wizard.history.length);
			expect(wizard.history.at(-1)).toBe(currentRoute(wizard));
		}),
	);
});
