import {setImmediate} from 'node:timers/promises';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {expect, test, vi} from 'vitest';
import {type Size} from '../../source/ui/size.ts';
import {type UiApp, startUiApp, usualSize} from '../helpers/ui-app.ts';
import {uiStations, walkUi} from '../helpers/ui-journey.ts';
import {createUiServices} from '../helpers/ui-services.ts';
import {createAwkwardWorld, createUiWorld} from '../helpers/ui-world.ts';

/** What the robot does: mostly going on, so that it gets somewhere. */
const moves = [
	'enter',
	'enter',
	'enter',
	'enter',
	'down',
	'down',
	'up',
	'escape',
	'space',
	'a',
	'a',
	'u',
	'g',
	'n',
	'c',
	'x',
	'r',
	'e',
	'i',
	'm',
	'd',
	'k',
	'l',
	'o',
	'p',
	's',
	'?',
	'/',
	'right',
	'left',
	'tab',
	'end',
	'home',
	'pagedown',
	'backspace',
	'ctrl+u',
	'ctrl+p',
	'p',
	'-',
	'+',
	'New',
	'Twin',
	'kim@acme.example',
	'q',
	'株',
	'resize',
	'wait',
] as const;

type Move = (typeof moves)[number];

const size = fc.record({
	columns: fc.integer({min: 1, max: 140}),
	rows: fc.integer({min: 1, max: 40}),
});

/** Most runs are on usual sizes, some on odd ones. */
const sizes = fc.oneof(
	fc.constantFrom(
		{columns: 40, rows: 12},
		{columns: 80, rows: 24},
		{columns: 120, rows: 30},
	),
	size,
);

test.each(uiStations)(
	'no frame is ever taller or wider than the terminal, whatever keys are pressed from %s on',
	{timeout: 60_000},
	async (station) => {
		await fc.assert(
			fc.asyncProperty(
				fc.tuple(sizes, sizes),
				fc.boolean(),
				fc.array(fc.constantFrom(...moves), {minLength: 5, maxLength: 40}),
				async ([first, second], isAwkward, keys) => {
					const world = isAwkward ? createAwkwardWorld() : createUiWorld();
					const services = createUiServices({}, world);
					const app = await startUiApp(usualSize, services);

					try {
						await walkUi(app, station);
						await resize(app, first);
						await play(app, keys, [first, second]);
					} finally {
						app.close();
					}
				},
			),
			{numRuns: 3},
		);
	},
);

/** Presses keys, and looks at the screen after each. */
async function play(
	app: UiApp,
	keys: readonly Move[],
	[first, second]: readonly [Size, Size],
): Promise<void> {
	let current = first;

	for (const key of keys) {
		if (key === 'resize') {
			current = current === first ? second : first;
			await resize(app, current);
		} else if (key === 'wait') {
			await turns(20);
		} else {
			await app.press(key);
		}

		await turns(1);
		expectToFit(app.lines(), current);
	}
}

async function resize(app: UiApp, wanted: Size): Promise<void> {
	app.resize(wanted);
	await vi.waitFor(() => {
		expectToFit(app.lines(), wanted);
	});
}

/** Lets work go on for so many turns of the event loop. */
async function turns(count: number): Promise<void> {
	for (let turn = 0; turn < count; turn++) {
		await setImmediate();
	}
}

function expectToFit(lines: readonly string[], {columns, rows}: Size): void {
	const screen = lines.join('\n');
	// What Ink shows in place of a screen that threw an error.
	expect(screen).not.toMatch(/^\s*ERROR/v);
	expect(lines.length, screen).toBeLessThanOrEqual(rows);
	expect(
		Math.max(...lines.map((line) => stringWidth(line))),
		screen,
	).toBeLessThanOrEqual(columns);
}
