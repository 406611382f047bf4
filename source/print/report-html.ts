import {type Report} from '../migration/report.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {type Additions} from '../migration/totals.ts';
import {type ChartPart, chart} from './html-chart.ts';
import {htmlStyle} from './html-style.ts';
import {escapeHtml} from './html-text.ts';
import {leftSourceCells, leftSourceHead} from './left-source-cells.ts';
import {
	activityCells,
	activityHead,
	authoredCells,
	authoredHead,
} from './activity-report.ts';
import {
	contentCells,
	contentHead,
	emailText,
	leftOutCells,
	leftOutHead,
} from './report-people.ts';
import {summaryTable} from './report-text.ts';

/** A part of the page that can be linked to. */
type Section = {
	readonly id: string;
	readonly title: string;
	readonly columns: readonly string[];
	readonly rows: (report: Report) => Iterable<readonly string[]>;
};

const sections: readonly Section[] = [
	{
		id: 'attention',
		title: 'Needs attention',
		columns: ['Email', 'Name', 'Problem', 'Next step'],
		rows: attentionRows,
	},
	{
		id: 'errors',
		title: 'Errors',
		columns: ['What', 'Problem', 'Next step'],
		rows: errorRows,
	},
	{
		id: 'organizations',
		title: 'Organizations',
		columns: [
			'Name',
			'On the destination',
			'Outcome',
			'Members',
			'Projects',
			'To do',
		],
		rows: organizationRows,
	},
	{
		id: 'left-source',
		title: 'Left the source since an earlier copy',
		columns: leftSourceHead,
		rows: leftSourceCells,
	},
	{
		id: 'left-out',
		title: 'Left out: agents, apps and deleted accounts',
		columns: leftOutHead,
		rows: leftOutCells,
	},
	{
		id: 'deleted-content',
		title: 'Content of deleted accounts',
		columns: contentHead,
		rows: contentCells,
	},
];

/** Only where activity was to be linked. */
const activitySections: readonly Section[] = [
	{
		id: 'activity',
		title: 'Requests on the destination',
		columns: activityHead,
		rows: activityCells,
	},
	{
		id: 'authored',
		title: 'Comments, mentions and worklogs that keep their author there',
		columns: authoredHead,
		rows: authoredCells,
	},
];

/** A report as one page that needs nothing else, in pieces. It holds no script, so nothing in it can run. */
export function* reportHtml(
	report: Report,
	summary: RunSummary,
): Generator<string> {
	const {source, destination, activity} = report.plan;
	const parts =
		activity === undefined ? sections : [...sections, ...activitySections];
	const title = `${source.name} → ${destination.name}, run ${summary.run}`;
	yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n';
	yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n';
	yield `<title>${escapeHtml(title)}</title>\n<style>${htmlStyle}</style>\n</head>\n<body>\n`;
	yield `<h1>${escapeHtml(title)}</h1>\n<p><strong>${escapeHtml(summary.verdict)}</strong></p>\n`;
	yield `<nav>${parts.map(({id, title: name}) => `<a href="#${id}">${name}</a>`).join('')}</nav>\n`;
	yield* charts(summary);
	yield* table(
		['', ''],
		summaryTable(summary).map(({label, value}) => [label, value]),
	);

	for (const {id, title: name, columns, rows} of parts) {
		yield `<h2 id="${id}"><a href="#${id}">${name}</a></h2>\n`;
		yield* table(columns, rows(report));
	}

	yield '</body>\n</html>\n';
}

function charts({
	customers,
	organizations,
	memberships,
	projectLinks,
	projectAccess,
}: RunSummary): readonly string[] {
	return [
		chart('Customers', [
			{label: 'created', count: customers.created, look: 'good'},
			{label: 'linked', count: customers.linked, look: 'joined'},
			{label: 'unchanged', count: customers.unchanged, look: 'same'},
			{label: 'skipped', count: customers.skipped, look: 'same'},
			{label: 'need attention', count: customers.attention, look: 'warning'},
			{label: 'failed', count: customers.failed, look: 'bad'},
			{label: 'waiting', count: customers.waiting, look: 'warning'},
		]),
		chart('Organizations', [
			{label: 'created', count: organizations.created, look: 'good'},
			{label: 'renamed', count: organizations.renamed, look: 'good'},
			{label: 'merged', count: organizations.merged, look: 'joined'},
			{label: 'mapped', count: organizations.mapped, look: 'joined'},
			{label: 'linked', count: organizations.linked, look: 'joined'},
			{label: 'unchanged', count: organizations.unchanged, look: 'same'},
			{label: 'skipped', count: organizations.skipped, look: 'same'},
			{
				label: 'need attention',
				count: organizations.attention,
				look: 'warning',
			},
			{label: 'failed', count: organizations.failed, look: 'bad'},
			{label: 'waiting', count: organizations.waiting, look: 'warning'},
		]),
		chart('Memberships', additionParts(memberships)),
		chart('Project links', additionParts(projectLinks)),
		chart('Project access', additionParts(projectAccess)),
	];
}

function additionParts({
	added,
	present,
	notPossible,
}: Additions): readonly ChartPart[] {
	return [
		{label: 'added', count: added, look: 'good'},
		{label: 'there already', count: present, look: 'same'},
		{label: 'not possible', count: notPossible, look: 'warning'},
	];
}

function* attentionRows(report: Report): Generator<readonly string[]> {
	for (const row of report.attention()) {
		const {name, problem = '', nextStep = ''} = row;
		yield [emailText(row), name, problem, nextStep];
	}
}

type FailedRow = {
	readonly outcome: string;
	readonly problem?: string;
	readonly nextStep?: string;
};

/** Whatever failed, by the kinds of things. */
function* errorRows(report: Report): Generator<readonly string[]> {
	yield* failedOf(report.customers(), ({email, name}) =>
		email === '' ? name : email,
	);
	yield* failedOf(report.organizations(), ({name}) => name);
	yield* failedOf(
		report.memberships(),
		({email, customer, organization}) =>
			`${email === '' ? customer : email} in ${organization}`,
	);
	yield* failedOf(
		report.access(),
		({email, customer, counterpart = ''}) =>
			`${email === '' ? customer : email} on ${counterpart}`,
	);
}

function* failedOf<Row extends FailedRow>(
	rows: Iterable<Row>,
	who: (row: Row) => string,
): Generator<readonly string[]> {
	for (const row of rows) {
		if (row.outcome === 'failed') {
			yield [who(row), row.problem ?? '', row.nextStep ?? ''];
		}
	}
}

function* organizationRows(report: Report): Generator<readonly string[]> {
	for (const row of report.organizations()) {
		yield [
			row.name,
			row.nameThere ?? '',
			row.outcome,
			String(row.members),
			row.projects.join(' '),
			row.nextStep ?? '',
		];
	}
}

/** Its titles come with its first row; a table without rows is a word. */
function* table(
	columns: readonly string[],
	rows: Iterable<readonly string[]>,
): Generator<string> {
	let isBegun = false;

	for (const row of rows) {
		if (!isBegun) {
			isBegun = true;
			yield `<table>\n<thead>${tableRow(columns, 'th')}</thead>\n<tbody>\n`;
		}

		yield tableRow(row, 'td');
	}

	yield isBegun ? '</tbody>\n</table>\n' : '<p class="none">None.</p>\n';
}

function tableRow(cells: readonly string[], tag: 'td' | 'th'): string {
	const inner = cells
		.map((text) => `<${tag}>${escapeHtml(text)}</${tag}>`)
		.join('');
	return `<tr>${inner}</tr>\n`;
}
