import {Box} from 'ink';
import {type FacetCount, type FacetCounts} from '../facet-counts.ts';
import {number} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {type TableQuery} from '../present/browser.ts';
import {fit} from '../present/fit.ts';
import {type Line, span} from '../present/line.ts';
import {facetTitles, searchText} from '../present/narrowing.ts';
import {signs} from '../present/signs.ts';
import {type Size} from '../size.ts';
import {RowList} from './row-list.tsx';
import {ToneText} from './tone-text.tsx';

type FacetMenuProps = {
	readonly counts: FacetCounts;
	readonly chosen: TableQuery['facets'];
	readonly cursor: number;
	readonly size: Size;
};

/** Columns for the name of a facet, and for a count. */
const titleColumns = 14;
const countColumns = 9;

/** What the rows of a table can be narrowed down to, with how many there are of each. */
export function FacetMenu({counts, chosen, cursor, size}: FacetMenuProps) {
	const {values, isDone, done} = counts;
	const heading = isDone ? 'Show only' : `Counting, ${searchText(done)}`;
	return (
		<Box flexDirection="column">
			<ToneText tone="quiet">
				{isDone && values.length === 0
					? 'There is nothing to tell apart.'
					: heading}
			</ToneText>
			<RowList
				items={values}
				toLine={(value) => facetLine(value, chosen, size.columns - 2)}
				toSpoken={(value) => spokenFacet(value, chosen)}
				cursor={cursor}
				rows={size.rows - 1}
			/>
		</Box>
	);
}

function facetLine(
	{facet, value, count}: FacetCount,
	chosen: TableQuery['facets'],
	columns: number,
): Line {
	const isChosen = chosen[facet] === value;
	const room = Math.max(columns - titleColumns - countColumns - 2, 0);
	return [
		span(`${isChosen ? signs.done : ' '} `, 'good'),
		span(fit(facetTitles[facet], titleColumns), 'quiet'),
		span(fit(neutralise(value), room)),
		span(fit(number(count), countColumns, 'right'), 'quiet'),
	];
}

function spokenFacet(
	{facet, value, count}: FacetCount,
	chosen: TableQuery['facets'],
): readonly string[] {
	return [
		facetTitles[facet],
		neutralise(value),
		number(count),
		chosen[facet] === value ? 'chosen' : '',
	];
}
