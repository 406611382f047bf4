import stringWidth from 'string-width';
import {head} from './fit.ts';

/** Breaks a text into rows of at most so many columns, at blanks where there are any. */
export function wrap(text: string, columns: number): readonly string[] {
	const rows: string[] = [];
	let row = '';

	for (const word of text.split(' ').flatMap((one) => pieces(one, columns))) {
		const longer = row === '' ? word : `${row} ${word}`;

		if (stringWidth(longer) <= columns) {
			row = longer;
		} else {
			rows.push(...(row === '' ? [] : [row]));
			row = word;
		}
	}

	return [...rows, row];
}

/** A word longer than a row, such as an address, is cut. */
function pieces(word: string, columns: number): readonly string[] {
	const room = Math.max(columns, 1);

	if (stringWidth(word) <= room) {
		return [word];
	}

	const first = head(word, room);
	// A character wider than the row has to go somewhere all the same.
	const length = first === '' ? word.length : first.length;
	return [word.slice(0, length), ...pieces(word.slice(length), columns)].filter(
		(piece) => piece !== '',
	);
}

/** The first of several texts that fits, wrapped; where none does, as much of the last one as there is room for. */
export function wrapToFit(
	texts: readonly string[],
	{columns, rows}: {readonly columns: number; readonly rows: number},
): readonly string[] {
	const wrapped = texts.map((text) => wrap(text, columns));
	return (
		wrapped.find(({length}) => length <= rows) ??
		wrapped.at(-1)?.slice(0, rows) ??
		[]
	);
}
