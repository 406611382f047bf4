import {Box, Text} from 'ink';
import Spinner from 'ink-spinner';

type WaitingProps = {
	readonly children: string;
};

/** Something is under way. The sign needs no Unicode and turns slowly, since each turn draws the screen anew. */
export function Waiting({children}: WaitingProps) {
	return (
		<Box flexShrink={0}>
			<Text wrap="truncate">
				<Spinner type="line" /> {children}
			</Text>
		</Box>
	);
}
