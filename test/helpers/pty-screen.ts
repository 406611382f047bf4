import xterm from '@xterm/headless';

/** A terminal without a window: what a program wrote, as a person would see it. */
export type PtyScreen = {
	readonly write: (data: string) => void;
	/** Waits until everything written is on screen. */
	readonly flush: () => Promise<void>;
	readonly resize: (columns: number, rows: number) => void;
	/** Rows on screen without blanks at their ends and without blank rows at the end. */
	readonly lines: () => readonly string[];
	/** Everything there is on the screen of the moment, with what was scrolled out of sight. */
	readonly everything: () => readonly string[];
	/** Whether a program has the alternate screen, which leaves no trace. */
	readonly isAlternate: () => boolean;
	readonly isCursorVisible: () => boolean;
	/** How often the screen, or all below the cursor, was cleared; a program that does so often flickers. */
	readonly clearings: () => number;
	readonly hasColor: () => boolean;
	/** Calls back whenever the screen shows something new, but never within a frame; returns how to end it. */
	readonly onChange: (listener: () => void) => () => void;
	/** What the terminal answers to a program's questions. */
	readonly onReply: (listener: (data: string) => void) => void;
};

/** Modes that programs switch on and off. */
const modes = {cursor: 25, drawing: 2026};

/** A terminal of that size. */
export function createPtyScreen(columns: number, rows: number): PtyScreen {
	const terminal = new xterm.Terminal({
		cols: columns,
		rows,
		scrollback: 5000,
		allowProposedApi: true,
	});
	const on = new Set([modes.cursor]);
	let clearings = 0;
	terminal.parser.registerCsiHandler({prefix: '?', final: 'h'}, (given) => {
		for (const mode of given.flat()) {
			on.add(mode);
		}

		return false;
	});
	terminal.parser.registerCsiHandler({prefix: '?', final: 'l'}, (given) => {
		for (const mode of given.flat()) {
			on.delete(mode);
		}

		return false;
	});
	terminal.parser.registerCsiHandler({final: 'J'}, () => {
		clearings += 1;
		return false;
	});

	const linesFrom = (from: number, to: number): readonly string[] => {
		const {active} = terminal.buffer;
		return Array.from({length: to - from}, (_, index) =>
			(
				active
					.getLine(from + index)
					?.translateToString(true, 0, terminal.cols) ?? ''
			).trimEnd(),
		);
	};

	return {
		write(data) {
			terminal.write(data);
		},
		async flush() {
			const {promise, resolve} = Promise.withResolvers<void>();
			terminal.write('', resolve);
			await promise;
		},
		resize(newColumns, newRows) {
			terminal.resize(newColumns, newRows);
		},
		lines() {
			const {baseY} = terminal.buffer.active;
			return withoutEnd(linesFrom(baseY, baseY + terminal.rows));
		},
		everything: () => withoutEnd(linesFrom(0, terminal.buffer.active.length)),
		isAlternate: () => terminal.buffer.active.type === 'alternate',
		isCursorVisible: () => on.has(modes.cursor),
		clearings: () => clearings,
		hasColor: () => hasColor(terminal),
		onChange(listener) {
			const listening = terminal.onWriteParsed(() => {
				// A frame that is still being drawn is on no screen yet.
				if (!on.has(modes.drawing)) {
					listener();
				}
			});
			return () => {
				listening.dispose();
			};
		},
		onReply(listener) {
			terminal.onData(listener);
		},
	};
}

function withoutEnd(lines: readonly string[]): readonly string[] {
	return lines.slice(0, lines.findLastIndex((line) => line !== '') + 1);
}

/** Whether anything on screen has a colour of its own. */
function hasColor({buffer: {active}, rows, cols}: xterm.Terminal): boolean {
	for (let row = 0; row < rows; row++) {
		for (let column = 0; column < cols; column++) {
			const cell = active.getLine(active.baseY + row)?.getCell(column);

			if (cell !== undefined && !(cell.isFgDefault() && cell.isBgDefault())) {
				return true;
			}
		}
	}

	return false;
}
