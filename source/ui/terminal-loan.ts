import {type KeyStream} from './key-stream.ts';

/** Hands the terminal over until what is done with it has ended; Ink's `suspendTerminal`. */
export type SuspendTerminal = (use: () => Promise<void>) => Promise<void>;

/** Lends the terminal to another program, such as an editor. */
export type TerminalLoan = {
	/** Whether another program has the terminal. */
	readonly isLent: () => boolean;
	/** Says how the screen gives way; only Ink's components know. */
	readonly connect: (suspend: SuspendTerminal) => void;
	/** The screen and the keys are back when this returns or throws. */
	readonly lend: SuspendTerminal;
};

/** Lends the terminal whose keys these are. */
export function createTerminalLoan(
	keys: Pick<KeyStream, 'pauseKeys' | 'resumeKeys'>,
): TerminalLoan {
	let suspend: SuspendTerminal = async (use) => use();
	let isLent = false;

	return {
		isLent: () => isLent,
		connect(how) {
			suspend = how;
		},
		async lend(use) {
			await suspend(async () => {
				isLent = true;
				// Else the keys would be read here before the other program sees them.
				keys.pauseKeys();

				try {
					await use();
				} finally {
					keys.resumeKeys();
					isLent = false;
				}
			});
		},
	};
}
