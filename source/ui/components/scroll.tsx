import {quantity} from '../../migration/quantity.ts';
import {type Line, line} from '../present/line.ts';
import {Lines} from './lines.tsx';

type ScrollProps = {
	readonly lines: readonly Line[];
	readonly rows: number;
	/** First line on screen, as far as the text goes. */
	readonly offset: number;
};

/** As much of a text as there are rows for, and how much more there is. */
export function Scroll({lines, rows, offset}: ScrollProps) {
	const from = Math.max(0, Math.min(offset, lines.length - rows));
	const below = lines.length - from - rows;
	return (
		<Lines
			lines={
				below > 0
					? [
							...lines.slice(from, from + rows - 1),
							line(`… ${quantity(below + 1, 'row')} more`, 'quiet'),
						]
					: lines.slice(from, from + rows)
			}
		/>
	);
}
