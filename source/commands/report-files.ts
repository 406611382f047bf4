import {createWriteStream, mkdirSync} from 'node:fs';
import path from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {type ReportFile, csvFiles} from '../print/report-csv.ts';
import {reportHtml} from '../print/report-html.ts';
import {reportJson} from '../print/report-json.ts';
import {reportMarkdown} from '../print/report-markdown.ts';
import {reportText} from '../print/report-text.ts';
import {type Scrubber} from '../text/scrub.ts';
import {type StoredReport} from './stored-report.ts';
import {CommandError} from './command-error.ts';

export const reportFormats = ['text', 'json', 'csv', 'md', 'html'] as const;

export type ReportFormat = (typeof reportFormats)[number];

/** A report in a format, as one or more files. */
export function reportFiles(
	{report, summary}: StoredReport,
	format: ReportFormat,
): readonly ReportFile[] {
	switch (format) {
		case 'text': {
			const pieces = reportText(report, summary).map((line) => `${line}\n`);
			return [{name: 'report.txt', pieces}];
		}

		case 'json': {
			return [{name: 'report.json', pieces: reportJson(report, summary)}];
		}

		case 'csv': {
			return csvFiles(report);
		}

		case 'md': {
			return [{name: 'report.md', pieces: reportMarkdown(report, summary)}];
		}

		case 'html': {
			return [{name: 'report.html', pieces: reportHtml(report, summary)}];
		}
	}
}

/**
Writes files into a folder, private to the user, and returns their paths.

@throws CommandError where that is not possible.
*/
export async function writeFiles(
	files: readonly ReportFile[],
	folder: string,
	{scrub}: Pick<Scrubber, 'scrub'>,
): Promise<readonly string[]> {
	try {
		mkdirSync(folder, {recursive: true, mode: 0o700});
		const paths: string[] = [];

		for (const {name, pieces} of files) {
			const file = path.join(folder, name);
			await pipeline(
				Readable.from(cleaned(pieces, scrub)),
				createWriteStream(file, {mode: 0o600}),
			);
			paths.push(file);
		}

		return paths;
	} catch (error) {
		throw new CommandError(
			`The report can’t be written to ${folder} (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`,
			'Name another folder with --out.',
		);
	}
}

function* cleaned(
	pieces: Iterable<string>,
	scrub: Scrubber['scrub'],
): Generator<string> {
	for (const piece of pieces) {
		yield scrub(piece);
	}
}
