import {setImmediate} from 'node:timers/promises';
import {stripVTControlCharacters} from 'node:util';
import {render} from 'ink-testing-library';
import {createElement} from 'react';
import {onTestFinished, vi} from 'vitest';
import {App} from '../../source/ui/app.tsx';
import {type AppServices} from '../../source/ui/services.ts';
import {type Session, createSession} from '../../source/ui/session.ts';
import {type SessionState} from '../../source/ui/session-state.ts';
import {type Size} from '../../source/ui/size.ts';
import {sequencesOf} from './keys.ts';
import {assertNoToken} from './secrets.ts';
import {createUiClock} from './ui-clock.ts';
import {createUiServices} from './ui-services.ts';

/** The terminal most screens are drawn for. */
export const usualSize: Size = {columns: 80, rows: 24};

/** The app on a screen of a given size, without a terminal. */
export type UiApp = {
	readonly session: Session;
	/** Presses keys one after the other and waits for the frame. Whatever is no name of a key is typed letter by letter. */
	readonly press: (...keys: readonly string[]) => Promise<void>;
	/** Rows of the screen without blanks at their ends and without blank rows at its end. */
	readonly lines: () => readonly string[];
	/** Waits until the screen shows a text. */
	readonly waitFor: (text: string) => Promise<void>;
	readonly resize: (size: Size) => void;
	/** Gives up what still runs and takes the app off the screen. */
	readonly close: () => void;
};

/** Starts the app, and waits until home has been read. */
export async function startUiApp(
	size = usualSize,
	services: AppServices = createUiServices(),
): Promise<UiApp> {
	const session = createSession(services, createUiClock());
	const theme = {hasColor: false, hasUnicode: true};
	const {stdin, stdout, frames, lastFrame, unmount} = render(
		createElement(App, {session, theme}),
	);
	onTestFinished(() => {
		assertNoToken({frames: frames.join('\n')}, undefined);
	});
	const resize = ({columns, rows}: Size) => {
		Object.defineProperties(stdout, {
			columns: {value: columns, writable: true},
			rows: {value: rows, writable: true},
		});
		stdout.emit('resize');
	};

	const lines = () =>
		stripVTControlCharacters(lastFrame() ?? '')
			.trimEnd()
			.split('\n')
			.map((row) => row.trimEnd());
	resize(size);
	await until(session, ({home}) => home.isRead);

	return {
		session,
		lines,
		resize,
		close() {
			session.close();
			unmount();
		},
		async press(...keys) {
			for (const key of keys) {
				for (const sequence of key === 'escape'
					? [wholeEscape]
					: sequencesOf(key)) {
					stdin.write(sequence);
				}
			}

			await setImmediate();
		},
		async waitFor(text) {
			await vi.waitFor(
				() => {
					if (!lines().join('\n').includes(text)) {
						throw new Error(
							`“${text}” is not on screen:\n${lines().join('\n')}`,
						);
					}
				},
				{timeout: 5000, interval: 5},
			);
		},
	};
}

/** Waits until the state is as wanted. */
export async function until(
	{getSnapshot, subscribe}: Session,
	isWanted: (state: SessionState) => boolean,
): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<undefined>();
	const check = () => {
		if (isWanted(getSnapshot())) {
			resolve(undefined);
		}
	};

	const unsubscribe = subscribe(check);
	check();
	await promise;
	unsubscribe();
}

/** As the kitty protocol has it: a lone escape character may begin a longer key, so Ink waits before it takes it for Esc. */
const wholeEscape = '\u{1B}[27u';
