import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {type Prepared} from '../migration/prepare.ts';
import {makeFolder} from '../store/make-folder.ts';
import {type DecisionFile, type DecisionFiles} from '../ui/services.ts';
import {misfits} from './check-decisions.ts';
import {CommandError} from './command-error.ts';
import {readDecisionLines, toDecisions} from './decision-file.ts';
import {decisionTable, newDecisions} from './decision-table.ts';
import {editorOf, openEditor} from './open-editor.ts';
import {type Shell} from './shell.ts';
import {writePrivately} from './write-privately.ts';

/** The file of decisions of the pair that was scanned last. */
export function createDecisionFiles(
	home: string,
	{environment}: Pick<Shell, 'environment'>,
	prepared: () => Prepared | undefined,
): DecisionFiles {
	const scanned = () => {
		const found = prepared();

		if (found === undefined) {
			throw new Error('Decisions are asked for before the scan');
		}

		return found;
	};

	const place = () => decisionPlace(home, scanned());

	return {
		find() {
			const editor = editorOf(environment);
			return {
				place: place(),
				...changeOf(place()),
				...(editor !== undefined && {editor}),
			};
		},
		async write(conflicts) {
			makeFolder(path.dirname(place()));
			await writePrivately(decisionTable(conflicts), place(), 'decisions');
		},
		edit: async (signal) => openEditor(place(), environment, signal),
		read(standing) {
			const {decisions, wrong} = readDecisionLines(read(place()), place());
			const unfit = misfits(decisions, scanned(), standing);
			return {
				decisions: newDecisions(toDecisions(decisions), standing),
				wrong: [...wrong, ...unfit].toSorted((a, b) => a.line - b.line),
			};
		},
	};
}

/** One for each pair. Site ids may hold what a file name can't. */
function decisionPlace(home: string, {source, destination}: Prepared): string {
	const name = createHash('sha256')
		.update(JSON.stringify([source.site.id, destination.site.id]))
		.digest('hex')
		.slice(0, 16);
	return path.join(home, 'decisions', `${name}.csv`);
}

function changeOf(file: string): Pick<DecisionFile, 'changedAt'> {
	const found = fs.statSync(file, {throwIfNoEntry: false});
	return found === undefined ? {} : {changedAt: found.mtime};
}

function read(file: string): string {
	try {
		return fs.readFileSync(file, 'utf8');
	} catch (error) {
		throw new CommandError(
			`The file ${file} can’t be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
			'Write it anew, then edit it.',
		);
	}
}
