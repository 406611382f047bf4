import {explainPairing} from '../migration/activity/explain-activity.ts';
import {type Report} from '../migration/report.ts';
import {number, quantity} from '../migration/quantity.ts';
import {neutralise} from '../text/neutralise.ts';

/** Rows shown in plain text; the files have all. */
const rowsShown = 20;

export const activityHead = [
	'request',
	'request on the source',
	'field',
	'named',
	'outcome',
	'problem',
	'next step',
] as const;

/** Yields the cells of a row for each field of a request that was to be set or that was left alone. */
export function* activityCells(report: Report): Generator<string[]> {
	for (const row of report.activity()) {
		const {request, from, field, named, outcome} = row;
		const {problem = '', nextStep = ''} = row;
		yield [request, from, field, named.join(', '), outcome, problem, nextStep];
	}
}

export const proposedHead = [
	'request on the source',
	'request',
	'why only proposed',
] as const;

/** Yields the cells of a row for each pair of requests that is only proposed. */
export function* proposedCells({plan}: Report): Generator<string[]> {
	for (const {from, to, pairing} of plan.activity?.proposed ?? []) {
		yield [from, to, explainPairing(pairing)];
	}
}

export const authoredHead = [
	'author on the source',
	'source id',
	'comments',
	'mentions',
	'worklogs',
	'such as',
] as const;

/** Yields the cells of a row for each person who wrote something that keeps another author on the destination. */
export function* authoredCells({plan}: Report): Generator<string[]> {
	for (const one of plan.activity?.content ?? []) {
		const {name, account, comments, mentions, worklogs, example} = one;
		yield [
			name,
			account,
			String(comments),
			String(mentions),
			String(worklogs),
			example,
		];
	}
}

/** What a person may have to look at in requests, in lines of plain text. */
export function activityReportText(report: Report): readonly string[] {
	const {activity} = report.plan;

	if (activity === undefined) {
		return [];
	}

	const rows = Iterator.from(report.activity())
		.filter(({outcome}) => outcome !== 'linked')
		.take(rowsShown + 1)
		.toArray();
	const {proposed, content} = activity;
	return [
		...(rows.length === 0 ? [] : ['', 'Requests left as they are:']),
		...rows
			.slice(0, rowsShown)
			.map(
				({request, field, named, problem = 'Not done yet.'}) =>
					`  ${neutralise(`${request}, ${field}: ${named.join(', ')}`)}: ${neutralise(problem)}`,
			),
		...(rows.length > rowsShown
			? ['  … and more: export the report to see all of them.']
			: []),
		...(proposed.length === 0
			? []
			: [
					`${quantity(proposed.length, 'pair')} of requests only proposed; the export lists them.`,
				]),
		...(content.length === 0
			? []
			: [
					`What ${number(content.length)} people wrote keeps the author it has there; the export lists them.`,
				]),
	];
}
