import {Box, Text} from 'ink';
import {use} from 'react';
import {type Line} from '../present/line.ts';
import {themeContext, lookOf, shown, shownPerson} from '../theme.ts';

type LinesProps = {
	readonly lines: readonly Line[];
};

/** Lines under each other, each on one row of the screen. */
export function Lines({lines}: LinesProps) {
	return (
		<Box flexDirection="column" flexShrink={0}>
			{lines.map((line, index) => (
				// Lines have no identity but their place.
				<LineText key={index} line={line} />
			))}
		</Box>
	);
}

type LineTextProps = {
	readonly line: Line;
	/** Marks the whole line, such as a chosen row. */
	readonly isBold?: boolean;
};

/** One line with its tones; what doesn't fit is cut. */
export function LineText({line, isBold = false}: LineTextProps) {
	const theme = use(themeContext);
	return (
		<Text wrap="truncate" bold={isBold}>
			{line.length === 0
				? ' '
				: line.map(({text, tone, isPersonal = false}, index) => {
						const words = isPersonal
							? shownPerson(text, theme)
							: shown(text, theme);
						// Each part is laid out and cut by itself, which plain text needs not be.
						return tone === undefined ? (
							words
						) : (
							<Text key={index} {...lookOf(tone, theme)}>
								{words}
							</Text>
						);
					})}
		</Text>
	);
}
