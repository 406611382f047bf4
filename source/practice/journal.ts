import {
	appendFileSync,
	closeSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	truncateSync,
	writeSync,
} from 'node:fs';
import path from 'node:path';
import {PracticeOptionsError} from './practice-options-error.ts';
import {type SiteName} from './scenarios/blueprint.ts';
import {type Change} from './world/change.ts';

/** What the sites were made from. A journal fits only sites made from the same. */
export type JournalHeader = {
	readonly seed: number;
	readonly scenario: string;
	readonly customers: number;
	readonly organizations: number;
	readonly requests: number;
};

type Entry = {readonly site: SiteName; readonly change: Change};

/** Where changes are kept: one line of JSON for each, written before the change can be seen. */
export type Journal = {
	/** What happened before, oldest first. */
	readonly past: readonly Entry[];
	append(site: SiteName, change: Change): void;
	close(): void;
};

/** A journal that keeps nothing. */
export const noJournal: Journal = {
	past: [],
	append() {
		// Nothing outlives the process.
	},
	close() {
		// There is no file.
	},
};

const fileName = 'practice-journal.ndjson';
const version = 1;

/**
Opens the journal in this folder, or starts one. A line that a kill or a full disk left torn at the end is cut off. A
journal of other sites is refused with a `PracticeOptionsError`.
*/
export function openJournal(folder: string, header: JournalHeader): Journal {
	mkdirSync(folder, {recursive: true, mode: 0o700});
	const file = path.join(folder, fileName);
	if (!existsSync(file)) {
		appendFileSync(
			file,
			`${JSON.stringify({type: 'practice-journal', version, ...header})}\n`,
			{mode: 0o600},
		);
	}

	const [first = '', ...lines] = wholeLines(file);
	checkHeader(file, first, header);
	const past = lines.map((line) => JSON.parse(line) as Entry);
	const descriptor = openSync(file, 'a');
	return {
		past,
		append(site, change) {
			writeSync(descriptor, `${JSON.stringify({site, change})}\n`);
		},
		close() {
			closeSync(descriptor);
		},
	};
}

function wholeLines(file: string): string[] {
	const content = readFileSync(file);
	const end = content.lastIndexOf('\n') + 1;
	if (end < content.length) {
		truncateSync(file, end);
	}

	return content.toString('utf8', 0, end).split('\n').filter(Boolean);
}

function checkHeader(
	file: string,
	line: string,
	expected: JournalHeader,
): void {
	const found = readHeader(line);
	if (found?.type !== 'practice-journal' || found.version !== version) {
		throw new PracticeOptionsError(
			`${file} is not a journal of practice sites. Choose another state folder.`,
		);
	}

	const names = Object.keys(expected) as Array<keyof JournalHeader>;
	const differing = names.filter((name) => found[name] !== expected[name]);
	if (differing.length === 0) {
		return;
	}

	const differences = differing.map(
		(name) => `${name} ${String(found[name])}, not ${expected[name]}`,
	);
	throw new PracticeOptionsError(
		`The state in ${file} belongs to other practice sites: ${differences.join('; ')}. Use the same options, or another state folder.`,
	);
}

function readHeader(
	line: string,
): Partial<JournalHeader & {type: string; version: number}> | undefined {
	try {
		return JSON.parse(line) as Partial<JournalHeader>;
	} catch {
		return undefined;
	}
}
