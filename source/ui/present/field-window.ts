import stringWidth from 'string-width';
import {graphemes} from '../../text/graphemes.ts';
import {neutralise} from '../../text/neutralise.ts';
import {head} from './fit.ts';

/** The part of a text field that is on screen, cut at its cursor. */
export type FieldWindow = {
	readonly before: string;
	/** The character under the cursor; a blank behind the last one. */
	readonly at: string;
	readonly after: string;
};

/** Shows what is around the cursor of a text too long for its columns: the end of what is before it first. */
export function fieldWindow(
	field: {readonly before: string; readonly after: string},
	columns: number,
): FieldWindow {
	const [at = ' ', ...rest] = graphemes(neutralise(field.after));
	const room = Math.max(columns - stringWidth(at), 0);
	const before = tail(neutralise(field.before), room);
	const after = head(rest.join(''), room - stringWidth(before));
	return {before, at, after};
}

/** As many whole characters from the end as fit. */
function tail(text: string, columns: number): string {
	const kept: string[] = [];
	let width = 0;

	for (const character of [...graphemes(text)].toReversed()) {
		width += stringWidth(character);

		if (width > columns) {
			break;
		}

		kept.unshift(character);
	}

	return kept.join('');
}
