import {Box} from 'ink';
import {type ReactNode, memo} from 'react';
import {type Binding} from '../bindings.ts';
import {ruleText, titleText} from '../present/frame.ts';
import {type Size, bodySize, marginOf} from '../size.ts';
import {KeyHints} from './key-hints.tsx';
import {Rule} from './rule.tsx';
import {ToneText} from './tone-text.tsx';

type FrameProps = {
	readonly title: string;
	/** At the right of the title. */
	readonly aside?: string;
	/** Something to know, in the rule above the keys. */
	readonly notice?: string;
	readonly bindings: readonly Binding[];
	readonly size: Size;
	readonly children: ReactNode;
};

type TitleProps = Required<Pick<FrameProps, 'title' | 'aside'>> & {
	readonly columns: number;
};

/** Most keys leave it as it is. */
const Title = memo(({title, aside, columns}: TitleProps) => (
	<ToneText tone="strong">{titleText(title, aside, columns)}</ToneText>
));

/** What every screen has around it: a title, its keys, and never a row more than the terminal. */
export function Frame({
	title,
	aside = '',
	notice,
	bindings,
	size,
	children,
}: FrameProps) {
	const {columns, rows} = size;
	return (
		<Box
			flexDirection="column"
			width={columns}
			height={rows}
			overflowY="hidden"
		>
			<Title title={title} aside={aside} columns={columns} />
			<Rule columns={columns} />
			<Box
				flexDirection="column"
				height={bodySize(size).rows}
				paddingX={marginOf(columns)}
				overflowY="hidden"
			>
				{children}
			</Box>
			{notice === undefined || notice === '' ? (
				<Rule columns={columns} />
			) : (
				<ToneText tone="warning" spoken={notice}>
					{ruleText(columns, notice)}
				</ToneText>
			)}
			<Box height={1} paddingLeft={1}>
				<KeyHints bindings={bindings} columns={columns - 1} />
			</Box>
		</Box>
	);
}
