import {type Report} from '../migration/report.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {neutralise} from '../text/neutralise.ts';
import {
	contentCells,
	contentHead,
	emailText,
	leftOutCells,
	leftOutHead,
} from './report-people.ts';
import {summaryTable} from './report-text.ts';

const style = `
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
th, td { border-bottom: 1px solid #ccc; padding: .3rem .6rem; text-align: left; vertical-align: top; }
@media (prefers-color-scheme: dark) { body { background: #16181d; color: #e6e6e6; } th, td { border-color: #444; } }
`;

/** A report as one page that needs nothing else, in pieces. It holds no script, so nothing in it can run. */
export function* reportHtml(
	report: Report,
	summary: RunSummary,
): Generator<string> {
	const {source, destination} = report.plan;
	const title = `${source.name} → ${destination.name}, run ${summary.run}`;
	yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n';
	yield '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'">\n';
	yield `<title>${escape(title)}</title>\n<style>${style}</style>\n</head>\n<body>\n`;
	yield `<h1>${escape(title)}</h1>\n<p><strong>${escape(summary.verdict)}</strong></p>\n`;
	yield* table(
		['', ''],
		summaryTable(summary).map(({label, value}) => [label, value]),
	);
	yield '<h2>Needs attention</h2>\n';
	yield* table(
		['Email', 'Name', 'Problem', 'Next step'],
		report
			.attention()
			.map((row) => [
				emailText(row),
				row.name,
				row.problem ?? '',
				row.nextStep ?? '',
			]),
	);
	yield '<h2>Organizations</h2>\n';
	yield* table(
		['Name', 'On the destination', 'Outcome', 'Members', 'Projects', 'To do'],
		report
			.organizations()
			.map(({name, nameThere, outcome, members, projects, nextStep}) => [
				name,
				nameThere ?? '',
				outcome,
				String(members),
				projects.join(' '),
				nextStep ?? '',
			]),
	);
	yield '<h2>Left out: agents, apps and deleted accounts</h2>\n';
	yield* table(leftOutHead, leftOutCells(report));
	yield '<h2>Content of deleted accounts</h2>\n';
	yield* table(contentHead, contentCells(report));
	yield '</body>\n</html>\n';
}

function* table(
	columns: readonly string[],
	rows: Iterable<readonly string[]>,
): Generator<string> {
	yield `<table>\n<thead>${tableRow(columns, 'th')}</thead>\n<tbody>\n`;

	for (const row of rows) {
		yield tableRow(row, 'td');
	}

	yield '</tbody>\n</table>\n';
}

function tableRow(cells: readonly string[], tag: 'td' | 'th'): string {
	const inner = cells
		.map((text) => `<${tag}>${escape(text)}</${tag}>`)
		.join('');
	return `<tr>${inner}</tr>\n`;
}

/** The ampersand comes first, since the others bring ampersands of their own. */
const entities = [
	['&', '&amp;'],
	['<', '&lt;'],
	['>', '&gt;'],
	['"', '&quot;'],
	["'", '&#39;'],
] as const;

function escape(text: string): string {
	let escaped = neutralise(text);

	for (const [character, entity] of entities) {
		escaped = escaped.replaceAll(character, () => entity);
	}

	return escaped;
}
