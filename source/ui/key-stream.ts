import {Transform} from 'node:stream';

/** What the screens need of a terminal's input. */
export type TerminalInput = NodeJS.ReadableStream & {
	setRawMode?: (isRaw: boolean) => unknown;
	ref?: () => unknown;
	unref?: () => unknown;
};

/** A terminal's input, key by key. */
export type KeyStream = NodeJS.ReadableStream & {
	/** Leaves the terminal to whoever comes next. */
	readonly release: () => void;
	/** Leaves keys to another program for a while. */
	readonly pauseKeys: () => void;
	readonly resumeKeys: () => void;
};

/** Terminals put these around pasted text. */
const pasteStart = '\u{1B}[200~';
const pasteEnd = '\u{1B}[201~';

/**
Hands on a terminal's input key by key. Keys typed ahead arrive in one piece, which would otherwise count as one long word that no screen knows.
*/
export function createKeyStream(terminal: TerminalInput): KeyStream {
	const keys = new Transform({
		readableObjectMode: true,
		decodeStrings: false,
		transform(chunk: string, _encoding, done) {
			for (const key of splitKeys(chunk)) {
				this.push(key);
			}

			done();
		},
	});
	terminal.setEncoding('utf8');
	terminal.pipe(keys);
	Object.defineProperty(keys, 'isTTY', {value: true});
	return Object.assign(keys, {
		setRawMode(isRaw: boolean) {
			terminal.setRawMode?.(isRaw);
		},
		ref() {
			terminal.ref?.();
		},
		unref() {
			terminal.unref?.();
		},
		/** What comes out is text already, and cut. */
		setEncoding: () => keys,
		release() {
			terminal.unpipe(keys);
			terminal.pause();
			keys.destroy();
		},
		pauseKeys() {
			terminal.unpipe(keys);
			terminal.pause();
		},
		resumeKeys() {
			terminal.pipe(keys);
		},
	});
}

/** Cuts what a terminal sent into its characters; a paste stays in one piece. Ink puts the sequences of arrows and the like together again. */
export function splitKeys(text: string): readonly string[] {
	const start = text.indexOf(pasteStart);
	const end = start === -1 ? -1 : text.indexOf(pasteEnd, start);

	if (end === -1) {
		return [...text];
	}

	const next = end + pasteEnd.length;
	return [
		...text.slice(0, start),
		text.slice(start, next),
		...splitKeys(text.slice(next)),
	];
}
