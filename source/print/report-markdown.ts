import {type Report} from '../migration/report.ts';
import {type RunSummary} from '../migration/run-summary.ts';
import {neutralise} from '../text/neutralise.ts';
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

/** A report as Markdown, in pieces: verdict, numbers, organizations, and what needs a person. */
export function* reportMarkdown(
	report: Report,
	summary: RunSummary,
): Generator<string> {
	const {source, destination} = report.plan;
	yield `# ${cell(source.name)} → ${cell(destination.name)}, run ${summary.run}\n\n`;
	yield `${cell(summary.verdict)}\n\n`;
	yield* table(
		['', ''],
		summaryTable(summary).map(({label, value}) => [label, value]),
	);
	yield '\n## Organizations\n\n';
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
	yield '\n## Needs attention\n\n';
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

	if (report.plan.activity !== undefined) {
		yield '\n## Requests on the destination\n\n';
		yield* table(activityHead, activityCells(report));
		yield '\n## Comments, mentions and worklogs that keep their author there\n\n';
		yield* table(authoredHead, authoredCells(report));
	}

	yield '\n## Left out: agents, apps and deleted accounts\n\n';
	yield* table(leftOutHead, leftOutCells(report));
	yield '\n## Content of deleted accounts\n\n';
	yield* table(contentHead, contentCells(report));
}

function* table(
	columns: readonly string[],
	rows: Iterable<readonly string[]>,
): Generator<string> {
	yield line(columns);
	yield line(columns.map(() => '---'));

	for (const row of rows) {
		yield line(row);
	}
}

function line(cells: readonly string[]): string {
	return `| ${cells.map((text) => cell(text)).join(' | ')} |\n`;
}

/** What Markdown takes for more than itself; the backslash comes first, since the others bring one. */
const special = '\\`*_{}[]<>()#|!&';

/** A name must neither end its cell nor become a link, an image or HTML. */
function cell(text: string): string {
	let escaped = neutralise(text);

	for (const character of special) {
		escaped = escaped.replaceAll(character, () => `\\${character}`);
	}

	return escaped;
}
