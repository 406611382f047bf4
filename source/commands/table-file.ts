import {CsvError, parse} from 'csv-parse/sync';
import {CommandError} from './command-error.ts';

/** A row of a table with the number of its line, for messages. */
export type TableRow<Column extends string> = Readonly<
	Record<Column, string>
> & {readonly line: number};

/**
Reads a CSV file with a header line. Columns may stand in any order, and more of them do no harm.

@throws CommandError with the line where it makes no sense.
*/
export function parseTable<Column extends string>(
	text: string,
	file: string,
	columns: readonly Column[],
): ReadonlyArray<TableRow<Column>> {
	const [header, ...rows] = parseCells(text, file);
	const names = header?.cells.map((name) => name.trim().toLowerCase()) ?? [];
	const missing = columns.filter((column) => !names.includes(column));

	if (missing.length > 0) {
		throw new CommandError(
			`${file}, line 1: the column ${missing.join(', ')} is missing.`,
			`The first line has to be: ${columns.join(',')}`,
		);
	}

	return rows.map(({cells, line}) => {
		const values = columns.map((column) => [
			column,
			cells[names.indexOf(column)]?.trim() ?? '',
		]);
		return {
			...(Object.fromEntries(values) as Record<Column, string>),
			line,
		};
	});
}

type Cells = {readonly cells: readonly string[]; readonly line: number};

function parseCells(text: string, file: string): readonly Cells[] {
	try {
		// Its types do not know what `info` adds.
		const records = parse(text, {
			bom: true,
			info: true,
			skipEmptyLines: true,
			relaxColumnCount: true,
		}) as unknown as ReadonlyArray<{
			readonly record: readonly string[];
			readonly info: {readonly lines: number};
		}>;
		return records.map(({record, info}) => ({cells: record, line: info.lines}));
	} catch (error) {
		if (!(error instanceof CsvError)) {
			throw error;
		}

		throw new CommandError(
			`${file} is no table: ${error.message.replace(/\.$/v, '')}.`,
			'Save it as CSV (comma separated, UTF-8).',
		);
	}
}
