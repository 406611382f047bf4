import {stringify} from 'csv-stringify/sync';
import {explainReasons} from '../migration/explain-reasons.ts';
import {type Report} from '../migration/report.ts';
import {neutralise} from '../text/neutralise.ts';
import {
	activityCells,
	activityHead,
	authoredCells,
	authoredHead,
	proposedCells,
	proposedHead,
} from './activity-report.ts';
import {leftSourceCells, leftSourceHead} from './left-source-cells.ts';
import {keysText} from './report-people.ts';

/** A file of a report: its name and its text in pieces, since there may be a million rows. */
export type ReportFile = {
	readonly name: string;
	readonly pieces: Iterable<string>;
};

type Row = ReadonlyArray<string | number>;

/** Rows turned to text at a time. */
const rowsPerPiece = 1000;

/** The report as CSV files. Cells that a spreadsheet would run are quoted, control characters are made visible. */
export function csvFiles(report: Report): readonly ReportFile[] {
	return [
		{
			name: 'customers.csv',
			pieces: toCsv(customerColumns, customerRows(report)),
		},
		{
			name: 'organizations.csv',
			pieces: toCsv(organizationColumns, organizationRows(report)),
		},
		{
			name: 'memberships.csv',
			pieces: toCsv(membershipColumns, membershipRows(report)),
		},
		{
			name: 'project-access.csv',
			pieces: toCsv(accessColumns, accessRows(report)),
		},
		{
			name: 'RequiresAttention.csv',
			pieces: toCsv(attentionColumns, attentionRows(report)),
		},
		{
			name: 'left-out.csv',
			pieces: toCsv(leftOutColumns, leftOutRows(report)),
		},
		{
			name: 'deleted-content.csv',
			pieces: toCsv(contentColumns, contentRows(report)),
		},
		{
			name: 'left-source.csv',
			pieces: toCsv(leftSourceHead, leftSourceCells(report)),
		},
		...(report.plan.activity === undefined ? [] : activityFiles(report)),
	];
}

const customerColumns = [
	'email',
	'name',
	'outcome',
	'source account type',
	'destination account type',
	'source id',
	'destination id',
	'source email',
	'related as',
	'problem',
	'next step',
];

function* customerRows(report: Report): Generator<Row> {
	for (const row of report.customers()) {
		yield [
			row.email,
			row.name,
			row.outcome,
			row.type,
			row.destinationType ?? '',
			row.id,
			row.destinationId ?? '',
			row.sourceEmail ?? row.email,
			explainReasons(row.reasons),
			row.problem ?? '',
			row.nextStep ?? '',
		];
	}
}

const organizationColumns = [
	'name',
	'name on the destination',
	'outcome',
	'members',
	'projects',
	'source id',
	'destination id',
	'problem',
	'next step',
];

function* organizationRows(report: Report): Generator<Row> {
	for (const row of report.organizations()) {
		yield [
			row.name,
			row.nameThere ?? '',
			row.outcome,
			row.members,
			row.projects.join(' '),
			row.id,
			row.destinationId ?? '',
			row.problem ?? '',
			row.nextStep ?? '',
		];
	}
}

const membershipColumns = [
	'organization',
	'email',
	'outcome',
	'source account id',
	'problem',
	'next step',
];

function* membershipRows(report: Report): Generator<Row> {
	for (const row of report.memberships()) {
		yield [
			row.organization,
			row.email,
			row.outcome,
			row.customer,
			row.problem ?? '',
			row.nextStep ?? '',
		];
	}
}

const accessColumns = [
	'project',
	'project on the destination',
	'email',
	'outcome',
	'source account id',
	'problem',
	'next step',
];

function* accessRows(report: Report): Generator<Row> {
	for (const row of report.access()) {
		yield [
			row.project,
			row.counterpart ?? '',
			row.email,
			row.outcome,
			row.customer,
			row.problem ?? '',
			row.nextStep ?? '',
		];
	}
}

const attentionColumns = [
	'email',
	'name',
	'source account type',
	'destination account type',
	'problem',
	'next step',
	'outcome',
	'source email',
	'source id',
	'destination id',
	'related as',
];

function* attentionRows(report: Report): Generator<Row> {
	for (const row of report.attention()) {
		yield [
			row.email,
			row.name,
			row.type,
			row.destinationType ?? '',
			row.problem ?? '',
			row.nextStep ?? '',
			row.outcome,
			row.sourceEmail ?? row.email,
			row.id,
			row.destinationId ?? '',
			explainReasons(row.reasons),
		];
	}
}

const leftOutColumns = [
	'kind',
	'email',
	'name',
	'source account type',
	'source id',
	'related as',
	'problem',
	'next step',
];

function* leftOutRows(report: Report): Generator<Row> {
	for (const row of report.leftOut()) {
		yield [
			row.kind,
			row.email,
			row.name,
			row.type,
			row.id,
			explainReasons(row.reasons),
			row.problem,
			row.nextStep,
		];
	}
}

const contentColumns = ['project', 'source id', 'requests', 'keys'];

function* contentRows({plan}: Report): Generator<Row> {
	for (const {project, account, requests, keys} of plan.deletedContent) {
		yield [project, account, requests, keysText(keys, requests)];
	}
}

/** Only where activity was to be linked. */
function activityFiles(report: Report): readonly ReportFile[] {
	return [
		{
			name: 'activity.csv',
			pieces: toCsv(activityHead, activityCells(report)),
		},
		{
			name: 'proposed-requests.csv',
			pieces: toCsv(proposedHead, proposedCells(report)),
		},
		{
			name: 'authored-content.csv',
			pieces: toCsv(authoredHead, authoredCells(report)),
		},
	];
}

/** A table as CSV text, in pieces. Cells that a spreadsheet would run are quoted, control characters are made visible. */
export function* toCsv(columns: Row, rows: Iterable<Row>): Generator<string> {
	let piece = [columns];

	for (const row of rows) {
		piece.push(row);

		if (piece.length !== rowsPerPiece) {
			continue;
		}

		yield format(piece);
		piece = [];
	}

	yield format(piece);
}

function format(rows: readonly Row[]): string {
	const cells = rows.map((row) =>
		row.map((cell) => (typeof cell === 'string' ? neutralise(cell) : cell)),
	);
	// The name of this option is the library's.
	// eslint-disable-next-line @typescript-eslint/naming-convention
	return stringify(cells, {escape_formulas: true});
}
