import {type Conflict, type Sides} from '../../migration/plan.ts';
import {number} from '../../migration/quantity.ts';
import {sum} from '../../migration/sum.ts';
import {neutralise} from '../../text/neutralise.ts';
import {fit, widest} from './fit.ts';
import {type Line, span} from './line.ts';
import {listOf} from './words.ts';

/** The two things compared, by the names the admin knows them by. */
export type SideNames = {
	readonly here: string;
	readonly there: string;
};

/** What is compared: two organizations of both sites or, where they are alike, two of the source. */
export function sideNames(
	conflict: Conflict,
	name: string,
	sites: {readonly source: string; readonly destination: string},
): SideNames {
	return conflict.kind === 'duplicate-organization'
		? {here: neutralise(sites.source), there: neutralise(sites.destination)}
		: {here: neutralise(name), there: neutralise(conflict.other.name)};
}

/** Why two organizations collide, in one sentence. */
export function collisionText(
	{kind, certainty, other}: Conflict,
	{
		source,
		destination,
	}: {readonly source: string; readonly destination: string},
): string {
	const name = `“${neutralise(other.name)}”`;

	if (kind === 'alike-organizations') {
		return `${source} has ${name} too, and ${destination} may take both for one.`;
	}

	return certainty === 'certain'
		? `${destination} has an organization of this name, with other customers or projects.`
		: `${destination} has ${name}: the same but for case, blanks or Unicode form.`;
}

type Room = {readonly columns: number; readonly rows: number};

/** Columns it takes to show three emails in full. */
const threeColumns = 72;

/** Both sides next to each other: who is only here, on both, only there. At most so many rows. */
export function sidesLines(
	{onlySource, both, onlyDestination}: Sides,
	names: SideNames,
	room: Room,
): readonly Line[] {
	const here = {title: `only ${names.here}`, people: onlySource};
	const there = {title: `only ${names.there}`, people: onlyDestination};

	if (room.columns >= threeColumns) {
		return peopleLines([here, {title: 'both', people: both}, there], room);
	}

	const apart = peopleLines([here, there], {...room, rows: room.rows - 1});
	const together = `both ${number(both.length)}`;
	return [
		...apart,
		[
			span(fit(together, Math.max(together.length + 2, 10)), 'strong'),
			span(namesText(both, room.columns - together.length - 2)),
		],
	];
}

type Side = {readonly title: string; readonly people: readonly string[]};

function peopleLines(
	sides: readonly Side[],
	{columns, rows}: Room,
): readonly Line[] {
	const cells = sides.map(({people}) => cellsOf(people, rows - 1));
	const height = Math.max(...cells.map(({length}) => length));
	const widths = shareColumns(
		sides.map(({title, people}, index) =>
			widest([`${title} ${number(people.length)}`, ...(cells[index] ?? [])]),
		),
		columns - gap.length * (sides.length - 1),
	);
	const join = (texts: readonly string[]) =>
		texts.map((text, index) => fit(text, widths[index] ?? 0)).join(gap);
	return [
		[
			span(
				join(
					sides.map(({title, people}, index) =>
						titleOf(title, people.length, widths[index] ?? 0),
					),
				),
				'strong',
			),
		],
		...Array.from({length: height}, (_, row) => [
			span(join(cells.map((column) => column[row] ?? ''))),
		]),
	];
}

const gap = '  ';

/** The same width for all, unless one needs more and the others can give it. */
function shareColumns(
	needed: readonly number[],
	columns: number,
): readonly number[] {
	const even = Math.floor(columns / needed.length);
	const all = sum(needed);
	const spare = Math.floor((columns - all) / needed.length);
	return needed.map((width) =>
		Math.max(...needed) <= even || all > columns ? even : width + spare,
	);
}

/** As many names as fit in a row: `ada@acme.example, … 12 more`. */
function namesText(people: readonly string[], columns: number): string {
	const all = people.map((one) => neutralise(one));

	for (let shown = all.length; shown > 0; shown--) {
		const rest = all.length - shown;
		const more = rest === 0 ? '' : `, … ${number(rest)} more`;
		const text = all.slice(0, shown).join(', ') + more;

		if (widest([text]) <= columns) {
			return text;
		}
	}

	return '';
}

/** The number is what matters most, so a long name gives way to it. */
function titleOf(title: string, count: number, columns: number): string {
	const counted = ` ${number(count)}`;
	return fit(title, columns - counted.length).trimEnd() + counted;
}

/** Everything in one row, for a narrow screen: `14 only northwind, 2 both, 9 only contoso`. */
export function sidesText(
	{onlySource, both, onlyDestination}: Sides,
	{here, there}: SideNames,
): string {
	return `${number(onlySource.length)} only ${here}, ${number(both.length)} both, ${number(onlyDestination.length)} only ${there}`;
}

/** The projects of both sides in one row. */
export function projectsText(
	{onlySource, both, onlyDestination}: Sides,
	{here, there}: SideNames,
): string {
	const parts = [
		{keys: onlySource, where: `only ${here}`},
		{keys: both, where: 'both'},
		{keys: onlyDestination, where: `only ${there}`},
	].filter(({keys}) => keys.length > 0);
	return parts.length === 0
		? 'none'
		: parts
				.map(
					({keys, where}) =>
						`${listOf(keys.map((one) => neutralise(one)))} (${where})`,
				)
				.join(', ');
}

function cellsOf(people: readonly string[], rows: number): readonly string[] {
	const shown = people.length <= rows ? people.length : Math.max(rows - 1, 0);
	const rest = people.length - shown;
	return [
		...people.slice(0, shown).map((one) => neutralise(one)),
		...(rest > 0 && rows > 0 ? [`… ${number(rest)} more`] : []),
	];
}
