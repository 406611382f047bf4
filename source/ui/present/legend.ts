import {number} from '../../migration/quantity.ts';
import {shadeOf} from './bar.ts';
import {widest} from './fit.ts';
import {type Line, span, textOfLine} from './line.ts';
import {type Part} from './plan-numbers.ts';

const gap = ' '.repeat(3);

/** What the shades of a bar stand for, with the numbers, in as many rows as that takes. */
export function legendLines(
	parts: readonly Part[],
	columns: number,
): readonly Line[] {
	const rows: Line[] = [];
	let room = 0;

	for (const entry of entriesOf(parts)) {
		const width = widest([textOfLine(entry)]);
		const last = rows.at(-1);

		if (last === undefined || room < gap.length + width) {
			rows.push(entry);
			room = columns - width;
		} else {
			rows[rows.length - 1] = [...last, span(gap), ...entry];
			room -= gap.length + width;
		}
	}

	return rows;
}

function entriesOf(parts: readonly Part[]): readonly Line[] {
	return parts
		.filter(({count}) => count > 0)
		.map(({label, count, tone}, index) => [
			span(shadeOf(index), tone),
			span(` ${number(count)} ${label}`),
		]);
}
