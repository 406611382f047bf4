import {Box} from 'ink';
import {legendLines} from '../present/legend.ts';
import {type Line, blank} from '../present/line.ts';
import {type Part} from '../present/plan-numbers.ts';
import {type Size} from '../size.ts';
import {Lines} from './lines.tsx';
import {PartsBar, PartsLegend} from './parts-bar.tsx';
import {Scroll} from './scroll.tsx';
import {ToneText} from './tone-text.tsx';

/** A whole and its parts. */
export type Whole = {
	readonly title: string;
	readonly parts: readonly Part[];
};

type SummaryProps = {
	readonly wholes: readonly Whole[];
	/** Shown above the bars. */
	readonly above: readonly Line[];
	/** Shown below the bars. */
	readonly below: readonly Line[];
	/** All of it in lines, for where there is no room for bars. */
	readonly lines: readonly Line[];
	readonly offset: number;
	readonly size: Size;
};

/** Numbers as bars with their legends or, where there is no room for these, as text to scroll through. */
export function Summary({
	wholes,
	above,
	below,
	lines,
	offset,
	size,
}: SummaryProps) {
	return hasBars({wholes, above, below}, size) ? (
		<Box flexDirection="column">
			<Lines lines={[blank, ...above]} />
			{wholes.map(({title, parts}) => (
				<Box key={title} flexDirection="column" flexShrink={0}>
					<ToneText tone="strong">{title}</ToneText>
					<PartsBar parts={parts} columns={size.columns} />
					<PartsLegend parts={parts} columns={size.columns} />
					<ToneText> </ToneText>
				</Box>
			))}
			<Lines lines={below} />
		</Box>
	) : (
		<Scroll lines={lines} rows={size.rows} offset={offset} />
	);
}

/** Rows of a whole: title, bar, legend and a blank one. */
function rowsOf({parts}: Whole, columns: number): number {
	return 3 + legendLines(parts, columns).length;
}

/** Whether there is room for the bars. */
export function hasBars(
	{wholes, above, below}: Pick<SummaryProps, 'wholes' | 'above' | 'below'>,
	{columns, rows}: Size,
): boolean {
	const needed = wholes.reduce(
		(sum, whole) => sum + rowsOf(whole, columns),
		1 + above.length + below.length,
	);
	return columns >= 60 && rows >= needed;
}
