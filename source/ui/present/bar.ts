import {sum} from '../../migration/sum.ts';
import {shades, signs} from './signs.ts';

/** A bar that is full in proportion; something done is never shown as nothing, nor something open as all. */
export function barText(done: number, total: number, columns: number): string {
	const exact = total === 0 ? 0 : (done / total) * columns;
	const full =
		done >= total
			? columns
			: Math.min(Math.max(Math.floor(exact), done > 0 ? 1 : 0), columns - 1);
	return signs.full.repeat(full) + signs.empty.repeat(columns - full);
}

/**
Parts of a whole as one bar; each part has a shade of its own and, if it is anything, at least one column. The widths add up to the columns.
*/
export function partWidths(
	parts: readonly number[],
	columns: number,
): readonly number[] {
	const total = sum(parts);

	if (total === 0) {
		return parts.map(() => 0);
	}

	const widths = parts.map((part) =>
		part === 0 ? 0 : Math.max(1, Math.floor((part / total) * columns)),
	);
	const spare = columns - sum(widths);
	const largest = parts.indexOf(Math.max(...parts));
	return widths.map((width, index) =>
		index === largest ? Math.max(width + spare, 0) : width,
	);
}

/** The shade of a part; parts after the last shade share it. */
export function shadeOf(index: number): string {
	return shades[Math.min(index, shades.length - 1)]!;
}
