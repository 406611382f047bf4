import {Box} from 'ink';
import {memo, use} from 'react';
import {type BrowserTable, type TableQuery} from '../present/browser.ts';
import {type Column, layOut, rowText, spokenRow} from '../present/columns.ts';
import {cut} from '../present/fit.ts';
import {type Tone, blank, line, span} from '../present/line.ts';
import {searchText} from '../present/narrowing.ts';
import {placeText} from '../present/place.ts';
import {isPersonal} from '../present/privacy.ts';
import {signs} from '../present/signs.ts';
import {wrap} from '../present/wrap.ts';
import {type LazyRows} from '../lazy-rows.ts';
import {windowAround} from '../list-cursor.ts';
import {type Size} from '../size.ts';
import {
	type Theme,
	markText,
	shown,
	shownPerson,
	themeContext,
} from '../theme.ts';
import {LineText, Lines} from './lines.tsx';
import {ListHeading} from './list-heading.tsx';
import {ToneText} from './tone-text.tsx';

type TableProps = {
	readonly table: BrowserTable;
	readonly rows: LazyRows;
	readonly sort?: TableQuery['sort'];
	readonly cursor: number;
	readonly size: Size;
};

/** A window on a table, however long it is: only rows on screen are made. The first row tells the place, the second the titles. */
export function Table({table, rows, sort, cursor, size}: TableProps) {
	const {columns} = table;
	const search = searchText(rows.done);
	const theme = use(themeContext);

	if (rows.count === 0) {
		const text = rows.isDone ? table.emptyText : search;
		const lines = wrap(text, size.columns).map((row) => line(row));
		return <Lines lines={[blank, ...lines]} />;
	}

	const {from, to} = windowAround(cursor, rows.count, size.rows - 2);
	const {isScreenReader = false} = theme;
	const titles = columns.map((column, index) => titleText(column, index, sort));
	const onScreen = rows
		.slice(from, to)
		.map(({cells, tone}) => ({cells: shownCells(cells, columns, theme), tone}));
	const widths = layOut(columns, size.columns - 2, [
		titles,
		...onScreen.map(({cells}) => cells),
	]);
	const toText = isScreenReader
		? spokenRow
		: (cells: readonly string[]) => rowText(cells, columns, widths);
	const place = placeLine(search, placeText(from, to, rows.count));

	return (
		<Box flexDirection="column" flexShrink={0}>
			<Box flexShrink={0} height={1} justifyContent="flex-end">
				<ToneText tone="quiet">
					{isScreenReader ? place : cut(place, size.columns)}
				</ToneText>
			</Box>
			<ListHeading>{toText(titles)}</ListHeading>
			{onScreen.map(({cells, tone}, index) => {
				const isMarked = from + index === cursor;
				return (
					<Row
						key={index}
						isMarked={isMarked}
						text={toText(cells)}
						tone={tone}
					/>
				);
			})}
		</Box>
	);
}

type RowProps = {
	readonly isMarked: boolean;
	readonly text: string;
	readonly tone?: Tone;
};

/** A key changes two rows of a screen; the others are not drawn anew. */
const Row = memo(({isMarked, text, tone}: RowProps) => {
	const mark = markText(isMarked, use(themeContext));
	return (
		<LineText
			isBold={isMarked}
			line={
				isMarked
					? [span(mark, 'accent'), span(text, tone)]
					: [span(`${mark}${text}`, tone)]
			}
		/>
	);
});

/** Masked before they are cut, so that no part of an email is left over. */
function shownCells(
	cells: readonly string[],
	columns: readonly Column[],
	theme: Theme,
): readonly string[] {
	return cells.map((cell, index) =>
		isPersonal(columns[index]?.title ?? '')
			? shownPerson(cell, theme)
			: shown(cell, theme),
	);
}

/** A sign at the column that rows are sorted by. */
function titleText(
	{title}: Column,
	index: number,
	sort: TableQuery['sort'],
): string {
	const sign = sort?.isDescending === true ? signs.descending : signs.ascending;
	return index === sort?.column ? `${title} ${sign}` : title;
}

function placeLine(search: string, place: string): string {
	return [search, place].filter((text) => text !== '').join(' '.repeat(3));
}
