import {explainFailure} from '../migration/explain.ts';
import {explainKept, nounOf} from '../migration/explain-undo.ts';
import {number, quantity} from '../migration/quantity.ts';
import {type UndoEvent} from '../migration/undo-events.ts';
import {type Kept} from '../migration/undo-kept.ts';
import {
	type UndoPlan,
	countUndo,
	customersWhoMayStay,
} from '../migration/undo-plan.ts';
import {subjectsOf} from '../migration/undo-steps.ts';
import {
	type UndoKind,
	type UndoStep,
	undoOrder,
} from '../migration/undo-step.ts';
import {duration} from '../text/duration.ts';
import {neutralise} from '../text/neutralise.ts';

/** Rows of each kind shown in plain text; `--json` has all. */
const rowsShown = 20;

const headings: Readonly<Record<UndoKind, (count: number) => string>> = {
	'restore-request': (count) =>
		`Set back in requests: ${quantity(count, 'field')}`,
	'leave-group': (count) =>
		`Taken out of groups: ${quantity(count, 'account')}`,
	'delete-group': (count) =>
		`Deleted: ${quantity(count, 'group')} that the follow-up made`,
	'remove-project-customers': (count) =>
		`Taken off customer lists: ${quantity(count, 'place')}`,
	'unlink-organization': (count) =>
		`Unlinked from service projects: ${quantity(count, 'organization')}`,
	'remove-members': (count) =>
		`Taken out of organizations: ${quantity(count, 'member')}`,
	'delete-customer': (count) =>
		`Deleted: ${quantity(count, 'account')} that the run created`,
	'delete-organization': (count) =>
		`Deleted: ${quantity(count, 'organization')} that the run created`,
};

/** What an undo would take back and what stays, in lines of plain text. */
export function undoPlanText(plan: UndoPlan): readonly string[] {
	const {run, destination, steps, kept} = plan;
	return [
		`Undo of run ${run} on ${neutralise(destination.name)}, newest first:`,
		...(steps.length === 0 ? ['  Nothing is left to take back.'] : []),
		...undoOrder.flatMap((kind) => kindLines(kind, steps)),
		...formerLines(steps),
		...(customersWhoMayStay(steps).length > 0
			? [
					'  Where a project is open to everyone, Jira keeps its customers on the list; that is said when it is tried.',
				]
			: []),
		...keptLines(kept, destination.name),
	];
}

function formerLines(steps: readonly UndoStep[]): readonly string[] {
	const count = steps
		.flatMap((step) => (step.kind === 'restore-request' ? step.edits : []))
		.filter(({hadFormer}) => hadFormer).length;
	return count === 0
		? []
		: [
				`  Of these, ${quantity(count, 'field')} held a former user, whom Jira can’t set again; left empty.`,
			];
}

function kindLines(
	kind: UndoKind,
	steps: readonly UndoStep[],
): readonly string[] {
	const rows = steps
		.filter((step) => step.kind === kind)
		.flatMap((step) => subjectsOf(step));
	return rows.length === 0
		? []
		: [
				`  ${headings[kind](rows.length)}`,
				...shorten(
					rows.map(({subject, place}) => `    ${withPlace(subject, place)}`),
				),
			];
}

function keptLines(
	kept: readonly Kept[],
	destination: string,
): readonly string[] {
	return kept.length === 0
		? []
		: [
				`  Stays: ${quantity(kept.length, 'thing')}`,
				...shorten(kept.map((item) => `    ${keptLine(item, destination)}`)),
			];
}

function keptLine({what, ...item}: Kept, destination: string): string {
	const {subject, place, reason} = item;
	return `${nounOf(what)} ${withPlace(subject, place)}: ${neutralise(explainKept(reason, destination))}`;
}

function withPlace(subject: string, place: string | undefined): string {
	return neutralise(place === undefined ? subject : `${subject} (${place})`);
}

function shorten(lines: readonly string[]): readonly string[] {
	return lines.length <= rowsShown
		? lines
		: [
				...lines.slice(0, rowsShown),
				`    … and ${number(lines.length - rowsShown)} more`,
			];
}

/** What an undo tells, in lines of plain text. */
export function undoEventText(
	event: UndoEvent,
	destination: string,
): readonly string[] {
	switch (event.type) {
		case 'unknown-outcomes-settled': {
			return [
				`${quantity(event.asked, 'call')} of unknown outcome: ${number(event.hadHappened)} had arrived.`,
			];
		}

		case 'item-kept': {
			return [`Stays: ${keptLine(event, destination)}`];
		}

		case 'undo-failed': {
			const {problem, nextStep} = explainFailure(event.failure);
			return [
				`✗ ${nounOf(event.what)} ${withPlace(event.subject, event.place)}: ${neutralise(`${problem} ${nextStep}`)}`,
			];
		}

		case 'undo-verified': {
			return event.stillThere.map(
				({what, subject, place}) =>
					`! ${nounOf(what)} ${withPlace(subject, place)} is still there.`,
			);
		}

		case 'undo-finished': {
			return [neutralise(event.verdict), `It took ${duration(event.seconds)}.`];
		}

		case 'throttled': {
			return event.milliseconds < 2000
				? []
				: [
						`The destination asks to wait ${duration(event.milliseconds / 1000)} (${event.reason}); nothing is lost.`,
					];
		}

		default: {
			return [];
		}
	}
}

/** The plan of an undo as an event for scripts. */
export function undoPlannedEvent(plan: UndoPlan) {
	const {run, source, destination, steps, kept} = plan;
	const rows = (kind: UndoKind) =>
		steps
			.filter((step) => step.kind === kind)
			.flatMap((step) => subjectsOf(step));
	return {
		type: 'undo-planned',
		run,
		source,
		destination,
		counts: countUndo(steps),
		requestFields: rows('restore-request'),
		groupMemberships: rows('leave-group'),
		groups: rows('delete-group'),
		projectAccess: rows('remove-project-customers'),
		projectLinks: rows('unlink-organization'),
		memberships: rows('remove-members'),
		customers: rows('delete-customer'),
		organizations: rows('delete-organization'),
		kept: kept.map((item) => ({
			...item,
			why: explainKept(item.reason, destination.name),
		})),
	};
}
