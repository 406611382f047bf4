import {Box} from 'ink';
import {memo} from 'react';

type RuleProps = {
	readonly columns: number;
};

/** A rule across the screen, which nobody hears. It is a border, since Ink counts the columns of every text with every frame. */
export const Rule = memo(({columns}: RuleProps) => (
	<Box
		aria-hidden
		borderDimColor
		borderStyle="single"
		borderBottom={false}
		borderLeft={false}
		borderRight={false}
		flexShrink={0}
		width={columns}
	/>
));
