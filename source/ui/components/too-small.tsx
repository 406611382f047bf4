import {Box} from 'ink';
import {wrap} from '../present/wrap.ts';
import {line} from '../present/line.ts';
import {type Size, smallest} from '../size.ts';
import {Lines} from './lines.tsx';

type TooSmallProps = {
	readonly size: Size;
};

/** A plain message for terminals that nothing fits in. */
export function TooSmall({size: {columns, rows}}: TooSmallProps) {
	const text = `This terminal has ${columns} columns and ${rows} rows; jsm-ferry needs ${smallest.columns} and ${smallest.rows}. Make it larger, or press ^C to quit.`;
	return (
		<Box width={columns} height={rows} overflow="hidden">
			<Lines
				lines={wrap(text, columns)
					.slice(0, rows)
					.map((row) => line(row))}
			/>
		</Box>
	);
}
