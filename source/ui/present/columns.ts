import {sum} from '../../migration/sum.ts';
import {fit, widest} from './fit.ts';

/** A column of a table. */
export type Column = {
	readonly title: string;
	/** Columns it needs at least; where there is no room for that, it is left out. */
	readonly least: number;
	/** Its part of what is left over; 0 keeps it at its least. */
	readonly share: number;
	readonly side?: 'left' | 'right';
	/** Where there is no room for all, those of a higher rank go first; the left ones where it is equal. */
	readonly rank?: number;
};

/** Blank columns between two columns of a table. */
export const gap = 2;

/**
Shares the width among columns. A column without room gets 0. `rows` are the cells of all rows on screen: what a column has to spare goes to those whose texts would be cut, from left to right, since the left ones tell who or which.
*/
export function layOut(
	columns: readonly Column[],
	width: number,
	rows: ReadonlyArray<readonly string[]> = [],
): readonly number[] {
	const widths = shareOut(columns, width);
	const needs = columns.map((_, index) =>
		widest(rows.map((cells) => cells[index] ?? '')),
	);
	const spares = widths.map((has, index) => Math.max(0, has - needs[index]!));
	const spare = sum(spares);
	let left = spare;
	const given = widths.map((has, index) => {
		const lack = has === 0 ? 0 : Math.max(0, needs[index]! - has);
		const more = Math.min(lack, left);
		left -= more;
		return more;
	});
	const taken = spare - left;
	return widths.map(
		(has, index) =>
			has +
			given[index]! -
			(taken === 0 ? 0 : Math.ceil((taken * spares[index]!) / spare)),
	);
}

/** By what the columns ask for, whatever stands in them. */
function shareOut(
	columns: readonly Column[],
	width: number,
): readonly number[] {
	let room = width + gap;
	const shown = columns.map(() => false);

	for (const index of byRank(columns)) {
		const needed = columns[index]!.least + gap;
		shown[index] = room >= needed;
		room -= shown[index] ? needed : 0;
	}

	const shares = columns.map(({share}, index) =>
		shown.at(index) === true ? share : 0,
	);
	const all = sum(shares);
	const spare = Math.max(room, 0);
	return columns.map(({least}, index) => {
		const extra = all === 0 ? 0 : Math.floor((spare * shares[index]!) / all);
		return shown.at(index) === true ? least + extra : 0;
	});
}

function byRank(columns: readonly Column[]): readonly number[] {
	const rankOf = (index: number) => columns[index]?.rank ?? 0;
	return columns
		.keys()
		.toArray()
		.toSorted((a, b) => rankOf(a) - rankOf(b));
}

/** One row of a table in the widths laid out. */
export function rowText(
	cells: readonly string[],
	columns: readonly Column[],
	widths: readonly number[],
): string {
	let text = '';

	// Once for each row on screen with every key, so nothing is made on the way.
	for (const [index, cell] of cells.entries()) {
		const width = widths[index] ?? 0;

		if (width === 0) {
			continue;
		}

		text += text === '' ? '' : ' '.repeat(gap);
		text += fit(cell, width, columns[index]?.side);
	}

	return text.trimEnd();
}

/** The same row for those who hear it: one cell after the other, nothing cut and nothing filled up. */
export function spokenRow(cells: readonly string[]): string {
	return cells
		.map((cell) => cell.trim())
		.filter((cell) => cell !== '')
		.join(', ');
}
