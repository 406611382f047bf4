import {neutralise} from '../text/neutralise.ts';

/** An earlier run, as a list shows it. */
export type ListedRun = {
	readonly id: string;
	readonly source: {readonly name: string};
	readonly destination: {readonly name: string};
	/** ISO 8601. */
	readonly startedAt: string;
	readonly verdict?: string;
	/** How far an undo of it has come. */
	readonly undo?: 'begun' | 'finished';
};

/** Earlier runs in lines of plain text. */
export function runsText(runs: readonly ListedRun[]): readonly string[] {
	return runs.length === 0
		? [
				'No runs yet. Copy something with jsm-ferry copy, or try jsm-ferry demo.',
			]
		: runs.flatMap((run) => runText(run));
}

function runText({
	id,
	source,
	destination,
	startedAt,
	verdict = 'Not finished; jsm-ferry resume goes on.',
	undo,
}: ListedRun): readonly string[] {
	return [
		`${id}  ${startedAt.slice(0, 16).replace('T', ' ')}  ${neutralise(source.name)} → ${neutralise(destination.name)}`,
		`    ${neutralise(verdict)}`,
		...undoLines(undo, id),
	];
}

function undoLines(undo: ListedRun['undo'], id: string): readonly string[] {
	switch (undo) {
		case 'finished': {
			return ['    Undone.'];
		}

		case 'begun': {
			return [`    Undone in part; jsm-ferry undo ${id} goes on.`];
		}

		case undefined: {
			return [];
		}
	}
}
