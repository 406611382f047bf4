import {explainFailure} from '../migration/explain.ts';
import {type FollowUpEvent} from '../migration/follow-up-events.ts';
import {
	type FollowUpItem,
	type FollowUpPlan,
} from '../migration/plan-follow-up.ts';
import {number, quantity} from '../migration/quantity.ts';
import {neutralise} from '../text/neutralise.ts';

/** Rows shown in plain text; `--json` has all. */
const rowsShown = 50;

/** A thing on the list, and whether a person has ticked it off. */
export type TickedItem = FollowUpItem & {readonly isDone: boolean};

/** What a follow-up would do and what is left for a person, in lines of plain text. */
export function followUpText(
	plan: FollowUpPlan,
	items: readonly TickedItem[],
): readonly string[] {
	const {run, destination, newGroup, toCollect, role, access} = plan;
	const lines = [
		...(newGroup === undefined
			? []
			: [`Make the group ${neutralise(newGroup)}`]),
		...(toCollect.length > 0
			? [
					`Collect in it ${quantity(toCollect.length, 'customer')}, portal-only before and with an Atlassian account here`,
				]
			: []),
		...(role !== undefined && role.people.length > 0
			? [
					`Give the Customer role to ${number(role.people.length)} of them (group ${neutralise(role.group.name)})`,
				]
			: []),
		...access.map(
			({project, people}) =>
				`Put ${quantity(people.length, 'customer')} on the customer list of ${neutralise(project.key)}`,
		),
	];
	return [
		`Follow-up of run ${run} on ${neutralise(destination.name)}:`,
		...(lines.length === 0
			? ['Nothing to do that this login may do.']
			: lines
		).map((line) => `  ${line}`),
		...itemLines(items, run),
	];
}

function itemLines(
	items: readonly TickedItem[],
	run: string,
): readonly string[] {
	if (items.length === 0) {
		return [];
	}

	const done = items.filter(({isDone}) => isDone).length;
	return [
		`  For a person to do: ${quantity(items.length, 'thing')}, ${number(done)} ticked off (jsm-ferry follow-up ${run} --tick NUMBER)`,
		...items
			.slice(0, rowsShown)
			.flatMap((item, index) => itemText(item, index + 1)),
		...(items.length > rowsShown
			? [`    … and ${number(items.length - rowsShown)} more`]
			: []),
	];
}

function itemText(
	{subject, problem, nextStep, link, isDone}: TickedItem,
	count: number,
): readonly string[] {
	const who = subject === '' ? '' : `${subject}: `;
	return [
		neutralise(`    [${isDone ? 'x' : ' '}] ${count}. ${who}${problem}`),
		neutralise(`        ${nextStep}`),
		...(link === undefined ? [] : [neutralise(`        ${link}`)]),
	];
}

/** What a follow-up tells, in lines of plain text. */
export function followUpEventText(event: FollowUpEvent): readonly string[] {
	switch (event.type) {
		case 'group-created': {
			return [`Group ${neutralise(event.group.name)} is made.`];
		}

		case 'follow-up-failed': {
			const {problem, nextStep} = explainFailure(event.failure);
			const place = event.place === undefined ? '' : ` (${event.place})`;
			return [
				`✗ ${neutralise(`${event.subject}${place}: ${problem} ${nextStep}`)}`,
			];
		}

		case 'follow-up-finished': {
			return [neutralise(event.verdict)];
		}

		default: {
			return [];
		}
	}
}
