import {type Decision, type Decisions} from '../migration/choices.ts';
import {type PlannedOrganization} from '../migration/plan.ts';
import {toCsv} from '../print/report-csv.ts';
import {neutralise} from '../text/neutralise.ts';
import {decisionColumns, unquoted} from './decision-file.ts';

/** Conflicts with their decisions, as `readDecisionLines` reads them. */
export function decisionTable(
	conflicts: readonly PlannedOrganization[],
): Iterable<string> {
	return toCsv(
		decisionColumns,
		conflicts.map(({id, name, conflict, decision}) => [
			conflict?.kind ?? 'organization',
			id,
			name,
			decision?.type ?? '',
			decision?.type === 'rename' ? decision.name : '',
			decision?.type === 'map' ? decision.destinationId : '',
		]),
	);
}

/** Decisions of a file without those that stand already. */
export function newDecisions(read: Decisions, standing: Decisions): Decisions {
	return Object.fromEntries(
		Object.entries(read).filter(
			([id, decision]) =>
				!Object.hasOwn(standing, id) || !isSame(decision, standing[id]!),
		),
	);
}

/** Control characters were made visible in the file, and a quote before a sign was taken for that of the file; neither is a new name. */
function isSame(read: Decision, standing: Decision): boolean {
	switch (read.type) {
		case 'rename': {
			return (
				standing.type === 'rename' &&
				[standing.name, unquoted(neutralise(standing.name).trim())].includes(
					read.name,
				)
			);
		}

		case 'map': {
			return (
				standing.type === 'map' && standing.destinationId === read.destinationId
			);
		}

		case 'merge':
		case 'skip': {
			return standing.type === read.type;
		}
	}
}
