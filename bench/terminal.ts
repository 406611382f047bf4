import process from 'node:process';
import {type IPty, spawn} from '@lydell/node-pty';
import xterm from '@xterm/headless';

const size = {cols: 100, rows: 40};

/** Begins a frame, which terminals then show as a whole. */
const frameStart = '\u{1B}[?2026h';
const clearsAll = '\u{1B}[2J';

/** A program in a terminal of its own. */
export class Terminal {
	readonly #pty: IPty;
	readonly #screen = new xterm.Terminal({...size, allowProposedApi: true});
	readonly #listeners = new Set<() => void>();
	#isOver = false;
	/** When the last of what stands on the screen arrived. */
	#toldAt = 0;
	#frames: number[] = [];
	#clears = 0;

	constructor(
		args: readonly string[],
		environment: Readonly<Record<string, string>>,
	) {
		this.#pty = spawn(process.execPath, [...args], {
			name: 'xterm-256color',
			...size,
			env: {...process.env, ...environment},
		});
		this.#pty.onData((text) => {
			const now = performance.now();
			this.#frames.push(
				...Array.from({length: count(text, frameStart)}, () => now),
			);
			this.#clears += count(text, clearsAll);
			this.#screen.write(text, () => {
				this.#toldAt = now;
				this.#tell();
			});
		});
		this.#pty.onExit(() => {
			// A program that ends at once has told all it has to, but the screen takes it in later.
			this.#screen.write('', () => {
				this.#isOver = true;
				this.#tell();
			});
		});
	}

	get pid(): number {
		return this.#pty.pid;
	}

	get isOver(): boolean {
		return this.#isOver;
	}

	/** What stands on the screen. */
	text(): string {
		const {active} = this.#screen.buffer;
		const rows = Array.from({length: active.length}, (_, row) =>
			active.getLine(row)?.translateToString(true),
		);
		return rows.join('\n').trim();
	}

	/** Waits until the screen shows a text. */
	async waitFor(text: string): Promise<void> {
		await this.#until(() => this.text().includes(text));

		if (!this.text().includes(text)) {
			throw new Error(`The screen never showed “${text}”:\n${this.text()}`);
		}
	}

	/** Begins to count frames anew. */
	forgetFrames(): void {
		this.#frames = [];
		this.#clears = 0;
	}

	/** The most frames that came within a second, and how often the whole screen was cleared. */
	countFrames(): {readonly mostInSecond: number; readonly clears: number} {
		const frames = this.#frames;
		let from = 0;
		let mostInSecond = 0;

		for (const [index, at] of frames.entries()) {
			while (frames[from]! <= at - 1000) {
				from++;
			}

			mostInSecond = Math.max(mostInSecond, index - from + 1);
		}

		return {mostInSecond, clears: this.#clears};
	}

	async waitForEnd(): Promise<void> {
		await this.#until(() => this.#isOver);
	}

	/** Presses keys and waits until the screen shows something. Gives the milliseconds until the terminal was told of it. */
	async timeOf(
		keys: string,
		isShown: (text: string) => boolean,
	): Promise<number> {
		const begun = performance.now();
		this.press(keys);
		await this.#until(() => isShown(this.text()));
		return this.#toldAt - begun;
	}

	press(keys: string): void {
		if (!this.#isOver) {
			this.#pty.write(keys);
		}
	}

	kill(): void {
		if (!this.#isOver) {
			this.#pty.kill('SIGKILL');
		}
	}

	/** The end of the program ends every wait, and so does half an hour. */
	async #until(isReached: () => boolean): Promise<void> {
		const {promise, resolve} = Promise.withResolvers<undefined>();
		const check = () => {
			if (this.#isOver || isReached()) {
				resolve(undefined);
			}
		};

		const patience = setTimeout(() => {
			resolve(undefined);
		}, 1_800_000);
		this.#listeners.add(check);
		check();
		await promise;
		this.#listeners.delete(check);
		clearTimeout(patience);
	}

	#tell(): void {
		for (const listener of this.#listeners) {
			listener();
		}
	}
}

function count(text: string, part: string): number {
	return text.split(part).length - 1;
}
