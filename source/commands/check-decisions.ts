import {type Decisions} from '../migration/choices.ts';
import {TakenNames, nameProblem} from '../migration/names.ts';
import {type Prepared} from '../migration/prepare.ts';
import {
	type FileDecision,
	type WrongLine,
	assertNoneWrong,
} from './decision-file.ts';

/**
Checks decisions against what the sites hold now. Organizations copied before are left out, since nothing is decided about them any more.

@throws CommandError with the lines that do not fit.
*/
export function assertDecisionsFit(
	decisions: readonly FileDecision[],
	file: string,
	prepared: Prepared,
): void {
	assertNoneWrong(file, misfits(decisions, prepared));
}

/** The lines whose decisions don't fit what the sites hold now. New names must differ from those that standing decisions give, too. */
export function misfits(
	decisions: readonly FileDecision[],
	{source, destination, memory}: Prepared,
	standing: Decisions = {},
): readonly WrongLine[] {
	const organizations = new Set(source.organizations.map(({id}) => id));
	const targets = new Set(destination.organizations.map(({id}) => id));
	const decided = new Set(decisions.map(({id}) => id));
	const taken = new TakenNames([
		...source.organizationNames,
		...destination.organizations.map(({name}) => name),
		...Object.entries(standing).flatMap(([id, decision]) =>
			decision.type === 'rename' && !decided.has(id) ? decision.name : [],
		),
	]);
	const isCopied = (id: string) =>
		targets.has(memory.organizations.get(id) ?? '');
	const problemOf = ({id, decision}: FileDecision): string | undefined => {
		if (!organizations.has(id)) {
			return `no organization of the chosen projects has the source_id ${id}`;
		}

		if (decision.type === 'map' && !targets.has(decision.destinationId)) {
			return `no organization of the destination has the id ${decision.destinationId}`;
		}

		if (decision.type !== 'rename' || isCopied(id)) {
			return undefined;
		}

		if (nameProblem(decision.name, taken) !== undefined) {
			return `the name ${JSON.stringify(decision.name)} is taken`;
		}

		taken.add(decision.name);
		return undefined;
	};

	return decisions.flatMap((decision) => {
		const problem = problemOf(decision);
		return problem === undefined ? [] : [{line: decision.line, problem}];
	});
}
