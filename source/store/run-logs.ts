import fs from 'node:fs';
import path from 'node:path';
import {makeFolder} from './make-folder.ts';

/** The two logs of a run: a short one to read, and a full one with every call. A log that can't be written is given up; the run is worth more. */
export type RunLogs = {
	/** What happened, in words. */
	note(line: string): void;
	/** A call, before it leaves and after it was answered. It is with the system when this returns, so that a kill loses nothing. */
	call(line: string): void;
	/** What was logged so far belongs to this run. */
	begin(run: string): void;
	/** What comes now belongs to no run yet. */
	end(): void;
};

export type LogOptions = {
	readonly now: () => Date;
	/** Makes a line fit to be kept: without secrets, without control characters. */
	readonly clean: (line: string) => string;
};

const callsEnding = '-calls.log';

/** Logs kept; the oldest go first. */
const mostFiles = 200;

/** The folder of the logs below the home folder. */
export function logFolder(home: string): string {
	return path.join(home, 'logs');
}

/** Opens the logs. Nothing is made before the first line. */
export function openRunLogs(home: string, options: LogOptions): RunLogs {
	const folder = logFolder(home);
	const logs = [
		new LogFile(folder, '.log', options),
		new LogFile(folder, callsEnding, options),
	] as const;
	const [short, full] = logs;

	return {
		note(line) {
			short.write(line);
		},
		call(line) {
			full.write(line);
		},
		begin(run) {
			for (const log of logs) {
				log.moveTo(run);
			}
		},
		end() {
			for (const log of logs) {
				log.close();
			}
		},
	};
}

/** Reads the lines of a run's full log, which may be larger than memory; none where it is gone. */
export function* callLines(
	home: string,
	run: string,
): Generator<string, void, void> {
	const file = path.join(logFolder(home), `${run}${callsEnding}`);

	if (!fs.existsSync(file)) {
		return;
	}

	const descriptor = fs.openSync(file, 'r');
	const piece = new Uint8Array(64 * 1024);
	const decoder = new TextDecoder();
	let rest = '';

	try {
		for (;;) {
			const length = fs.readSync(descriptor, piece);
			const text = decoder.decode(piece.subarray(0, length), {stream: true});
			const lines = (rest + text).split('\n');
			rest = lines.pop() ?? '';
			yield* lines;

			if (length === 0) {
				return;
			}
		}
	} finally {
		fs.closeSync(descriptor);
	}
}

class LogFile {
	readonly #folder: string;
	readonly #ending: string;
	readonly #options: LogOptions;
	#open: {readonly path: string; readonly descriptor: number} | undefined;
	#isGivenUp = false;

	constructor(folder: string, ending: string, options: LogOptions) {
		this.#folder = folder;
		this.#ending = ending;
		this.#options = options;
	}

	write(line: string): void {
		const {now, clean} = this.#options;
		this.#try(() => {
			this.#open ??= this.#start(timeName(now()));
			const text = `${now().toISOString()} ${clean(line)}\n`;
			fs.writeSync(this.#open.descriptor, text);
		});
	}

	/** A resumed run has logs already, which go on. */
	moveTo(name: string): void {
		this.#try(() => {
			const before = this.#open?.path;
			this.close();
			this.#open = this.#start(name);

			if (before === undefined || before === this.#open.path) {
				return;
			}

			fs.writeSync(this.#open.descriptor, fs.readFileSync(before));
			fs.rmSync(before);
		});
	}

	close(): void {
		const {descriptor} = this.#open ?? {};
		this.#open = undefined;

		if (descriptor !== undefined) {
			fs.closeSync(descriptor);
		}
	}

	#start(name: string) {
		makeFolder(this.#folder);
		removeOldest(this.#folder);
		const file = path.join(this.#folder, name + this.#ending);
		return {path: file, descriptor: fs.openSync(file, 'a', 0o600)};
	}

	#try(work: () => void): void {
		if (this.#isGivenUp) {
			return;
		}

		try {
			work();
		} catch {
			this.#isGivenUp = true;
		}
	}
}

/** Such as `2026-11-22T10-15-30.123Z`; Windows allows no colons. */
function timeName(now: Date): string {
	return now.toISOString().replaceAll(':', '-');
}

function removeOldest(folder: string): void {
	const files = fs
		.readdirSync(folder)
		.map((name) => path.join(folder, name))
		.map((file) => ({file, changed: fs.statSync(file).mtimeMs}))
		.toSorted((one, other) => other.changed - one.changed);

	for (const {file} of files.slice(mostFiles)) {
		fs.rmSync(file);
	}
}
