import {type BrowserRow} from './browser.ts';
import {textOfLine} from './line.ts';

/** Wide enough that nothing is wrapped or cut. */
const columns = 10_000;

/** A row as text to paste: its cells with tabs between them or, where it is opened, all that it says. A cell that a spreadsheet would run gets a quote before it. */
export function rowText(
	{cells, details}: BrowserRow,
	isOpened: boolean,
): string {
	return isOpened
		? details(columns)
				.map((line) => textOfLine(line).trimEnd())
				.join('\n')
		: cells.map((cell) => harmless(cell)).join('\t');
}

function harmless(cell: string): string {
	return /^[+\-=@]/v.test(cell) ? `'${cell}` : cell;
}
