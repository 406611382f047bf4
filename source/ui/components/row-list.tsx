import {Box} from 'ink';
import {use} from 'react';
import {type Line, span} from '../present/line.ts';
import {windowAround} from '../list-cursor.ts';
import {markText, themeContext} from '../theme.ts';
import {LineText} from './lines.tsx';

type RowListProps<Item> = {
	readonly items: readonly Item[];
	/** Makes the row of an item; only items on screen are asked for theirs. */
	readonly toLine: (item: Item, index: number) => Line;
	readonly cursor: number;
	readonly rows: number;
	/** Whether the keys move this list now. */
	readonly isActive?: boolean;
};

/** A window on a list that may be long, with a mark at its cursor. */
export function RowList<Item>({
	items,
	toLine,
	cursor,
	rows,
	isActive = true,
}: RowListProps<Item>) {
	const theme = use(themeContext);
	const {from, to} = windowAround(cursor, items.length, rows);
	return (
		<Box flexDirection="column" flexShrink={0}>
			{items.slice(from, to).map((item, index) => {
				const isMarked = from + index === cursor;
				return (
					<LineText
						key={from + index}
						isBold={isMarked && isActive}
						line={[
							span(markText(isMarked, theme), 'accent'),
							...toLine(item, from + index),
						]}
					/>
				);
			})}
		</Box>
	);
}
