import {Box, Text} from 'ink';
import {use} from 'react';
import {barText} from '../present/bar.ts';
import {fit} from '../present/fit.ts';
import {themeContext, lookOf} from '../theme.ts';

type BarProps = {
	readonly label: string;
	readonly labelColumns: number;
	readonly done: number;
	readonly total: number;
	/** The numbers behind the bar, in words. */
	readonly text: string;
	readonly textColumns: number;
	readonly columns: number;
};

/** How far something is: a label, a bar and the numbers. Where there is no room for a bar, the numbers stay. */
export function Bar({
	label,
	labelColumns,
	done,
	total,
	text,
	textColumns,
	columns,
}: BarProps) {
	const theme = use(themeContext);
	const barColumns = columns - labelColumns - textColumns - 3;
	return (
		<Box flexShrink={0}>
			<Text
				wrap="truncate"
				aria-label={`${label}: ${text.replaceAll(/\s+/gv, ' ')}`}
			>
				{fit(label, labelColumns)}{' '}
				{barColumns >= 8 && total > 0 && (
					<Text {...lookOf('accent', theme)}>
						{`${barText(done, total, barColumns)}  `}
					</Text>
				)}
				{text}
			</Text>
		</Box>
	);
}
