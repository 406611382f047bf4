import {explainDifference} from '../migration/explain-difference.ts';
import {explainKept, nounOf} from '../migration/explain-undo.ts';
import {notInvitedReasons} from '../migration/explain-invite.ts';
import {type InvitePlan} from '../migration/plan-invite.ts';
import {type Kept} from '../migration/undo-kept.ts';
import {
	type ListedCustomer,
	customersWhoMayStay,
	undoneKinds,
} from '../migration/undo-plan.ts';
import {type UndoStep} from '../migration/undo-step.ts';
import {subjectsOf} from '../migration/undo-steps.ts';
import {type Check, isDifference} from '../migration/verification.ts';
import {neutralise} from '../text/neutralise.ts';
import {type ListedItem, type PreparedAct} from './services.ts';
import {type BrowserRow, type BrowserTable} from './present/browser.ts';
import {type Fact, factLines} from './present/facts.ts';
import {type Tone} from './present/line.ts';
import {joinRows, rowsOf} from './present/row-sources.ts';

/** What an act is about, row by row. */
export function actTable(act: PreparedAct): BrowserTable {
	switch (act.kind) {
		case 'verify': {
			return verifyTable(act.checks);
		}

		case 'undo': {
			return undoTable(act);
		}

		case 'invite': {
			return inviteTable(act);
		}

		case 'follow-up': {
			return {
				columns: [
					{title: 'Done', least: 4, share: 0},
					{title: 'Who or what', least: 18, share: 1},
					{title: 'What to do', least: 12, share: 2},
				],
				rows: rowsOf(act.items, (item) => itemRow(item)),
				emptyText: 'Nothing is left to do by hand.',
			};
		}
	}
}

/** Differences first: they are what one looks for among thousands. */
function verifyTable(checks: readonly Check[]): BrowserTable {
	return {
		columns: [
			{title: '', least: 1, share: 0},
			{title: 'What', least: 12, share: 0, rank: 1},
			{title: 'Who or what', least: 20, share: 2},
			{title: 'Where, or what differs', least: 14, share: 3},
		],
		rows: joinRows(
			rowsOf(
				checks.filter((one) => isDifference(one)),
				checkRow,
			),
			rowsOf(
				checks.filter((one) => !isDifference(one)),
				checkRow,
			),
		),
		emptyText: 'The run did nothing that could be looked at.',
	};
}

function checkRow(check: Check): BrowserRow {
	const {sign, what, subject, place = ''} = check;
	const tones = {
		'=': undefined,
		'-': 'bad',
		'+': 'warning',
		'!': 'bad',
	} as const;
	const words = isDifference(check) ? explainDifference(check) : place;
	return row(
		[sign, what, subject, words],
		[
			{label: what, text: subject, tone: 'strong'},
			...(place === '' ? [] : [{label: 'in', text: place}]),
			{
				label: sign,
				text: isDifference(check)
					? explainDifference(check)
					: 'As it should be.',
			},
		],
		tones[sign],
	);
}

function undoTable({
	plan: {steps, kept},
	destination,
}: Extract<PreparedAct, {readonly kind: 'undo'}>): BrowserTable {
	return {
		columns: [
			{title: '', least: 5, share: 0},
			{title: 'What', least: 16, share: 0, rank: 1},
			{title: 'Who or what', least: 20, share: 2},
			{title: 'Where, or why', least: 12, share: 3},
		],
		rows: joinRows(
			rowsOf(kept, (item) => keptRow(item, destination)),
			rowsOf(customersWhoMayStay(steps), unsureRow),
			rowsOf(
				withoutUnsure(steps).flatMap((step) =>
					subjectsOf(step).map((subject) => ({
						...subject,
						what: nounOf(undoneKinds[step.kind]),
					})),
				),
				undoneRow,
			),
		),
		emptyText: 'Nothing is left to take back.',
	};
}

/** The steps without those people of whom only the attempt tells. */
function withoutUnsure(steps: readonly UndoStep[]): readonly UndoStep[] {
	const unsure = new Set(
		customersWhoMayStay(steps).map(({person}) => person.accountId),
	);
	return steps.map((step) =>
		step.kind === 'remove-project-customers'
			? {
					...step,
					customers: step.customers.filter(
						({accountId}) => !unsure.has(accountId),
					),
				}
			: step,
	);
}

/** Someone who stays on the list of a service project if it is open to everyone. */
function unsureRow({project, person: {label}}: ListedCustomer): BrowserRow {
	const what = nounOf('project-access');
	return row(
		['goes?', what, label, `${project}: stays if open`],
		[
			{label: 'goes?', text: what},
			{label: 'which', text: label, tone: 'strong'},
			{label: 'in', text: project},
			{
				label: 'why',
				text: `If ${project} is open to everyone, Jira keeps its customers on the list. No call tells that beforehand; it is tried, and what stays is said.`,
			},
		],
		'warning',
	);
}

function undoneRow({
	what,
	subject,
	place = '',
}: {
	readonly what: string;
	readonly subject: string;
	readonly place?: string;
}): BrowserRow {
	return row(
		['goes', what, subject, place],
		[
			{label: 'goes', text: what},
			{label: 'which', text: subject, tone: 'strong'},
			...(place === '' ? [] : [{label: 'in', text: place}]),
		],
	);
}

function keptRow(
	{what, subject, place, reason}: Kept,
	destination: string,
): BrowserRow {
	const why = explainKept(reason, destination);
	return row(
		['stays', nounOf(what), subject, why],
		[
			{label: 'stays', text: nounOf(what)},
			{label: 'which', text: subject, tone: 'strong'},
			...(place === undefined ? [] : [{label: 'in', text: place}]),
			{label: 'why', text: why},
		],
		'warning',
	);
}

function mailRow({
	email,
	name,
	project,
}: InvitePlan['steps'][number]): BrowserRow {
	const place = `${project.name} (${project.key})`;
	return row(
		['mail', email, name, place],
		[
			{label: 'mail to', text: email, tone: 'strong'},
			{label: 'name', text: name},
			{label: 'leads to', text: place},
		],
	);
}

function skippedRow({
	email,
	reason,
}: InvitePlan['skipped'][number]): BrowserRow {
	const why = notInvitedReasons[reason];
	return row(
		['not', email, '', why],
		[
			{label: 'no mail to', text: email, tone: 'strong'},
			{label: 'why', text: why},
		],
		'warning',
	);
}

function inviteTable({
	plan: {steps, skipped},
}: Extract<PreparedAct, {readonly kind: 'invite'}>): BrowserTable {
	return {
		columns: [
			{title: '', least: 5, share: 0},
			{title: 'Email', least: 24, share: 2},
			{title: 'Name', least: 12, share: 1, rank: 1},
			{title: 'Help center of, or why not', least: 16, share: 2},
		],
		rows: joinRows(rowsOf(steps, mailRow), rowsOf(skipped, skippedRow)),
		emptyText: 'There is nobody to mail.',
	};
}

function itemRow({
	id,
	subject,
	problem,
	nextStep,
	link,
	isDone,
}: ListedItem): BrowserRow {
	return {
		id,
		...row(
			[isDone ? '[x]' : '[ ]', subject === '' ? problem : subject, nextStep],
			[
				...(subject === ''
					? []
					: [{label: 'who', text: subject, tone: 'strong'} as const]),
				{label: 'because', text: problem},
				{label: 'to do', text: nextStep},
				...(link === undefined ? [] : [{label: 'where', text: link}]),
			],
			isDone ? 'quiet' : undefined,
		),
	};
}

/** A row that, opened, says its facts. All of it is untrusted. */
function row(
	cells: readonly string[],
	facts: readonly Fact[],
	tone?: Tone,
): BrowserRow {
	return {
		cells: cells.map((cell) => neutralise(cell)),
		...(tone !== undefined && {tone}),
		details: (columns) =>
			factLines(
				facts.map((fact) => ({...fact, text: neutralise(fact.text)})),
				columns,
			),
	};
}
