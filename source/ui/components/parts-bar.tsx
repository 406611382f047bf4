import {Box, Text} from 'ink';
import {use} from 'react';
import {partWidths, shadeOf} from '../present/bar.ts';
import {number} from '../../migration/quantity.ts';
import {legendLines} from '../present/legend.ts';
import {line} from '../present/line.ts';
import {type Part} from '../present/plan-numbers.ts';
import {themeContext, lookOf} from '../theme.ts';
import {Lines} from './lines.tsx';

type PartsBarProps = {
	readonly parts: readonly Part[];
	readonly columns: number;
};

/** Parts of a whole as one bar. Each part has a shade of its own, so that it needs no colour. */
export function PartsBar({parts, columns}: PartsBarProps) {
	const theme = use(themeContext);
	const present = parts.filter(({count}) => count > 0);
	const widths = partWidths(
		present.map(({count}) => count),
		columns,
	);
	return (
		// The legend has all of it in words.
		<Box aria-hidden flexShrink={0}>
			<Text wrap="truncate">
				{present.map(({label, tone}, index) => (
					<Text key={label} {...lookOf(tone, theme)}>
						{shadeOf(index).repeat(widths[index] ?? 0)}
					</Text>
				))}
			</Text>
		</Box>
	);
}

/** What the shades of the bar stand for, with the numbers. */
export function PartsLegend({parts, columns}: PartsBarProps) {
	const {isScreenReader = false} = use(themeContext);

	if (isScreenReader) {
		const present = parts.filter(({count}) => count > 0);
		const words = present.map(({label, count}) => `${number(count)} ${label}`);
		return <Lines lines={[line(words.join(', '))]} />;
	}

	return <Lines lines={legendLines(parts, columns)} />;
}
