import {Box, Text} from 'ink';
import {memo, use} from 'react';
import {type Tone} from '../present/line.ts';
import {themeContext, lookOf, shown} from '../theme.ts';

type ToneTextProps = {
	readonly tone?: Tone;
	/** What is read aloud in its place; empty for what is only drawn. */
	readonly spoken?: string;
	readonly children: string;
};

/** One row of text in a tone; what doesn't fit is cut. Most keys leave it as it is. */
export const ToneText = memo(({tone, spoken, children}: ToneTextProps) => {
	const theme = use(themeContext);
	const words = shown(children, theme);
	return (
		// A row is a row: where there are too many, those below are cut, not those above squeezed out.
		<Box flexShrink={0} aria-hidden={spoken === ''}>
			<Text wrap="truncate" aria-label={spoken}>
				{/* Ink takes a text apart once as it stands and once more where the whole of it has a style. */}
				{tone === undefined ? (
					words
				) : (
					<Text {...lookOf(tone, theme)}>{words}</Text>
				)}
			</Text>
		</Box>
	);
});
