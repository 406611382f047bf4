import {number} from '../../migration/quantity.ts';
import {neutralise} from '../../text/neutralise.ts';
import {cut} from './fit.ts';
import {type Line, span} from './line.ts';

/** A name made by a pattern, and why it is not just what the pattern says. */
export type PatternedName = {
	readonly name: string;
	readonly isShortened: boolean;
	readonly isNumbered: boolean;
};

/** A new name; the mark behind it is never cut away. */
export function patternedLine(one: PatternedName, columns: number): Line {
	const mark = markOf(one);
	const gap = mark === '' ? '' : '  ';
	return [
		span(cut(neutralise(one.name), columns - mark.length - gap.length)),
		span(gap + mark, 'warning'),
	];
}

/** The same, cell by cell, for those who hear it. */
export function spokenName(one: PatternedName): readonly string[] {
	return [neutralise(one.name), markOf(one)];
}

/** How many names are not just what the pattern says: `3 shortened, 1 numbered`. */
export function changesText(names: readonly PatternedName[]): string {
	return [
		{what: 'shortened', count: names.filter((one) => one.isShortened).length},
		{what: 'numbered', count: names.filter((one) => one.isNumbered).length},
	]
		.filter(({count}) => count > 0)
		.map(({what, count}) => `${number(count)} ${what}`)
		.join(', ');
}

function markOf({name, isShortened, isNumbered}: PatternedName): string {
	return [
		isShortened ? `shortened to ${name.length}` : '',
		isNumbered ? 'name taken' : '',
	]
		.filter((mark) => mark !== '')
		.join(', ');
}
