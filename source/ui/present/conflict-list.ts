import {type Plan, type PlannedOrganization} from '../../migration/plan.ts';
import {number} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {fit} from './fit.ts';
import {type Line, span} from './line.ts';
import {signs} from './signs.ts';

/** Organizations the plan can't or couldn't settle alone, those decided included, in the order of the plan. */
export function conflictsOf(plan: Plan): readonly PlannedOrganization[] {
	return plan.organizations.filter(
		({fate, conflict, decision}) =>
			fate === 'conflict' || conflict !== undefined || decision !== undefined,
	);
}

/** Those whose name contains the text, in any case. */
export function conflictsNamed(
	conflicts: readonly PlannedOrganization[],
	text: string,
): readonly PlannedOrganization[] {
	const wanted = text.toLowerCase();
	return conflicts.filter(({name}) => name.toLowerCase().includes(wanted));
}

/** How many are settled: `3 of 12 settled`. */
export function settledText(conflicts: readonly PlannedOrganization[]): string {
	const settled = conflicts.filter(({fate}) => fate !== 'conflict').length;
	return `${settled} of ${conflicts.length} settled`;
}

/** A row of the list: whether it is settled, its name, and how. */
export function conflictLine(
	{name, fate, conflict, decision}: PlannedOrganization,
	columns: number,
): Line {
	const isOpen = fate === 'conflict';
	const answer = isOpen ? '' : ` ${decision?.type ?? ''}`;
	const mark = conflict?.certainty === 'possible' ? ` ${signs.possible}` : '';
	const nameColumns = columns - 2 - answer.length - mark.length;
	return [
		isOpen ? span(`${signs.open} `, 'warning') : span(`${signs.done} `, 'good'),
		span(fit(neutralise(name), nameColumns)),
		span(mark + answer, 'quiet'),
	];
}

/** The same, cell by cell, for those who hear it. */
export function spokenConflict({
	name,
	fate,
	conflict,
	decision,
}: PlannedOrganization): readonly string[] {
	return [
		neutralise(name),
		conflict?.certainty === 'possible' ? 'alike' : '',
		fate === 'conflict' ? 'to settle' : (decision?.type ?? 'settled'),
	];
}

/** How many were answered how: `4 rename, 1 merge`. */
export function answersText(conflicts: readonly PlannedOrganization[]): string {
	const answers = ['rename', 'merge', 'map', 'skip'] as const;
	return answers
		.map((answer) => ({
			answer,
			count: conflicts.filter(({decision}) => decision?.type === answer).length,
		}))
		.filter(({count}) => count > 0)
		.map(({answer, count}) => `${number(count)} ${answer}`)
		.join(', ');
}
