import {type Decision, type Decisions} from '../migration/choices.ts';
import {longestName, nameProblem, TakenNames} from '../migration/names.ts';
import {type Prepared} from '../migration/prepare.ts';
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

/** A decision with the place it was read from, for messages. */
export type FileDecision = {
	readonly id: string;
	readonly decision: Decision;
	/** File and line. */
	readonly place: string;
};

/**
Reads decisions about organizations. Rows without a decision are still open and left out.

@throws CommandError with the line that is wrong.
*/
export function parseDecisions(
	text: string,
	file: string,
): readonly FileDecision[] {
	const rows = parseTable(text, file, decisionColumns);
	const seen = new Set<string>();
	return rows.flatMap((row) => {
		const {kind, source_id: id, line} = row;
		const place = `${file}, line ${line}`;

		if (!/organizations?$/v.test(kind)) {
			throw wrongRow(place, `the kind ${JSON.stringify(kind)} is unknown`);
		}

		if (id === '' || seen.has(id)) {
			throw wrongRow(
				place,
				id === ''
					? 'the source_id is missing'
					: `the organization ${id} is decided further up`,
			);
		}

		seen.add(id);
		const decision = readDecision(row, place);
		return decision === undefined ? [] : [{id, decision, place}];
	});
}

export function toDecisions(decisions: readonly FileDecision[]): Decisions {
	return Object.fromEntries(decisions.map(({id, decision}) => [id, decision]));
}

/**
Checks decisions against what the sites hold now. Organizations copied before are left out, since nothing is decided about them any more.

@throws CommandError with the line that does not fit.
*/
export function assertDecisionsFit(
	decisions: readonly FileDecision[],
	{source, destination, memory}: Prepared,
): void {
	const organizations = new Set(source.organizations.map(({id}) => id));
	const targets = new Set(destination.organizations.map(({id}) => id));
	const taken = new TakenNames([
		...source.organizationNames,
		...destination.organizations.map(({name}) => name),
	]);
	const isCopied = (id: string) =>
		targets.has(memory.organizations.get(id) ?? '');

	for (const {id, decision, place} of decisions) {
		if (!organizations.has(id)) {
			throw wrongRow(
				place,
				`no organization of the chosen projects has the source_id ${id}`,
			);
		}

		if (decision.type === 'map' && !targets.has(decision.destinationId)) {
			throw wrongRow(
				place,
				`no organization of the destination has the id ${decision.destinationId}`,
			);
		}

		if (decision.type !== 'rename' || isCopied(id)) {
			continue;
		}

		if (nameProblem(decision.name, taken) !== undefined) {
			throw wrongRow(
				place,
				`the name ${JSON.stringify(decision.name)} is taken`,
			);
		}

		taken.add(decision.name);
	}
}

function readDecision(row: DecisionRow, place: string): Decision | undefined {
	const {new_name: name, destination_id: destinationId} = row;

	switch (row.decision.toLowerCase()) {
		case '': {
			return undefined;
		}

		case 'rename': {
			if (name === '' || name.length > longestName) {
				throw wrongRow(
					place,
					`rename needs a new_name of at most ${longestName} characters`,
				);
			}

			return {type: 'rename', name};
		}

		case 'map': {
			if (destinationId === '') {
				throw wrongRow(place, 'map needs a destination_id');
			}

			return {type: 'map', destinationId};
		}

		case 'merge': {
			return {type: 'merge'};
		}

		case 'skip': {
			return {type: 'skip'};
		}

		default: {
			throw wrongRow(
				place,
				`the decision ${JSON.stringify(row.decision)} is none of rename, merge, map, skip`,
			);
		}
	}
}

function wrongRow(place: string, problem: string): CommandError {
	return new CommandError(
		`${place}: ${problem}.`,
		'Correct the line; nothing was written.',
	);
}
