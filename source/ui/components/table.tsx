import {Box} from 'ink';
import {type BrowserRow, type BrowserTable} from '../present/browser.ts';
import {layOut, rowText} from '../present/columns.ts';
import {fit} from '../present/fit.ts';
import {blank, line, span} from '../present/line.ts';
import {placeText} from '../present/place.ts';
import {signs} from '../present/signs.ts';
import {type LazyRows} from '../lazy-rows.ts';
import {windowAround} from '../list-cursor.ts';
import {type Size} from '../size.ts';
import {LineText, Lines} from './lines.tsx';
import {ToneText} from './tone-text.tsx';

type TableProps = {
	readonly table: BrowserTable;
	readonly rows: LazyRows<BrowserRow>;
	readonly cursor: number;
	readonly size: Size;
};

/** A window on a table, however long it is: only rows on screen are made. The first row tells the place, the second the titles. */
export function Table({table, rows, cursor, size}: TableProps) {
	const {columns} = table;
	if (rows.count === 0) {
		return <Lines lines={[blank, line(table.emptyText)]} />;
	}

	const {from, to} = windowAround(cursor, rows.count, size.rows - 2);
	const widths = layOut(columns, size.columns - 2);
	const titles = rowText(
		columns.map(({title}) => title),
		columns,
		widths,
	);

	return (
		<Box flexDirection="column" flexShrink={0}>
			<ToneText tone="quiet">
				{fit(placeText(from, to, rows.count), size.columns, 'right')}
			</ToneText>
			<ToneText tone="quiet">{`  ${titles}`}</ToneText>
			{rows.slice(from, to).map(({cells, tone}, index) => {
				const isMarked = from + index === cursor;
				return (
					<LineText
						key={from + index}
						isBold={isMarked}
						line={[
							span(isMarked ? `${signs.pointer} ` : '  ', 'accent'),
							span(rowText(cells, columns, widths), tone),
						]}
					/>
				);
			})}
		</Box>
	);
}
