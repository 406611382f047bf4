import {type Decision, type Decisions} from '../migration/choices.ts';
import {longestName} from '../migration/names.ts';
import {quantity} from '../migration/quantity.ts';
import {CommandError} from './command-error.ts';
import {type TableRow, parseTable} from './table-file.ts';

/** Columns of the file that the conflict screen writes and `--decisions` reads. */
export const decisionColumns = [
	'kind',
	'source_id',
	'name',
	'decision',
	'new_name',
	'destination_id',
] as const;

type DecisionRow = TableRow<(typeof decisionColumns)[number]>;

/** A decision with the line it was read from, for messages. */
export type FileDecision = {
	readonly id: string;
	readonly decision: Decision;
	readonly line: number;
};

/** A line that can't be taken over, and why. */
export type WrongLine = {
	readonly line: number;
	/** Such as `merge is misspelt`, without a full stop. */
	readonly problem: string;
};

/** What a file says: its decisions, and its lines that make no sense. */
export type DecisionLines = {
	readonly decisions: readonly FileDecision[];
	readonly wrong: readonly WrongLine[];
};

/** Wrong lines that a message names; a file may have thousands. */
const mostNamed = 10;

/**
Reads decisions about organizations, the wrong lines too. Rows without a decision are still open and left out.

@throws CommandError where the file is no table with these columns.
*/
export function readDecisionLines(text: string, file: string): DecisionLines {
	const decisions: FileDecision[] = [];
	const wrong: WrongLine[] = [];
	const seen = new Set<string>();

	for (const row of parseTable(text, file, decisionColumns)) {
		const {source_id: id, line} = row;
		const read = problemOfRow(row, seen) ?? readDecision(row);
		if (typeof read === 'string') {
			wrong.push({line, problem: read});
			continue;
		}

		seen.add(id);

		if (read !== undefined) {
			decisions.push({id, decision: read, line});
		}
	}

	return {decisions, wrong};
}

/**
Reads a file in which every line has to be right.

@throws CommandError with all lines that are wrong.
*/
export function parseDecisions(
	text: string,
	file: string,
): readonly FileDecision[] {
	const {decisions, wrong} = readDecisionLines(text, file);
	assertNoneWrong(file, wrong);
	return decisions;
}

/**
Refuses a file with wrong lines.

@throws CommandError with the lines.
*/
export function assertNoneWrong(
	file: string,
	wrong: readonly WrongLine[],
): void {
	const [first] = wrong;

	if (first === undefined) {
		return;
	}

	const isAlone = wrong.length === 1;
	const named = wrong
		.slice(0, mostNamed)
		.map(({line, problem}) => `line ${line}: ${problem}`);
	const rest = wrong.length - named.length;
	throw new CommandError(
		isAlone
			? `${file}, line ${first.line}: ${first.problem}.`
			: `${file} has ${quantity(wrong.length, 'wrong line')}. ${named.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}.`,
		`Correct the ${isAlone ? 'line' : 'lines'}; nothing was written.`,
	);
}

export function toDecisions(decisions: readonly FileDecision[]): Decisions {
	return Object.fromEntries(decisions.map(({id, decision}) => [id, decision]));
}

/** What is wrong with a row, whatever it decides. */
function problemOfRow(
	{kind, source_id: id}: DecisionRow,
	seen: ReadonlySet<string>,
): string | undefined {
	if (!/organizations?$/v.test(kind)) {
		return `the kind ${JSON.stringify(kind)} is unknown`;
	}

	if (id === '') {
		return 'the source_id is missing';
	}

	return seen.has(id)
		? `the organization ${id} is decided further up`
		: undefined;
}

/** The decision, nothing where it is still open, or what is wrong with it. */
function readDecision(row: DecisionRow): Decision | string | undefined {
	const {new_name: cell, destination_id: destinationId} = row;

	switch (row.decision.toLowerCase()) {
		case '': {
			return undefined;
		}

		case 'rename': {
			const name = unquoted(cell);
			return name === '' || name.length > longestName
				? `rename needs a new_name of at most ${longestName} characters`
				: {type: 'rename', name};
		}

		case 'map': {
			return destinationId === ''
				? 'map needs a destination_id'
				: {type: 'map', destinationId};
		}

		case 'merge': {
			return {type: 'merge'};
		}

		case 'skip': {
			return {type: 'skip'};
		}

		default: {
			return `the decision ${JSON.stringify(row.decision)} is none of rename, merge, map, skip`;
		}
	}
}

/** What a spreadsheet would run, also by the wide signs of East Asian keyboards, was written with a quote before it. */
export function unquoted(cell: string): string {
	return /^'[\t\r+\-=@＋－＝＠]/v.test(cell) ? cell.slice(1) : cell;
}
