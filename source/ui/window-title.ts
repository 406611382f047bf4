import {
	type WindowProgress,
	windowProgress,
	windowTitle,
} from './window-words.ts';
import {type Session} from './session.ts';

/** What the window around the terminal can show. */
export type WindowFeatures = {
	readonly hasTitle: boolean;
	/** A progress bar in the title or the taskbar. */
	readonly hasProgress: boolean;
};

/** Nothing is written to whatever may not be a window. */
export const noWindow: WindowFeatures = {hasTitle: false, hasProgress: false};

const escape = '\u{1B}';
const bell = '\u{7}';

/** The title is put on a stack that many terminals have; the others get an empty one at the end, which means their own. */
const keepTitle = `${escape}[22;2t`;
const restoreTitle = `${titleSequence('')}${escape}[23;2t`;

/** As ConEmu defined it, and Windows Terminal, Ghostty and those on VTE took it over. */
const progressStates = {going: 1, failed: 2, waiting: 4} as const;
const noProgress = `${escape}]9;4;0;0${bell}`;

/**
Shows in the window around the terminal how far the copy is, whatever is on screen. Only what has changed is written.

@returns How to end it and leave the window as it was.
*/
export function showInWindow(
	session: Session,
	output: NodeJS.WriteStream,
	{hasTitle, hasProgress}: WindowFeatures,
): () => void {
	let [title, progress] = ['', noProgress];

	const update = () => {
		const {copy} = session.getSnapshot();
		const newTitle = titleSequence(windowTitle(copy));
		const newProgress = progressSequence(windowProgress(copy));

		if (hasTitle && newTitle !== title) {
			output.write(newTitle);
		}

		if (hasProgress && newProgress !== progress) {
			output.write(newProgress);
		}

		[title, progress] = [newTitle, newProgress];
	};

	output.write(hasTitle ? keepTitle : '');
	update();
	const unsubscribe = session.subscribe(update);
	return () => {
		unsubscribe();
		output.write(
			`${hasProgress ? noProgress : ''}${hasTitle ? restoreTitle : ''}`,
		);
	};
}

/** Terminals with a window, and those known to show a progress bar: others would take its sequence for a message to pop up. */
export function windowFeatures(
	environment: Readonly<Record<string, string | undefined>>,
): WindowFeatures {
	const {
		TERM: term = '',
		TMUX: tmux,
		WT_SESSION: windowsTerminal,
		ConEmuANSI: conEmu,
		TERM_PROGRAM: program,
		VTE_VERSION: vte = '0',
	} = environment;
	const isInside = tmux !== undefined || /^(?:screen|tmux)/v.test(term);
	const hasTitle = !['', 'dumb', 'linux'].includes(term);
	const isKnown =
		windowsTerminal !== undefined ||
		conEmu === 'ON' ||
		program === 'ghostty' ||
		Number(vte) >= 7900;
	return {hasTitle, hasProgress: hasTitle && !isInside && isKnown};
}

function titleSequence(title: string): string {
	return `${escape}]2;${title}${bell}`;
}

function progressSequence(progress: WindowProgress | undefined): string {
	return progress === undefined
		? noProgress
		: `${escape}]9;4;${progressStates[progress.state]};${progress.percent}${bell}`;
}
