import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';
import {use} from 'react';
import {themeContext} from '../theme.ts';

type WaitingProps = {
	readonly children: string;
};

/** Something is under way. The sign needs no Unicode and turns slowly, since each turn draws the screen anew. */
export function Waiting({children}: WaitingProps) {
	const {isScreenReader = false} = use(themeContext);
	return (
		<Box flexShrink={0}>
			<Text wrap="truncate">
				{!isScreenReader && <Spinner type="line" />}
				{isScreenReader ? children : ` ${children}`}
			</Text>
		</Box>
	);
}
