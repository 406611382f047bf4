import {type Bar, type Result, isMet} from './figure.ts';

const header = ['figure', 'value', 'bar', 'met', 'from'] as const;

/** Results as a table in Markdown, its columns aligned so that it reads as plain text too. */
export function tableOf(results: readonly Result[]): string {
	const rows = results.map((result) => cellsOf(result));
	const widths = header.map((title, column) =>
		Math.max(...[header, ...rows].map((row) => (row[column] ?? title).length)),
	);
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
	return [
		line(header),
		line(widths.map((width) => '-'.repeat(width))),
		...rows.map((row) => line(row)),
	].join('\n');
}

function cellsOf(result: Result): readonly string[] {
	const {what, value, unit, bar, from = ''} = result;
	const met = isMet(result);
	return [
		what,
		`${numberOf(value, unit)} ${unit}`,
		bar === undefined ? '' : barOf(bar),
		met === undefined ? '' : met ? 'yes' : 'NO',
		from,
	];
}

function barOf(bar: Bar): string {
	return 'most' in bar ? `≤ ${bar.most}` : `≥ ${bar.least}`;
}

/** Three digits tell enough, but a count of calls is exact. */
function numberOf(value: number, unit: Result['unit']): string {
	if (unit === 'calls') {
		return String(value);
	}

	const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3;
	return value.toFixed(digits);
}
