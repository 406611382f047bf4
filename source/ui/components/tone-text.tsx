import {Box, Text} from 'ink';
import {use} from 'react';
import {type Tone} from '../present/line.ts';
import {themeContext, lookOf} from '../theme.ts';

type ToneTextProps = {
	readonly tone?: Tone;
	readonly children: string;
};

/** One row of text in a tone; what doesn't fit is cut. */
export function ToneText({tone, children}: ToneTextProps) {
	return (
		// A row is a row: where there are too many, those below are cut, not those above squeezed out.
		<Box flexShrink={0}>
			<Text wrap="truncate" {...lookOf(tone, use(themeContext))}>
				{children}
			</Text>
		</Box>
	);
}
