import {render} from 'ink';
import {type Clock} from '../migration/ports.ts';
import {neutralise} from '../text/neutralise.ts';
import {App} from './app.tsx';
import {type Ending} from './ending.ts';
import {type TerminalInput, createKeyStream} from './key-stream.ts';
import {asciiOutput} from './plain-output.ts';
import {repaintAfterResize} from './repainting.ts';
import {type AppServices} from './services.ts';
import {type Session, createSession} from './session.ts';
import {type TerminalLoan, createTerminalLoan} from './terminal-loan.ts';
import {type Theme} from './theme.ts';
import {type WindowFeatures, noWindow, showInWindow} from './window-title.ts';

export type AppOptions = {
	readonly services: AppServices;
	readonly clock: Clock;
	readonly stdin: TerminalInput;
	readonly stdout: NodeJS.WriteStream;
	readonly stderr: NodeJS.WriteStream;
	/** What the terminal can show: no colour with `NO_COLOR`, no Unicode on old consoles and with `LANG=C`. */
	readonly terminal: Theme;
	/** What the window around the terminal can show; left out, nothing. */
	readonly window?: WindowFeatures;
	/** Emails and names of people are masked from the beginning. */
	readonly isPrivate?: boolean;
	/** A signal from outside: a copy stops after what is in flight, then the app ends. */
	readonly signal?: AbortSignal;
};

/** A key pressed right after a frame waits for the next one. Nothing but keys draws more often than ten times a second. */
const framesPerSecond = 120;

/** The contract's code for a bug. */
const crashCode = 1;

/**
Runs the screens until the admin leaves, on the alternate screen of the terminal. The terminal is as it was before when this returns or throws.

Where it was ended at once, calls may still be in flight: the caller prints the last words and ends the process.
*/
export async function runApp({
	services,
	clock,
	stdin,
	stdout,
	stderr,
	terminal,
	window = noWindow,
	isPrivate = false,
	signal,
}: AppOptions): Promise<Ending> {
	const keys = createKeyStream(stdin);
	const loan = createTerminalLoan(keys);
	const session = createSession(lendingTo(services, loan), clock);

	if (isPrivate) {
		session.dispatch({type: 'privacy-switched'});
	}

	const leave = () => {
		session.dispatch({type: 'quit-confirmed'});
	};

	const output = terminal.hasUnicode ? stdout : asciiOutput(stdout);
	const draw = () => (
		<App session={session} theme={terminal} onTerminal={loan.connect} />
	);
	const app = render(draw(), {
		stdin: keys,
		stdout: output,
		stderr,
		exitOnCtrlC: false,
		alternateScreen: true,
		// Whether there is a terminal was settled before; a CI variable says nothing about it.
		interactive: true,
		// Rows that stay the same are not sent again, which counts on slow lines.
		incrementalRendering: true,
		maxFps: framesPerSecond,
		isScreenReaderEnabled: terminal.isScreenReader === true,
	});
	const unsubscribe = session.subscribe(() => {
		if (session.getSnapshot().ending !== undefined) {
			app.unmount();
		}
	});
	const leaveWindow = showInWindow(session, output, window);
	const stopRepainting = repaintAfterResize(
		app,
		output,
		() => {
			app.rerender(draw());
		},
		loan.isLent,
	);
	signal?.addEventListener('abort', leave, {once: true});

	try {
		await app.waitUntilExit();
		return endingOf(session);
	} catch (error) {
		// A screen threw, and is off the terminal. The work behind it is still whole.
		await stopInOrder(session);
		return {...endingOf(session), exitCode: crashCode, crash: error};
	} finally {
		signal?.removeEventListener('abort', leave);
		unsubscribe();
		stopRepainting();
		leaveWindow();
		session.close();
		app.unmount();
		keys.release();
	}
}

/** The editor gets the terminal, whoever opens it. */
function lendingTo(services: AppServices, loan: TerminalLoan): AppServices {
	const {decisionFile} = services;
	return {
		...services,
		decisionFile: {
			...decisionFile,
			edit: async (signal) => loan.lend(async () => decisionFile.edit(signal)),
		},
	};
}

/** Stops a copy after what is in flight, if there is one. */
async function stopInOrder(session: Session): Promise<void> {
	const {promise, resolve} = Promise.withResolvers<undefined>();
	const check = () => {
		if (session.getSnapshot().ending !== undefined) {
			resolve(undefined);
		}
	};

	const unsubscribe = session.subscribe(check);
	session.dispatch({type: 'quit-confirmed'});
	check();
	await promise;
	unsubscribe();
}

/** Names in the last words come from sites, too. */
function endingOf(session: Session): Ending {
	const {exitCode = 0, lastWords = []} = session.getSnapshot().ending ?? {};
	return {exitCode, lastWords: lastWords.map((words) => neutralise(words))};
}
