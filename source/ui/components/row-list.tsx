import {Box} from 'ink';
import {use} from 'react';
import {spokenRow} from '../present/columns.ts';
import {type Line, line, span} from '../present/line.ts';
import {windowAround} from '../list-cursor.ts';
import {markText, themeContext} from '../theme.ts';
import {LineText} from './lines.tsx';

type RowListProps<Item> = {
	readonly items: readonly Item[];
	/** Makes the row of an item; only items on screen are asked for theirs. */
	readonly toLine: (item: Item, index: number) => Line;
	/** Its cells as they are read aloud, where those of its line are cut or filled up. */
	readonly toSpoken?: (item: Item) => readonly string[];
	readonly cursor: number;
	readonly rows: number;
	/** Whether the keys move this list now. */
	readonly isActive?: boolean;
};

/** A window on a list that may be long, with a mark at its cursor. */
export function RowList<Item>({
	items,
	toLine,
	toSpoken,
	cursor,
	rows,
	isActive = true,
}: RowListProps<Item>) {
	const theme = use(themeContext);
	const {isScreenReader = false} = theme;
	const lineOf =
		isScreenReader && toSpoken !== undefined
			? (item: Item) => line(spokenRow(toSpoken(item)))
			: toLine;
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
							...lineOf(item, from + index),
						]}
					/>
				);
			})}
		</Box>
	);
}
